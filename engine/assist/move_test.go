package assist_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/assist"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/source"
)

// changes are the lines that edits change.
func changes(t *testing.T, out *strings.Builder, all []assist.Context, edits []source.Edit) {
	t.Helper()
	for _, c := range all {
		text, err := source.Apply(c.File, edits)
		if err != nil {
			t.Error(err)
		}
		before := strings.Split(c.File.Text, "\n")
		for i, line := range strings.Split(text, "\n") {
			if line != before[i] {
				fmt.Fprintf(out, "    %s: %s\n", c.File.Name, line)
			}
		}
	}
}

func TestAMoveRewritesWhatOCIRewrites(t *testing.T) {
	golden.Run(t, "testdata/moves/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		all := texts(t, in, func(assist.Context, int) {})
		w := all[0].World
		moved, _ := w.Compartment("Prod:Data")
		var out strings.Builder
		for _, path := range strings.Split(strings.TrimSpace(golden.Section(in, "to")), "\n") {
			fmt.Fprintf(&out, "to %s\n", path)
			to, ok := w.Compartment(path)
			if !ok {
				t.Fatalf("there is no %s", path)
			}
			changes(t, &out, all, assist.Move(w, moved, to, all))
		}
		return []txtar.File{{Name: "moved", Data: []byte(out.String())}}
	})
}

func TestAnEntryIsRenamedAsTheWordsThatNameItAre(t *testing.T) {
	w := world(t)
	c := assist.Context{File: source.NewFile("p", "Allow group Ops to read buckets in compartment Prod:Data"), World: w, Kind: assist.Policy}
	for pointer, want := range map[string]string{
		"/groups/0":                      "group New to read buckets in compartment Prod:Data",
		"/compartments/0/compartments/0": "group Ops to read buckets in compartment Prod:New",
		"/groups/9":                      "refused", "/users/0": "refused", "": "refused", "/resources/0": "refused",
	} {
		edits, err := assist.RenameEntry(w, pointer, "New", []assist.Context{c})
		got, _ := source.Apply(c.File, edits)
		if err != nil {
			got = "refused"
		}
		if !strings.HasSuffix(got, want) {
			t.Errorf("%s renamed gives %s", pointer, got)
		}
	}
}
