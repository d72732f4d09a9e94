package catalog

import (
	"slices"
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
		{"services", len(c.services), 88 + 1}, // and the general names
		{"resource types", types, 579},
		{"families", families, 68},
		{"permissions of verb tables", carried, 2811},
		{"permissions of the community list", seeds, 66},
		{"permissions", len(c.permissionNames), 2811 + 66 + 114}, // and those that only calls name
		{"names of operations", len(names), 3044},
		{"operations", len(c.operationNames), 3375}, // services share names
		{"conditional needs", whens(c), 210},
		{"variables", len(c.variables), 183 + 42}, // two of the 185 rows stand in two files; and the general ones
		{"regions", len(c.regions), 85},
	}
	for _, n := range counts {
		if n.got < n.want {
			t.Errorf("%s: got %d, want at least %d", n.what, n.got, n.want)
		}
	}
}

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

func TestNamesStandOnceAndInOrder(t *testing.T) {
	c := Default()
	lists := map[string][]string{}
	for p := range c.Permissions() {
		lists["permission"] = append(lists["permission"], p.Name)
	}
	for r := range c.Resources() {
		lists["resource"] = append(lists["resource"], r.Name)
	}
	for v := range c.Variables() {
		lists["variable"] = append(lists["variable"], v.Name)
	}
	for a := range c.Aliases() {
		lists["alias"] = append(lists["alias"], a.Name)
	}
	for what, names := range lists {
		for i := 1; i < len(names); i++ {
			if fold(names[i-1], names[i]) >= 0 {
				t.Errorf("%s: %s stands before %s", what, names[i-1], names[i])
			}
		}
	}
}

func TestEveryRowHasASource(t *testing.T) {
	c := Default()
	check := func(name, source string) {
		if !strings.HasPrefix(source, "https://") && !strings.HasSuffix(source, "(not Oracle)") {
			t.Errorf("%s: source %q", name, source)
		}
	}
	for p := range c.Permissions() {
		check(p.Name, p.Source)
	}
	for r := range c.Resources() {
		check(r.Name, r.Source)
	}
	for o := range c.Operations() {
		check(o.Name, o.Source)
	}
	for v := range c.Variables() {
		check(v.Name, v.Source)
	}
	for a := range c.Aliases() {
		check(a.Name, a.Source)
	}
	for k := range c.PrincipalTypes() {
		check(k.Name, k.Source)
	}
	for k := range c.ServicePrincipals() {
		check(k.Name, k.Source)
	}
}

func TestEveryPermissionCanBeReached(t *testing.T) {
	for p := range Default().Permissions() {
		if len(p.Carriers) == 0 && len(Default().callsOf(p)) == 0 && p.SeedVerb == 0 {
			t.Errorf("%s: no verb gives it, no operation needs it", p.Name)
		}
	}
}

func TestAVerbCarriesWhatTheVerbBelowCarries(t *testing.T) {
	c := Default()
	for r := range c.Resources() {
		for p := range c.Permissions() {
			if least, _ := c.Least(r, p); least == 0 {
				continue
			}
			for v := Read; v <= Manage; v++ {
				if c.Carries(r, v-1, p) == KnownYes && c.Carries(r, v, p) != KnownYes {
					t.Errorf("%s: %v has %s, %v has not", r.Name, v-1, p.Name, v)
				}
			}
		}
	}
}

func TestAVerbNeverAddsTwice(t *testing.T) {
	for r := range Default().Resources() {
		var ladder []uint16
		for v := Inspect; v <= Manage; v++ {
			ladder = append(ladder, r.adds[v]...)
		}
		n := len(ladder)
		slices.Sort(ladder)
		if len(slices.Compact(ladder)) != n {
			t.Errorf("%s: a permission stands at two verbs", r.Name)
		}
	}
}

func TestOnlyTypesWithoutATableAreUnknown(t *testing.T) {
	for r := range Default().Resources() {
		rows := len(r.adds[Inspect]) + len(r.adds[Read]) + len(r.adds[Use]) + len(r.adds[Manage])
		if empty := rows+len(r.members) == 0; empty != r.Unknown && r.Kind != AllKind {
			t.Errorf("%s: %d rows and members, unknown %v", r.Name, rows+len(r.members), r.Unknown)
		}
	}
}

func TestFamiliesHaveMembersThatExist(t *testing.T) {
	for r := range Default().Resources() {
		if r.Kind != FamilyKind {
			continue
		}
		if len(r.Members) == 0 && !r.Unknown {
			t.Errorf("%s: no members", r.Name)
		}
		for _, m := range r.Members {
			resource(t, m)
		}
		for _, m := range r.limited {
			if !slices.Contains(r.members, m) {
				t.Errorf("%s: a limited member that is no member", r.Name)
			}
		}
	}
}

func TestEveryFormulaIsWellFormed(t *testing.T) {
	for o := range Default().Operations() {
		visit(o.Needs, func(n Need) {
			if complaint := malformed(t, n); complaint != "" {
				t.Errorf("%s: %s", o.Name, complaint)
			}
		})
	}
}

func malformed(t *testing.T, n Need) string {
	switch n.Kind {
	case Leaf:
		permission(t, n.Permission)
		if len(n.Under) > 0 {
			return "a leaf with parts"
		}
	case All:
		if len(n.Under) == 1 {
			return "all of one"
		}
	case Any:
		if len(n.Under) < 2 {
			return "any of fewer than two"
		}
	case When:
		if len(n.Under) != 1 || n.Circumstance == nil || n.Circumstance.Says == "" {
			return "a when without its circumstance or its part"
		}
	default:
		return "a node of no kind"
	}
	return ""
}

func TestCommunityNamesOfferOnesThatOracleKnows(t *testing.T) {
	for p := range Default().Permissions() {
		if p.Official != "" && permission(t, p.Official).SeedOnly {
			t.Errorf("%s: %s is no official name", p.Name, p.Official)
		}
	}
}

func TestVariablesThatAreTheSameExist(t *testing.T) {
	for v := range Default().Variables() {
		if v.SameAs != "" && variableOf(t, v.SameAs).Dialect != Both {
			t.Errorf("%s: same as %s", v.Name, v.SameAs)
		}
	}
}

// They are put into "the request cannot be judged: ...".
func TestReasonsForNotJudgingAreFragments(t *testing.T) {
	for o := range Default().Operations() {
		if u := o.Unknown; u != "" && (strings.HasSuffix(u, ".") || u[0] < 'a') {
			t.Errorf("%s: %q", o.Name, u)
		}
	}
}
