package lint

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var readReveals = &Check{Name: "read-reveals", Severity: source.Warning, Source: policiesPage, Run: runReadReveals,
	Doc: "Read gives the contents of what is stored, not only its settings: of objects, and of secrets in the clear. Reviewers seldom need either.\n" +
		"Grant inspect, or leave the contents out with a condition such as `request.permission != 'SECRET_BUNDLE_READ'`."}

// contents are the permissions that hand out what is stored.
var contents = []string{"SECRET_BUNDLE_READ", "OBJECT_READ"}

// runReadReveals takes it that a program which may read a family of secrets is
// meant to read them.
func runReadReveals(p *Pass) {
	for _, st := range p.statements {
		if st.Grants.Verb != catalog.Read || mentions(st.If, "request.permission", "target.") || len(st.Grants.Resources) == 0 {
			continue
		}
		r := st.Grants.Resources[0]
		if r.Kind == catalog.TypeKind || r.Kind == catalog.FamilyKind && !byHand(st) || !p.grants(st, p.permission(contents[0])) {
			continue
		}
		var shown []*catalog.Permission
		for _, name := range contents {
			if perm := p.permission(name); p.grants(st, perm) {
				shown = append(shown, perm)
			}
		}
		p.reportFacet(st, policy.Grant, "this reads contents: %", named(shown))
	}
}
