package store_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

// foreign has two tenancies, in which much is called the same.
const foreign = `Abroad

-- tenancy.json --
{"name": "acme", "compartments": [{"name": "Shared"}], "groups": [{"name": "Readers"}], "users": [{"name": "carol", "groups": ["Readers"]}]}
-- policies/in.policy --
Define tenancy Partner as ocid1.tenancy.oc1..partner
Define group Watchers as ocid1.group.oc1..Watchers
Admit group Watchers of tenancy Partner to read object-family in compartment Shared
Allow group Readers to read buckets in compartment Shared
-- tenancies/partner/tenancy.json --
{
  "name": "partner", // them
  "compartments": [{"name": "Shared", "compartments": [{"name": "Inner"}]}, {"name": "Lab"}],
  "groups": [{"name": "Watchers"}, {"name": "Readers"}],
  "users": [{"name": "carol", "groups": ["Watchers"]}],
  "dynamicGroups": [{"name": "pods", "matchingRule": "instance.compartment.id = 'ocid1.compartment.oc1..Shared.Inner'"}],
  "resources": [{"name": "web1", "type": "instance", "compartment": "Shared:Inner"}]
}
-- tenancies/partner/policies/out.policy --
Define tenancy Acme as ocid1.tenancy.oc1..acme
Endorse group Watchers to read object-family in tenancy Acme
Allow group Readers to read buckets in compartment Shared:Inner
-- checks --
carol of partner may GetObject in Shared
carol may GetBucket in Shared
carol of partner may not GetBucket in Shared:Inner of partner
`

// abroad is a store that shows the other tenancy.
func abroad(actions ...store.Action) *store.Store {
	s := store.New("", nil, "https://play.example/")
	return done(s, append([]store.Action{store.OpenText{Name: "test", Text: foreign}, store.ShowTenancy{Name: "partner"}}, actions...)...)
}

// all is every text of the scenario, by file.
func all(s *store.Store) string {
	var out strings.Builder
	for _, f := range s.State().Work.Scenario.Files() {
		fmt.Fprintf(&out, "== %s\n%s", f.Name, f.Text)
	}
	return out.String()
}

// goneAbroad tells whether one step back brings everything again.
func goneAbroad(t *testing.T, s *store.Store) {
	t.Helper()
	s.Dispatch(store.Undo{})
	wants(t, "one step back", all(s), all(abroad()))
}

func TestTheTextsAreJudgedAsTheyWere(t *testing.T) {
	s := abroad()
	for i, a := range s.State().Analysis.Answers {
		if !a.Holds {
			t.Errorf("check %d is judged %v", i+1, a.Decision.Verdict)
		}
	}
}

func TestTheFormsWorkOnTheTenancyThatIsShown(t *testing.T) {
	for _, c := range []struct {
		kind, pointer string
		fill          []string
		want          []string
	}{
		{"compartment", "/compartments/1", []string{"name", "Bench"}, []string{`{"name": "Lab", "compartments": [{"name": "Bench"}]}`}},
		{"group", "", []string{"name", "Ops"}, []string{`{"name": "Readers"}, {"name": "Ops"}]`}},
		{"tags", "/groups/0", []string{"key0", "A.b", "value0", "c"}, []string{`{"name": "Watchers", "definedTags": {"A": {"b": "c"}}}`}},
		{"resource", "", []string{"name", "db", "compartment", "Lab"}, []string{`{"name": "db", "type": "instance", "compartment": "Lab"}`}},
		{"rename", "/users/0", []string{"name", "carla"}, []string{`{"name": "carla", "groups": ["Watchers"]}`, "carla of partner may GetObject", "\ncarol may GetBucket"}},
		{"move", "/compartments/0/compartments/0", []string{"to", "Lab"}, []string{`{"name": "Lab", "compartments": [{"name": "Inner"}]}`, "buckets in compartment Lab:Inner",
			"GetBucket in Lab:Inner of partner", "'ocid1.compartment.oc1..Lab.Inner'", `"compartment": "Lab:Inner"`, "carol may GetBucket in Shared\n"}},
		{"delete", "/groups/0", nil, []string{`"groups": [{"name": "Readers"}]`, `{"name": "carol", "groups": []}`}},
	} {
		s := asked(abroad(), c.kind, c.pointer, c.fill...)
		wants(t, "the form of a "+c.kind, problem(s), "")
		holds(t, "the texts after "+c.kind, all(s), append(c.want, `"name": "partner", // them`, `== tenancy.json`+"\n"+`{"name": "acme", "compartments": [{"name": "Shared"}], "groups": [{"name": "Readers"}], "users": [{"name": "carol", "groups": ["Readers"]}]}`)...)
		wants(t, "the tenancy that is shown", s.Views().Tenancy.Abroad, "partner")
		goneAbroad(t, s)
	}
}

func TestWhatIsCalledTheSameElsewhereKeepsItsName(t *testing.T) {
	s := abroad(store.AskForm{Kind: "rename", Pointer: "/compartments/0"}, store.RenameTo{Name: "Common"})
	holds(t, "the texts", all(s), "buckets in compartment Common:Inner", "Common:Inner of partner", "Allow group Readers to read buckets in compartment Shared\n", "carol may GetBucket in Shared\n", "to read object-family in compartment Shared\n")
	goneAbroad(t, s)
	s = abroad(store.AskForm{Kind: "rename", Pointer: "/groups/1"}, store.RenameTo{Name: "Lookers"})
	holds(t, "the texts", all(s), "Allow group Lookers to read buckets in compartment Shared:Inner", "Allow group Readers to read buckets in compartment Shared\n")
	goneAbroad(t, s)
	s = abroad(store.ShowTenancy{}, store.AskForm{Kind: "rename", Pointer: "/compartments/0"}, store.RenameTo{Name: "Common"})
	holds(t, "the texts", all(s), "buckets in compartment Shared:Inner", "Shared:Inner of partner", "Allow group Readers to read buckets in compartment Common\n", "carol may GetBucket in Common\n")
	s = asked(abroad(store.ShowTenancy{}), "rename", "/users/0", "name", "cora")
	holds(t, "the checks", all(s), "carol of partner may GetObject", "cora may GetBucket")
}

func TestADefinitionElsewhereFollowsTheNameItIsMadeOf(t *testing.T) {
	s := abroad(store.AskForm{Kind: "rename", Pointer: "/groups/0"}, store.RenameTo{Name: "Ops Team"})
	holds(t, "the texts", all(s), "Define group Watchers as 'ocid1.group.oc1..Ops Team'", "Endorse group 'Ops Team' to read", `"groups": ["Ops Team"]`)
	if a := s.State().Analysis.Answers[0]; !a.Holds {
		t.Errorf("the request is judged %v", a.Decision.Verdict)
	}
	goneAbroad(t, s)
	s = abroad(store.SetTenancy{Key: "name", Value: "globex"})
	holds(t, "the texts", all(s), `"name": "globex"`, "Define tenancy Partner as ocid1.tenancy.oc1..globex", "carol of globex may GetObject", "Shared:Inner of globex")
	for i, a := range s.State().Analysis.Answers {
		if !a.Holds {
			t.Errorf("check %d is judged %v", i+1, a.Decision.Verdict)
		}
	}
	wants(t, "its tab", s.Views().Tenancy.Tabs[1].Label, "globex")
	goneAbroad(t, s)
}

func TestAnEditorAbroadLeadsToItsOwnTenancy(t *testing.T) {
	const out, rule = "tenancies/partner/policies/out.policy", "dynamic group partner/pods"
	const at = len("Define tenancy Acme as ocid1.tenancy.oc1..acme\nEndorse group W")
	s := abroad(store.ShowTenancy{}, store.GoTo{File: out, At: at})
	if v := s.Views().Tenancy; v.Abroad != "partner" || !v.JSON || v.Text.Reveal.Span.File != "tenancies/partner/tenancy.json" {
		t.Errorf("it shows %q", v.Abroad)
	}
	done(s, store.AskRename{File: out, At: at}, store.RenameTo{Name: "Lookers"})
	holds(t, "the texts", all(s), `{"name": "Lookers"}`, "Endorse group Lookers")
	goneAbroad(t, s)

	s = abroad(store.ShowEntry{Pointer: "/dynamicGroups/0"})
	pods := func() store.ResidentView { return s.Views().Tenancy.Lists[2].Entries[0] }
	wants(t, "what the rule matches", pods().Note, "matches web1")
	wants(t, "its editor", pods().Text.File, rule)
	done(s, store.EditRule{Group: "/dynamicGroups/0", Text: "instance.id = 'x'"})
	wants(t, "what the rule matches", pods().Note, "matches nothing")
	goneAbroad(t, s)
	done(s, store.ShowTenancy{}, store.Show{Span: span(rule, 0, 8)})
	if v := s.Views().Tenancy; v.Abroad != "partner" || !v.Lists[2].Entries[0].Open {
		t.Error("the rule is not shown in its tenancy")
	}
}

func TestMembersAndPoliciesAreAddedAbroad(t *testing.T) {
	s := abroad(store.SetMember{User: "/users/0", Group: "/groups/1", In: true})
	holds(t, "the texts", all(s), `{"name": "carol", "groups": ["Watchers", "Readers"]}`)
	goneAbroad(t, s)
	s = abroad(store.AttachHere{Path: "Lab"})
	holds(t, "the texts", all(s), "== tenancies/partner/policies/Lab/policy.policy")
	goneAbroad(t, s)
	s = abroad(store.TreeTo{Path: "Lab"})
	wants(t, "the request's own row", fmt.Sprint(s.Views().Tenancy.Rows[3].Current), "true")
	done(s, store.LoadCheck{Line: 3})
	if r := s.Views().Tenancy.Rows[2]; !r.Target {
		t.Errorf("the row of the target is %+v", r)
	}
}
