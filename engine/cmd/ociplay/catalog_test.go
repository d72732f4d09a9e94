package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/internal/golden"
)

// Each archive asks for the names of its section "names", one a line.
func TestCatalogPages(t *testing.T) {
	golden.Run(t, "testdata/catalog/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var b strings.Builder
		for _, name := range strings.Fields(golden.Section(in, "names")) {
			out, err, status := call(t, "", "catalog", name)
			fmt.Fprintf(&b, "# ociplay catalog %s (exit %d)\n%s%s\n", name, status, trimmed(out), err)
		}
		return []txtar.File{{Name: "pages", Data: []byte(strings.TrimSuffix(b.String(), "\n"))}}
	})
}

// trimmed takes the blanks off the ends of lines, which editors drop.
func trimmed(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

func TestCatalogPrintsEverything(t *testing.T) {
	out, _, status := call(t, "", "catalog", "--json")
	var all catalogJSON
	if err := json.Unmarshal([]byte(out), &all); err != nil || status != 0 {
		t.Fatalf("status %d: %v", status, err)
	}
	counts := []struct {
		what      string
		got, want int
	}{
		{"services", len(all.Services), 88}, {"types", len(all.Types), 579}, {"families", len(all.Families), 68},
		{"permissions", len(all.Permissions), 2811}, {"operations", len(all.Operations), 3044}, {"variables", len(all.Variables), 183},
	}
	for _, c := range counts {
		if c.got < c.want {
			t.Errorf("%s: %d, want at least %d", c.what, c.got, c.want)
		}
	}
}

func TestCatalogPrintsOneThingAsAnObject(t *testing.T) {
	out, _, status := call(t, "", "catalog", "--json", "object-storage:PutObject")
	var one catalogJSON
	if err := json.Unmarshal([]byte(out), &one); err != nil || status != 0 {
		t.Fatalf("status %d: %v", status, err)
	}
	got, _ := json.Marshal(one.Operations[0].Needs)
	want := `{"all":[{"when":"object-exists","all":[{"permission":"OBJECT_OVERWRITE"}]},{"unless":"object-exists","all":[{"permission":"OBJECT_CREATE"}]},` +
		`{"when":"bucket-key","all":[{"permission":"KEY_ENCRYPT","by":"objectstorage-{region}"}]}]}`
	if string(got) != want || len(one.Types) != 0 {
		t.Errorf("got %s", got)
	}
}

func TestCatalogListsTheServices(t *testing.T) {
	out, _, status := call(t, "", "catalog")
	if status != 0 || !strings.Contains(out, "zero-trust-packet-routing") || strings.Count(out, "\n") != 1+111+2 {
		t.Errorf("status %d:\n%s", status, out)
	}
}

func TestCatalogTakesOneName(t *testing.T) {
	if _, err, status := call(t, "", "catalog", "volumes", "buckets"); status != 2 || !strings.Contains(err, "one name") {
		t.Errorf("status %d: %s", status, err)
	}
}
