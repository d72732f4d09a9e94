package policy

import (
	"testing"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// What was bound ahead is not bound again, but for statements that speak of
// aliases, or may: of a group that is nowhere else.
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
		lasts := lasting(s.Form)
		if lasts != (ahead[i] != nil) || lasts && (ahead[i] == bound[i]) == ahead[i].asks {
			t.Errorf("%q was bound as %p and then as %p", s.Text, ahead[i], bound[i])
		}
	}
}

// A definition that is written, changed and taken away counts at once.
func TestWhatMaySpeakOfAnAliasIsBoundAgain(t *testing.T) {
	world, _ := tenancy.New(tenancy.Spec{Name: "acme", Groups: []tenancy.GroupSpec{
		{Name: "A", ID: "ocid1.group.oc1..a"}, {Name: "B", ID: "ocid1.group.oc1..b"}}})
	var m Memory
	var parser syntax.Parser
	for _, round := range []struct{ define, means string }{
		{"", ""}, {"Define group Ours as ocid1.group.oc1..a\n", "A"}, {"Define group Ours as ocid1.group.oc1..b\n", "B"}, {"", ""},
	} {
		text := "Allow group Ours to read buckets in tenancy\n" + round.define
		doc, _ := parser.Parse(source.NewFile("p.policy", text))
		m.Round()
		set, _ := m.Bind([]Source{{Name: "p", AttachedTo: world.Root, Document: doc}}, nil, world, catalog.Default(), Guide)
		var means string
		for _, g := range set.Statements[0].Who.Groups {
			means += g.Name
		}
		if means != round.means {
			t.Errorf("with %q it means %q", round.define, means)
		}
	}
}
