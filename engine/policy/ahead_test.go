package policy

import (
	"testing"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// What was bound ahead is not bound again, but for statements that speak of
// aliases.
func TestWhatIsBoundAheadIsKnownInTheNextRound(t *testing.T) {
	world, _ := tenancy.New(tenancy.Spec{Name: "acme"})
	doc, _ := syntax.Parse(source.NewFile("p.policy", "Define tenancy There as 'ocid1.tenancy.oc1..t'\n"+
		"Allow any-user to read buckets in tenancy\nNo statement\nDeny group Nobody to read buckets in tenancy\nEndorse any-user to read buckets in tenancy There\n"))
	p := Source{Name: "p", AttachedTo: world.Root, Document: doc}
	var m Memory
	a := m.Ahead(p, world, catalog.Default(), Guide)
	for a.Step() {
	}
	if left := a.Left(); left != 0 {
		t.Errorf("%d statements are left", left)
	}
	ahead := a.recall.recent.bound
	m.Round()
	m.Bind([]Source{p}, nil, world, catalog.Default(), Guide)
	bound := m.recent[setting{"p", "p.policy", world.Root, world, Guide}].bound
	for i, s := range doc.Statements {
		if lasts := lasting(s.Form); lasts != (ahead[i] != nil) || lasts && ahead[i] != bound[i] {
			t.Errorf("%q was bound as %p and then as %p", s.Text, ahead[i], bound[i])
		}
	}
}
