package assist_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/assist"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

const caret = "‸"

func world(t testing.TB) *tenancy.Tenancy {
	t.Helper()
	text, err := os.ReadFile("testdata/tenancy.json")
	if err != nil {
		t.Fatal(err)
	}
	w, problems := scenario.World(source.NewFile("tenancy.json", string(text)))
	if len(problems) != 0 {
		t.Fatal(problems)
	}
	return w
}

// others is a further tenancy of the scenario.
func others() []*tenancy.Tenancy {
	w, _ := scenario.World(scenario.NewTenancy(`{"name": "partner", "groups": [{"name": "Theirs"}]}`))
	return []*tenancy.Tenancy{w}
}

// texts are the sections of an archive as contexts, and the places marked in them.
func texts(t *testing.T, in *txtar.Archive, each func(c assist.Context, at int)) []assist.Context {
	t.Helper()
	w := world(t)
	var all []assist.Context
	for _, f := range in.Files {
		kind, where, _ := strings.Cut(f.Name, " ")
		kinds := map[string]assist.Kind{"policy": assist.Policy, "rule": assist.Rule, "check": assist.Check}
		if _, ok := kinds[kind]; !ok {
			continue
		}
		c := assist.Context{World: w, Catalog: catalog.Default(), Kind: kinds[kind], Others: others()}
		c.AttachedTo, _ = w.Compartment(where)
		parts := strings.Split(string(f.Data), caret)
		c.File = source.NewFile(f.Name, strings.Join(parts, ""))
		all = append(all, c)
		at := 0
		for _, part := range parts[:len(parts)-1] {
			at += len(part)
			each(c, at)
		}
	}
	return all
}

// marked is the line of an offset with the caret in it.
func marked(f *source.File, at int) string {
	line := f.Line(f.Position(at).Line)
	return strings.TrimSpace(f.Text[line.Start:at] + caret + f.Text[at:line.End])
}

func TestWhatIsOffered(t *testing.T) {
	golden.Run(t, "testdata/items/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out strings.Builder
		texts(t, in, func(c assist.Context, at int) {
			items := assist.Complete(c, at)
			fmt.Fprintf(&out, "%s\n", marked(c.File, at))
			for i, it := range items {
				if i == 8 && len(items) > 9 {
					fmt.Fprintf(&out, "    … %d more\n", len(items)-i)
					break
				}
				span := it.Edit.Span
				fmt.Fprintf(&out, "    %s | %s | %q for %q\n", it.Label, it.Detail, it.Edit.New, c.File.Slice(span))
			}
			if len(items) == 0 {
				out.WriteString("    nothing\n")
			}
		})
		return []txtar.File{{Name: "items", Data: []byte(out.String())}}
	})
}

func TestWhatIsSaid(t *testing.T) {
	golden.Run(t, "testdata/cards/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out strings.Builder
		texts(t, in, func(c assist.Context, at int) {
			fmt.Fprintf(&out, "%s\n", marked(c.File, at))
			card, ok := assist.Hover(c, at)
			if !ok {
				out.WriteString("    nothing\n")
				return
			}
			fmt.Fprintf(&out, "    %s, of %q\n    %s\n", card.Title, c.File.Slice(card.Span), strings.Join(card.Lines, "\n    "))
			if card.Source != "" {
				fmt.Fprintf(&out, "    %s\n", card.Source)
			}
		})
		return []txtar.File{{Name: "card", Data: []byte(out.String())}}
	})
}

func TestWhereNamesLead(t *testing.T) {
	golden.Run(t, "testdata/targets/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out strings.Builder
		texts(t, in, func(c assist.Context, at int) {
			fmt.Fprintf(&out, "%s\n", marked(c.File, at))
			if target, ok := assist.Definition(c, at); ok {
				fmt.Fprintf(&out, "    %s %s at %s, of %q\n", target.Kind, target.Name, target.Pointer, c.File.Slice(target.Span))
			} else {
				out.WriteString("    nothing\n")
			}
		})
		return []txtar.File{{Name: "target", Data: []byte(out.String())}}
	})
}

func TestRenamingReachesEveryMention(t *testing.T) {
	golden.Run(t, "testdata/renames/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var of assist.Context
		var at int
		all := texts(t, in, func(c assist.Context, offset int) { of, at = c, offset })
		var out strings.Builder
		for _, name := range strings.Split(strings.TrimSpace(golden.Section(in, "to")), "\n") {
			fmt.Fprintf(&out, "to %s\n", name)
			edits, err := assist.Rename(of, at, name, all)
			if err != nil {
				fmt.Fprintf(&out, "    refused: %v\n", err)
				continue
			}
			changes(t, &out, all, edits)
		}
		return []txtar.File{{Name: "renamed", Data: []byte(out.String())}}
	})
}
