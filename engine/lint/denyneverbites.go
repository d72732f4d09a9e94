package lint

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var denyNeverBites = &Check{Name: "deny-never-bites", Severity: source.Warning, Source: conditionPage, Denials: true, Leaf: saysDenyNeverBites,
	Doc: "A test of a variable that the request does not carry is false, and a denial whose condition is false denies nothing. No request for this resource carries the variable.\n" +
		"Test a variable of this resource type, or deny without the test."}

func saysDenyNeverBites(p *Pass, l *leaf) finding {
	if !l.required || l.Left.Var == nil || len(l.Left.Var.Types) == 0 || l.Op == policy.IsUnset || murky(l.in) || !p.denialOf(l).never {
		return nothing
	}
	return finding{says: "no request for this carries %, so nothing is denied", name: l.written()}
}

// denialOf weighs a test of a denial, which reaches up to manage.
func (p *Pass) denialOf(l *leaf) *loss {
	g := &l.in.Grants
	if g.Verb == 0 || len(g.Resources) != 1 {
		return p.weigh(l.Left.Var, g.Permissions)
	}
	return p.recall(tested{ladder{g.Resources[0], catalog.Manage, g.Community}, l.Left.Var})
}
