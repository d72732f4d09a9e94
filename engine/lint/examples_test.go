package lint_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

// What is said of the examples was read by a person and found deserved.
func TestExamplesGetTheAdviceTheyDeserve(t *testing.T) {
	golden.Run(t, filepath.Join("testdata", "examples", "*.txtar"), func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out strings.Builder
		for _, name := range examples.Names() {
			data, _ := examples.Read(name)
			s, _ := scenario.Parse(name, data)
			for _, p := range s.Policies {
				b := look(t, s.Tenancy.Text, p.File.Text, p.AttachedTo)
				for _, d := range b.found {
					fmt.Fprintf(&out, "%s, %s: %s: %s: %s\n", name, p.Name, d.Severity, d.Code, d.Summary)
				}
			}
		}
		return []txtar.File{{Name: "advice", Data: []byte(out.String())}}
	})
}
