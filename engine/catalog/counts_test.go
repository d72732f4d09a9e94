package catalog

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The counts of the facts the data files were made from: names, each counted
// once. A permission of a verb table counts apart from those that only calls or
// the community list name. A number may grow, never shrink: nothing gets lost
// when a file is edited.
func TestNothingIsMissing(t *testing.T) {
	c := Default()
	types, families, carried, seeds := 0, 0, 0, 0
	for r := range c.Resources() {
		switch r.Kind {
		case TypeKind:
			types++
		case FamilyKind:
			families++
		}
	}
	for p := range c.Permissions() {
		if p.SeedVerb != 0 {
			seeds++
		}
		if len(p.Carriers) > 0 {
			carried++
		}
	}
	names := map[string]bool{}
	for o := range c.Operations() {
		names[o.Name] = true
	}
	counts := []struct {
		what      string
		got, want int
	}{
		{"services", len(c.services), 110 + 1}, // and the general names
		{"resource types", types, 693},
		{"families", families, 91},
		{"permissions of verb tables", carried, 2900},
		{"permissions of the community list", seeds, 66},
		{"permissions", len(c.permissionNames), 2900 + 66 + 148}, // and those that only calls name
		{"names of operations", len(names), 3400},
		{"operations", len(c.operationNames), 3754}, // services share names
		{"conditional needs", whens(c), 230},
		{"variables", len(c.variables), 183 + 42}, // two of the 185 rows stand in two files; and the general ones
		{"regions", len(c.regions), 85},
	}
	for _, n := range counts {
		if n.got < n.want {
			t.Errorf("%s: got %d, want at least %d", n.what, n.got, n.want)
		}
	}
}

func TestTheReadmeCountsRight(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	c := Default()
	kinds := map[Kind]int{}
	for r := range c.Resources() {
		kinds[r.Kind]++
	}
	services := map[string]map[string]bool{} // of the calls of a name
	for o := range c.Operations() {
		name := strings.ToLower(o.Name)
		if services[name] == nil {
			services[name] = map[string]bool{}
		}
		services[name][o.Service] = true
	}
	shared := 0
	for _, of := range services {
		if len(of) > 1 {
			shared++
		}
	}
	for _, claim := range []string{
		fmt.Sprintf("has %d services", len(c.services)-1),
		fmt.Sprintf("%d resource types in %d families, %s permissions, %s", kinds[TypeKind], kinds[FamilyKind], thousands(len(c.permissionNames)), thousands(len(c.operationNames))),
		fmt.Sprintf("operations as formulas, %d condition variables", len(c.variables)),
		fmt.Sprintf("%d names of calls belong to several services", shared),
	} {
		if !strings.Contains(strings.Join(strings.Fields(string(readme)), " "), claim) {
			t.Errorf("the README does not say %q", claim)
		}
	}
}

func thousands(n int) string { return fmt.Sprintf("%d,%03d", n/1000, n%1000) }

func whens(c *Catalog) int {
	n := 0
	for o := range c.Operations() {
		visit(o.Needs, func(need Need) {
			if need.Kind == When {
				n++
			}
		})
	}
	return n
}

func visit(n Need, f func(Need)) {
	f(n)
	for _, part := range n.Under {
		visit(part, f)
	}
}
