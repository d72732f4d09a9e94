package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var denyOutOfReach = &Check{Name: "deny-out-of-reach", Severity: source.Warning, Source: denyPage, Run: runDenyOutOfReach,
	Doc: "A denial takes away what its verb adds and the verbs above it; a condition only narrows that. A test for a permission that the denial does not reach denies nothing.\n" +
		"Name the permission in braces, or deny a lower verb or another type."}

func runDenyOutOfReach(p *Pass) {
	for i := range p.denied {
		l := &p.denied[i]
		if !l.is("request.permission") || !l.affirms() || murky(l.in) {
			continue
		}
		for k, term := range l.Right {
			if perm, ok := p.Catalog.Permission(term.Text); ok && term.Kind == policy.Literal && p.spares(&l.in.Grants, perm) {
				p.reportValue(l, k, "this denial does not reach %", perm.Name)
			}
		}
	}
}

// spares tells whether a denial is known to leave a permission alone.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm
func (p *Pass) spares(g *policy.Grants, perm *catalog.Permission) bool {
	switch {
	case g.Verb == 0:
		return !slices.Contains(g.Permissions, perm)
	case len(g.Resources) != 1 || perm.SeedOnly:
		return false
	case g.Verb > catalog.Inspect && p.Catalog.Carries(g.Resources[0], g.Verb-1, perm) == catalog.KnownYes:
		return true
	}
	return p.Catalog.Carries(g.Resources[0], catalog.Manage, perm) == catalog.KnownNo
}
