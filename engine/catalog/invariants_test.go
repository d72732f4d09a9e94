package catalog

import (
	"slices"
	"strings"
	"testing"
)

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
		if len(p.Carriers) == 0 && len(Default().callsOf(p)) == 0 && p.SeedVerb == 0 && p.Note == "" {
			t.Errorf("%s: no verb gives it, no operation needs it, and no note says what names it", p.Name)
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
		for _, m := range r.members {
			if !Default().resources[m].Unknown {
				rows++
			}
		}
		if empty := rows == 0; empty != r.Unknown && r.Kind != AllKind {
			t.Errorf("%s: %d rows and members with rows, unknown %v", r.Name, rows, r.Unknown)
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
