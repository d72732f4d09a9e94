package explain

import (
	"cmp"
	"slices"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// lacking is the needs whose absence makes the verdict: of alternatives that all
// fail, those of the least.
func lacking(f authz.Formula) []*authz.Need {
	switch {
	case f.Result != authz.Fail:
		return nil
	case f.Need != nil:
		return []*authz.Need{f.Need}
	case f.Kind == catalog.Any && len(f.Under) > 0:
		return lacking(leastOf(f.Under))
	}
	var all []*authz.Need
	for _, u := range f.Under {
		all = append(all, lacking(u)...)
	}
	return all
}

// leastOf is the alternative to grant: one that no statement denies, for what is
// denied no grant gives, and of these the one that the lowest verb carries.
func leastOf(alternatives []authz.Formula) authz.Formula {
	return slices.MinFunc(alternatives, func(a, b authz.Formula) int {
		one, two := lacking(a), lacking(b)
		return cmp.Or(cmp.Compare(denials(one), denials(two)), cmp.Compare(reach(one), reach(two)))
	})
}

func denials(needs []*authz.Need) int {
	count := 0
	for _, n := range needs {
		if len(n.Denied.Holding) > 0 {
			count++
		}
	}
	return count
}

// reach is the highest verb that carries one of some permissions.
func reach(needs []*authz.Need) catalog.Verb {
	highest := catalog.Verb(0)
	for _, n := range needs {
		highest = max(highest, n.Permission.Reach())
	}
	return highest
}

// Prefer takes back the fixes that would grant other alternatives than the least,
// where there are fixes for that.
func (s *Story) Prefer(d authz.Decision) {
	least := lacking(d.Formula)
	mended := false
	for i, n := range d.Needs {
		mended = mended || slices.Contains(least, n) && s.Needs[i].mendable()
	}
	for i, n := range d.Needs {
		if mended && n.Result == authz.Fail && !slices.Contains(least, n) {
			s.Needs[i].keepGrants()
		}
	}
}

func (n *Need) mendable() bool {
	return slices.ContainsFunc(n.Statements, func(s Statement) bool { return s.Fixes != nil })
}

// keepGrants takes back the fixes of what statements grant.
func (n *Need) keepGrants() {
	for i := range n.Statements {
		if s := &n.Statements[i]; s.Rows[policy.Grant].Result == authz.Fail {
			s.Fixes = nil
		}
	}
}
