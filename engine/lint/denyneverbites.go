package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var denyNeverBites = &Check{Name: "deny-never-bites", Severity: source.Warning, Source: conditionPage, Denials: true, Leaf: saysDenyNeverBites,
	Doc: "A test of a variable that the request does not carry is false, and a denial whose condition is false denies nothing. No request for this resource carries the variable.\n" +
		"Test a variable of this resource type, or deny without the test."}

func saysDenyNeverBites(p *Pass, l *leaf) finding {
	if !l.required || l.Left.Var == nil || len(l.Left.Var.Types) == 0 || l.Op == policy.IsUnset || len(l.in.Grants.Resources) != 1 {
		return nothing
	}
	for _, name := range l.Left.Var.Types {
		if p.Catalog.Includes(l.in.Grants.Resources[0], name) {
			return nothing
		}
	}
	return finding{says: "no request for this carries %, so nothing is denied", name: l.written()}
}
