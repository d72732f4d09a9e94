package imports_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/imports"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// Sections called in/<name> are read one after the other, each into what the one
// before gave.
func TestImports(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var s *scenario.Scenario
		var out []txtar.File
		for _, f := range in.Files {
			name, ok := strings.CutPrefix(f.Name, "in/")
			if !ok {
				continue
			}
			p := imports.Read(name, f.Data, s)
			out = append(out, txtar.File{Name: "told/" + name, Data: []byte(told(p, source.NewFile(name, string(f.Data))))})
			if p.Scenario != nil {
				s = p.Scenario
			}
		}
		if s == nil {
			return out
		}
		for _, f := range txtar.Parse(scenario.Format(s)).Files {
			out = append(out, txtar.File{Name: "out/" + f.Name, Data: f.Data})
		}
		return out
	})
}

func told(p *imports.Proposal, f *source.File) string {
	var out strings.Builder
	switch {
	case p.Scenario == nil:
		out.WriteString("nothing is taken\n")
	case p.Whole:
		out.WriteString("takes the place of all there was\n")
	}
	for _, t := range p.Taken {
		fmt.Fprintf(&out, "%d %s: %s\n", len(t.Names), t.What, strings.Join(t.Names, ", "))
	}
	if p.Request != "" {
		fmt.Fprintf(&out, "asks: %s\n", p.Request)
	}
	for _, d := range p.Problems {
		source.Render(&out, f, d)
	}
	return out.String()
}
