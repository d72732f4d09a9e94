package store_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/web/store"
)

const peopled = `People

-- tenancy.json --
{
  // who we are
  "name": "acme",
  "compartments": [
    {"name": "Prod", "compartments": [{"name": "Data"}, {"name": "Web"}]}, // the real one
    {"name": "Dev", "definedTags": {"Ops": {"Env": "dev"}}}
  ],
  "groups": [{"name": "Readers"}, {"name": "Audit \"A\"", "domain": "Partners"}],
  "users": [{"name": "alice", "groups": ["Readers", "Partners/Audit \"A\""]}, {"name": "bob"}],
  "dynamicGroups": [{"name": "pods", "matchingRule": "all {instance.compartment.id = 'ocid1.compartment.oc1..Prod.Data'}"}],
  "resources": [
    {"name": "web1", "type": "instance", "compartment": "Prod:Data"},
    {"name": "logs", "type": "bucket", "compartment": "Prod"}
  ],
  "networkSources": [{"name": "Office", "publicSourceList": ["203.0.113.0/24"]}]
}
-- policies/readers.policy --
Allow group Readers to read buckets in compartment Prod:Data
Allow group Readers to read objects in compartment id ocid1.compartment.oc1..Prod.Data
Allow group 'Partners'/'Audit "A"' to read buckets in tenancy
Allow dynamic-group pods to read buckets in tenancy
-- policies/Prod/inner.policy --
Allow group Readers to use objects in compartment Data
-- policies/Prod/Data/own.policy --
Allow group Readers to use objects in compartment Data
-- checks --
alice may GetBucket in Prod:Data
instance web1 may GetBucket in Prod
user bob may not GetBucket in Dev
`

// inhabited is a store with the people above, after these actions.
func inhabited(actions ...store.Action) *store.Store {
	s := store.New("", nil, "https://play.example/")
	s.Dispatch(store.OpenText{Name: "test", Text: peopled})
	return done(s, actions...)
}

// asked is the store after a form was filled in and done: field, value and so on.
func asked(s *store.Store, kind, pointer string, fill ...string) *store.Store {
	s.Dispatch(store.AskForm{Kind: kind, Pointer: pointer})
	for i := 0; i+1 < len(fill); i += 2 {
		s.Dispatch(store.FillForm{Field: fill[i], Value: fill[i+1]})
	}
	return done(s, store.DoForm{})
}

func tenancyOf(s *store.Store) string { return s.State().Work.Scenario.Tenancy.Text }

func holds(t *testing.T, what, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s has no %s:\n%s", what, part, text)
		}
	}
}

// undone tells whether one step back brings the first texts again, with everything that is not touched.
func undone(t *testing.T, s *store.Store) {
	t.Helper()
	s.Dispatch(store.Undo{})
	first := inhabited()
	for i, f := range first.State().Work.Scenario.Files() {
		if now := s.State().Work.Scenario.Files(); i >= len(now) || now[i].Name != f.Name || now[i].Text != f.Text {
			t.Errorf("one step back %s is not what it was", f.Name)
		}
	}
}

// problem is what the open form refuses, "" when it is done.
func problem(s *store.Store) string {
	f := s.State().Tending.Form
	if f == nil {
		return ""
	}
	text := ""
	for _, p := range f.Problem {
		text += p.Text
	}
	return "refused: " + text
}

func TestEntriesAreAddedWhereTheyBelong(t *testing.T) {
	for _, c := range []struct {
		kind, pointer string
		fill          []string
		want          string
	}{
		{"compartment", "", []string{"name", "Test"}, `{"name": "Dev", "definedTags": {"Ops": {"Env": "dev"}}},` + "\n    " + `{"name": "Test"}`},
		{"compartment", "/compartments/0/compartments/1", []string{"name", "Front"}, `{"name": "Web", "compartments": [{"name": "Front"}]}`},
		{"group", "", []string{"name", ` Odd "name" of more than sixty-four characters, which is one all the same `}, `{"name": "Odd \"name\" of more than sixty-four characters, which is one all the same"}`},
		{"group", "", []string{"name", "Ops", "domain", "Partners"}, `{"name": "Ops", "domain": "Partners"}`},
		{"user", "", []string{"name", "carol"}, `{"name": "bob"}, {"name": "carol"}`},
		{"domain", "", []string{"name", "Guests"}, `"domains": [{"name": "Guests"}]`},
		{"dynamic group", "", []string{"name", "apps"}, `{"name": "apps", "matchingRule": "instance.compartment.id = 'ocid1.compartment.oc1..Prod'"}`},
		{"resource", "", []string{"name", "ci", "type", "workload", "compartment", "Dev", "namespace", "build"}, `{"name": "ci", "type": "workload", "compartment": "Dev", "namespace": "build"}`},
		{"network source", "", []string{"name", "Home", "ranges", "198.51.100.7/32 10.0.0.0/8"}, `{"name": "Home", "publicSourceList": ["198.51.100.7/32", "10.0.0.0/8"]}`},
	} {
		s := asked(inhabited(), c.kind, c.pointer, c.fill...)
		wants(t, "the form of a "+c.kind, problem(s), "")
		holds(t, "the tenancy", tenancyOf(s), c.want, "// who we are", "// the real one")
		undone(t, s)
	}
}

func TestWhatCannotBeIsRefusedAndSaid(t *testing.T) {
	for _, c := range []struct {
		kind, pointer string
		fill          []string
		want          string
	}{
		{"compartment", "", []string{"name", "prod"}, "there are two of compartment prod"},
		{"compartment", "", []string{"name", "a:b"}, "without a colon"},
		{"group", "", nil, "It needs a name."},
		{"user", "", []string{"name", "Alice"}, "there are two of user"},
		{"network source", "", []string{"name", "x", "ranges", "10.0.0.0/8, home"}, "home is no range"},
		{"tags", "/groups/0", []string{"key0", "Env", "value0", "x"}, "a namespace and a key"},
		{"move", "/compartments/1", nil, "It lies there already."},
		{"resource", "", []string{"name", "x", "type", ""}, "needs a name and a type"},
	} {
		s := asked(inhabited(), c.kind, c.pointer, c.fill...)
		holds(t, "the form of a "+c.kind, problem(s), "refused", c.want)
		if s.State().CanUndo() && tenancyOf(s) != tenancyOf(inhabited()) {
			t.Errorf("the tenancy has changed: %s", tenancyOf(s))
		}
	}
}

func TestAMoveSaysWhatItDoesBeforeItDoesIt(t *testing.T) {
	s := inhabited(store.AskForm{Kind: "move", Pointer: "/compartments/0/compartments/0"}, store.FillForm{Field: "to", Value: "Dev"})
	got := effects(s)
	holds(t, "the dialog", got,
		"Rewritten: readers line 1: Allow group Readers to read buckets in compartment Prod:Data → Allow group Readers to read buckets in compartment Dev:Data",
		"compartment id ocid1.compartment.oc1..Prod.Data → Allow group Readers to read objects in compartment id ocid1.compartment.oc1..Dev.Data",
		"Stops working: inner line 1: Allow group Readers to use objects in compartment Data",
		"Dev:Data  does not lie under  Prod")
	if strings.Contains(got, "own line") {
		t.Errorf("the compartment's own policy is not concerned: %s", got)
	}
}

// effects is what the form says would come of it.
func effects(s *store.Store) string {
	var out strings.Builder
	for _, e := range s.State().Tending.Form.Effects {
		for _, r := range e.Rows {
			fmt.Fprintf(&out, "%s: %s: %s → %s", e.Title, r.Where, joined(r.Old), joined(r.New))
			for _, p := range r.Says {
				out.WriteString(" " + p.Text)
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

func joined(words []store.Word) string {
	text := ""
	for _, w := range words {
		text += w.Text
	}
	return text
}

func TestAMoveTakesEverythingAlong(t *testing.T) {
	s := asked(inhabited(), "move", "/compartments/0/compartments/0", "to", "Dev")
	wants(t, "the form", problem(s), "")
	holds(t, "the tenancy", tenancyOf(s), `{"name": "Dev", "definedTags": {"Ops": {"Env": "dev"}}, "compartments": [{"name": "Data"}]}`,
		`{"name": "Prod", "compartments": [{"name": "Web"}]}, // the real one`, `"compartment": "Dev:Data"`, `compartment.id = 'ocid1.compartment.oc1..Dev.Data'`)
	x := s.State().Work.Scenario
	holds(t, "the policy", x.Policies[0].File.Text, "buckets in compartment Dev:Data\n", "compartment id ocid1.compartment.oc1..Dev.Data\n")
	wants(t, "the policy of the old parent", strings.TrimSpace(x.Policies[1].File.Text), "Allow group Readers to use objects in compartment Data")
	wants(t, "where its own policy is attached", x.Policies[2].AttachedTo, "Dev:Data")
	holds(t, "the checks", x.Checks.Text, "alice may GetBucket in Dev:Data\n")
	wants(t, "the row of the keyboard", s.State().TreeAt, "Dev:Data")
	undone(t, s)
}

func TestADeletionSaysWhatBreaksAndGoes(t *testing.T) {
	s := inhabited(store.AskForm{Kind: "delete", Pointer: "/compartments/0/compartments/0"})
	holds(t, "the dialog", effects(s), "Stops working: readers line 1", "Stops working: readers line 2", "Stops working: inner line 1", "Goes with it: policy:  →  own, 1 statement",
		"Goes with it: instance:  →  web1", "Checks that come out otherwise: allowed → cannot be judged: alice may GetBucket in Prod:Data")
	s.Dispatch(store.DoForm{})
	wants(t, "the form", problem(s), "")
	holds(t, "the tenancy", tenancyOf(s), `{"name": "Prod", "compartments": [{"name": "Web"}]}, // the real one`, "\"resources\": [\n    {\"name\": \"logs\"")
	if n := len(s.State().Work.Scenario.Policies); n != 2 {
		t.Errorf("%d policies are left", n)
	}
	wants(t, "the row of the keyboard", s.State().TreeAt, "Prod")
	undone(t, s)
	s = asked(inhabited(), "delete", "/compartments/0")
	holds(t, "the tenancy", tenancyOf(s), `"resources": []`, `{"name": "Dev", "definedTags"`)
	undone(t, s)
}

func TestPeopleAreDeletedWithTheirMemberships(t *testing.T) {
	s := inhabited(store.AskForm{Kind: "delete", Pointer: "/groups/1"})
	holds(t, "the dialog", effects(s), `Stops working: readers line 3: Allow group 'Partners'/'Audit "A"' to read buckets in tenancy`)
	s.Dispatch(store.DoForm{})
	holds(t, "the tenancy", tenancyOf(s), `"groups": [{"name": "Readers"}]`, `{"name": "alice", "groups": ["Readers"]}`)
	undone(t, s)
	for pointer, want := range map[string]string{"/users/1": `"groups": ["Readers", "Partners/Audit \"A\""]}]`, "/dynamicGroups/0": `"dynamicGroups": []`,
		"/resources/1": `"compartment": "Prod:Data"}`, "/networkSources/0": `"networkSources": []`} {
		s := asked(inhabited(), "delete", pointer)
		holds(t, "the tenancy without "+pointer, tenancyOf(s), want)
		undone(t, s)
	}
}

func TestEntriesAreRenamedWhereverTheyAreNamed(t *testing.T) {
	s := inhabited(store.AskForm{Kind: "rename", Pointer: "/groups/1"}, store.RenameTo{Name: `Say "no"`})
	holds(t, "the tenancy", tenancyOf(s), `{"name": "Say \"no\"", "domain": "Partners"}`, `"Partners/Say \"no\""`)
	holds(t, "the policy", s.State().Work.Scenario.Policies[0].File.Text, `'Partners'/'Say "no"'`)
	undone(t, s)

	s = inhabited(store.TreeTo{Path: "Prod:Data"}, store.AskForm{Kind: "rename", Pointer: "/compartments/0"}, store.RenameTo{Name: "Live"})
	holds(t, "the tenancy", tenancyOf(s), `{"name": "Live", "compartments"`, `'ocid1.compartment.oc1..Live.Data'`, `"compartment": "Live:Data"`)
	wants(t, "the row of the keyboard", s.State().TreeAt, "Live:Data")
	undone(t, s)

	s = asked(inhabited(), "rename", "/users/1", "name", "rob", "domain", "Partners")
	holds(t, "the tenancy", tenancyOf(s), `{"name": "rob", "domain": "Partners"}`)
	holds(t, "the checks", s.State().Work.Scenario.Checks.Text, "user Partners/rob may not")
	undone(t, s)

	s = asked(inhabited(), "rename", "/resources/0", "name", "web 2", "compartment", "")
	holds(t, "the tenancy", tenancyOf(s), `{"name": "web 2", "type": "instance"}`)
	holds(t, "the checks", s.State().Work.Scenario.Checks.Text, "instance 'web 2' may")
	undone(t, s)
}

func TestTagsAreWrittenInRows(t *testing.T) {
	s := inhabited(store.AskForm{Kind: "tags", Pointer: "/compartments/1"})
	if n := len(s.State().Tending.Form.Fields); n != 4 {
		t.Fatalf("%d fields for one tag and another", n)
	}
	done(s, store.FillForm{Field: "key1", Value: "Cost.Center"}, store.FillForm{Field: "value1", Value: "4 2"})
	if n := len(s.State().Tending.Form.Fields); n != 6 {
		t.Errorf("%d fields for two tags and another", n)
	}
	done(s, store.DoForm{})
	holds(t, "the tenancy", tenancyOf(s), `"definedTags": {"Cost": {"Center": "4 2"}, "Ops": {"Env": "dev"}}`)
	undone(t, s)
	s = asked(inhabited(), "tags", "/compartments/1", "key0", "", "value0", "")
	holds(t, "the tenancy", tenancyOf(s), `{"name": "Dev"}`)
	undone(t, s)
	holds(t, "the root's tags", tenancyOf(asked(inhabited(), "tags", "", "key0", "A.b", "value0", "c")), `"definedTags": {"A": {"b": "c"}}`)
}

func TestMembershipsAreGivenAndTaken(t *testing.T) {
	join := store.SetMember{User: "/users/1", Group: "/groups/1", In: true}
	s := inhabited(join, join)
	holds(t, "the tenancy", tenancyOf(s), `{"name": "bob", "groups": ["Partners/Audit \"A\""]}`)
	done(s, store.SetMember{User: "/users/0", Group: "/groups/0"})
	holds(t, "the tenancy", tenancyOf(s), `{"name": "alice", "groups": ["Partners/Audit \"A\""]}`)
	done(s, store.Undo{})
	undone(t, s)
	done(s, store.SetMember{User: "/groups/0", Group: "/users/1", In: true}, store.SetMember{User: "/users/9", Group: "/groups/0"})
	wants(t, "the tenancy after what is no membership", tenancyOf(s), tenancyOf(inhabited()))
}

func TestARuleIsEditedAndItsMembersFollow(t *testing.T) {
	s := inhabited(store.ShowEntry{Pointer: "/dynamicGroups/0"})
	pods := func() store.ResidentView { return s.Views().Tenancy.Lists[2].Entries[0] }
	wants(t, "the members", pods().Note, "matches web1")
	wants(t, "the editor", pods().Text.File, "dynamic group pods")
	done(s, store.EditRule{Group: "/dynamicGroups/0", Text: "instance.id = \"x"}, store.EditRule{Group: "/dynamicGroups/0", Text: "instance.id = 'x'"})
	holds(t, "the tenancy", tenancyOf(s), `"matchingRule": "instance.id = 'x'"`)
	wants(t, "the members", pods().Note, "matches nothing")
	if items := s.State().Complete("dynamic group pods", "any {inst", 9); len(items) == 0 || items[0].Label != "instance.compartment.id" {
		t.Errorf("the editor offers %+v", items)
	}
	done(s, store.Undo{}) // both changes are one step
	wants(t, "the members", pods().Note, "matches web1")
	done(s, store.EditRule{Group: "/groups/0", Text: "instance.id = 'x'"})
	wants(t, "a group without a rule", tenancyOf(s), tenancyOf(inhabited()))
	f := "dynamic group pods"
	done(s, store.SetJSON{On: true}, store.Show{Span: span(f, 5, 29)})
	if at := s.State().Reveals[f]; s.State().JSON || !at.Fresh || s.State().Pane != "tenancy" {
		t.Error("the words of the rule are not shown in its editor")
	}
}

func TestTheTenancyItselfIsChanged(t *testing.T) {
	s := inhabited(store.SetTenancy{Key: "denyPolicies", Value: "true"}, store.SetTenancy{Key: "administrators", Value: "false"},
		store.SetTenancy{Key: "homeRegion", Value: "eu-frankfurt-1"}, store.SetTenancy{Key: "name", Value: "other"})
	holds(t, "the tenancy", tenancyOf(s), `"denyPolicies": true`, `"administrators": false`, `"homeRegion": "eu-frankfurt-1"`, `"name": "other",`)
	if v := s.Views().Tenancy.Self; !v.Deny || v.Administrators || v.HomeRegion != "eu-frankfurt-1" || v.Name != "other" {
		t.Errorf("it shows %+v", v)
	}
	done(s, store.SetTenancy{Key: "homeRegion", Value: ""}, store.Undo{}, store.Undo{}, store.Undo{}, store.Undo{})
	undone(t, s)
}

func TestAPolicyIsAttachedWhereTheKeyboardIs(t *testing.T) {
	s := inhabited(store.AttachHere{Path: "Dev"})
	cards := s.Views().Policies.Cards
	wants(t, "the new policy", cards[len(cards)-1].File, "policies/Dev/policy.policy")
	undone(t, s)
}

func TestATextThatIsNoJSONLosesNothing(t *testing.T) {
	s := inhabited(store.EditTenancy{Text: `{"name": "acme", `}, store.AskForm{Kind: "group"}, store.SetMember{User: "/users/0", Group: "/groups/0", In: true},
		store.SetTenancy{Key: "name", Value: "x"})
	if v := s.Views().Tenancy; !v.Broken || len(v.Rows)+len(v.Lists) != 0 || s.State().Dialog != "" {
		t.Errorf("it shows %+v", v)
	}
	wants(t, "the text", tenancyOf(s), `{"name": "acme", `)
	s = done(store.New("", nil, ""), store.OpenText{Name: "x.policy", Text: "Allow group A to read buckets in tenancy"}, store.EditTenancy{})
	holds(t, "a tenancy begun anew", tenancyOf(asked(s, "group", "", "name", "A")), `"groups": [{"name": "A"}]`)
}

func TestALargeTreeIsFolded(t *testing.T) {
	var big strings.Builder
	for i := range 120 {
		fmt.Fprintf(&big, `{"name": "c%d", "compartments": [{"name": "in"}, {"name": "too"}]},`, i)
	}
	s := inhabited(store.EditTenancy{Text: `{"compartments": [` + big.String() + `]}`})
	v := s.Views().Tenancy
	if len(v.Rows) != 121 || v.Rows[1].Open || v.Rows[1].Note != "2 compartments" {
		t.Fatalf("%d rows, the second %+v", len(v.Rows), v.Rows[1])
	}
	s.Dispatch(store.Fold{Path: "c7", Shut: false})
	if n := len(s.Views().Tenancy.Rows); n != 123 {
		t.Errorf("%d rows when one is unfolded", n)
	}
	s = inhabited(store.EditTenancy{Text: `{"compartments": [` + strings.ReplaceAll(big.String(), `"compartments": [{"name": "in"}, {"name": "too"}]`, "") +
		strings.ReplaceAll(big.String(), `"c`, `"d`) + `]}`})
	if v := s.Views().Tenancy; len(v.Rows) != 200 || v.MoreRows != 41 {
		t.Errorf("%d rows and %d more", len(v.Rows), v.MoreRows)
	}
	s.Dispatch(store.ShowAll{List: "compartments"})
	if v := s.Views().Tenancy; len(v.Rows) != 241 || v.MoreRows != 0 {
		t.Errorf("%d rows and %d more", len(v.Rows), v.MoreRows)
	}
}

func TestAnotherTenancyIsAddedShownEditedAndRemoved(t *testing.T) {
	holds(t, "the form", problem(asked(inhabited(), "tenancy", "", "name", "acme")), "already")
	holds(t, "the form", problem(asked(inhabited(), "tenancy", "", "name", "a/b")), "folder")
	s := asked(inhabited(), "tenancy", "", "name", "partner")
	wants(t, "the form", problem(s), "")
	v := s.Views().Tenancy
	if len(v.Tabs) != 2 || v.Abroad != "partner" || v.ReadOnly || v.Rows[1].Name != "Shared" || v.Lists[0].Entries[0].Name != "Partners" {
		t.Errorf("it shows %+v", v)
	}
	done(s, store.TreeTo{Path: "Shared"}, store.SetPlace{Path: "Shared", Of: "partner"})
	wants(t, "the request", s.Views().Request.Sentence.Text, "alice may GetBucket in Shared of partner")
	done(s, store.Undo{}, store.SetJSON{On: true}, store.EditTenancy{Text: `{"name": "partner", "compartments": [{"name": "Open"}]}`})
	wants(t, "its file", s.Views().Tenancy.Text.File, "tenancies/partner/tenancy.json")
	wants(t, "the scenario's own", tenancyOf(s), tenancyOf(inhabited()))
	done(s, store.SetJSON{})
	wants(t, "its compartment", s.Views().Tenancy.Rows[1].Name, "Open")
	done(s, store.ShowTenancy{})
	wants(t, "the root", s.Views().Tenancy.Rows[0].Name, "acme")
	done(s, store.ShowTenancy{Name: "partner"}, store.RemoveTenancy{})
	if v := s.Views().Tenancy; len(v.Tabs) != 0 || v.Abroad != "" || v.Rows[0].Name != "acme" {
		t.Errorf("without it there is %+v", v)
	}
	done(s, store.Undo{}, store.Undo{})
	undone(t, s)
}

func span(file string, start, end int) source.Span {
	return source.Span{File: file, Start: start, End: end}
}

func TestLongListsAreShownInPart(t *testing.T) {
	s := inhabited(store.EditTenancy{Text: `{"groups": [{"name": "G"}], "users": [` + users(250) + `]}`},
		store.EditChecks{Text: strings.Repeat("u1 may ListBuckets in tenancy\n", 250)}, store.LoadCheck{Line: 240})
	v := s.Views()
	groups, people, checks := v.Tenancy.Lists[0], v.Tenancy.Lists[1], v.Request
	if len(people.Entries) != 200 || people.More != 50 || len(checks.Rows) != 201 || checks.More != 49 || checks.Holding != "0 of 250 hold" {
		t.Errorf("%d people and %d more, %d checks and %d more, %s", len(people.Entries), people.More, len(checks.Rows), checks.More, checks.Holding)
	}
	if !strings.HasSuffix(groups.Entries[0].Note, "u19 and 230 more") {
		t.Errorf("the members are said to be %s", groups.Entries[0].Note)
	}
	done(s, store.ShowAll{List: "users"}, store.ShowAll{List: "checks"})
	if v := s.Views(); len(v.Tenancy.Lists[1].Entries) != 250 || len(v.Request.Rows) != 250 || v.Request.More != 0 {
		t.Error("not all is shown")
	}
}

func TestOfManyMembershipsThoseThatAreHeldComeFirst(t *testing.T) {
	s := inhabited(store.EditTenancy{Text: `{"groups": [{"name": "G"}], "users": [{"name": "first"}, ` + users(250) + `]}`}, store.ShowEntry{Pointer: "/groups/0"})
	open := func() store.ResidentView { return s.Views().Tenancy.Lists[0].Entries[0] }
	if e := open(); len(e.Chips) != 200 || e.MoreChips != 51 || !e.Chips[0].In || e.Chips[0].Name != "u0" {
		t.Errorf("%d are shown and %d not, the first is %+v", len(e.Chips), e.MoreChips, e.Chips[0])
	}
	s.Dispatch(store.ShowAll{List: "/groups/0"})
	if e := open(); len(e.Chips) != 251 || e.MoreChips != 0 || e.Chips[0].Name != "first" {
		t.Errorf("%d are shown and %d not, the first is %+v", len(e.Chips), e.MoreChips, e.Chips[0])
	}
}

// users are so many of them as JSON, all in the group G.
func users(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf(`{"name": "u%d", "groups": ["G"]}`, i)
	}
	return strings.Join(all, ", ")
}
