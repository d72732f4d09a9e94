package lint

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var readReveals = &Check{Name: "read-reveals", Severity: source.Warning, Source: policiesPage, At: policy.Grant, Statement: saysReadReveals,
	Doc: "Read gives the contents of what is stored, not only its settings: of objects, and of secrets in the clear. Reviewers seldom need either.\n" +
		"Grant inspect, or leave the contents out with a condition such as `request.permission != 'SECRET_BUNDLE_READ'`."}

// saysReadReveals takes it that a program which may read a family of secrets is
// meant to read them.
func saysReadReveals(p *Pass, st *statement) finding {
	if st.Grants.Verb != catalog.Read || mentions(st.If, "request.permission", "target.") || len(st.Grants.Resources) == 0 {
		return nothing
	}
	r := st.Grants.Resources[0]
	if r.Kind == catalog.TypeKind || r.Kind == catalog.FamilyKind && !byHand(st) || !p.grants(st, p.permission("SECRET_BUNDLE_READ")) {
		return nothing
	}
	shown := "`SECRET_BUNDLE_READ`"
	if p.grants(st, p.permission("OBJECT_READ")) {
		shown += ", `OBJECT_READ`"
	}
	return finding{says: "this reads contents: %", name: shown}
}
