package store_test

import (
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/web/store"
)

// offered are the titles of what is offered for the problems of a file.
func offered(s *store.Store, file string) (all []string) {
	for _, d := range s.State().Problems.In(file) {
		for _, f := range d.Fixes {
			all = append(all, f.Title)
		}
	}
	return all
}

// follow takes the first fix of a title.
func follow(t *testing.T, s *store.Store, title string) {
	t.Helper()
	s.Dispatch(store.Settle{})
	for _, d := range s.State().Problems {
		for _, f := range d.Fixes {
			if f.Title == title {
				s.Dispatch(store.FixProblem{At: d.Span, Title: title})
				return
			}
		}
	}
	t.Fatalf("nothing offers to %q", title)
}

func TestAGroupThatIsMissingIsAddedByOneClickAndOneStepBack(t *testing.T) {
	s := opened(store.EditPolicy{File: readers, Text: "Allow group Reader to read buckets in compartment Prod:Date:Deep"}, store.Settle{})
	want := []string{"did you mean `Readers`?", "add group `Reader`", "add compartment `Prod:Date:Deep`"}
	if got := offered(s, readers); !slices.Equal(got, want) {
		t.Fatalf("there is offered %q, not %q", got, want)
	}
	before := s.State().Work.Scenario
	follow(t, s, "add group `Reader`")
	follow(t, s, "add compartment `Prod:Date:Deep`")
	if left := s.State().Problems.In(readers); left.HasErrors() {
		t.Errorf("there is still %v", left)
	}
	text := s.State().Work.Scenario.Tenancy.Text
	for _, entry := range []string{`"groups": [{"name": "Readers"}, {"name": "Reader"}]`, `{"name": "Data"}, {"name": "Date", "compartments": [{"name": "Deep"}]}`} {
		if !strings.Contains(text, entry) {
			t.Errorf("there is no %s in\n%s", entry, text)
		}
	}
	if done(s, store.Undo{}, store.Undo{}).State().Work.Scenario != before {
		t.Error("two steps back do not take both away")
	}
}

// The editor hands back the fix that it was given.
func TestAnEditorAddsWhatIsMissing(t *testing.T) {
	s := opened(store.EditPolicy{File: readers, Text: "Allow dynamic-group 'Fin'/Robots to read buckets in tenancy"}, store.Settle{})
	card := s.Views().Policies.Cards[0]
	i := slices.IndexFunc(card.Text.Problems, func(d source.Diagnostic) bool { return d.Missing != nil })
	fixes := card.Text.Problems[i].Fixes
	s.Dispatch(store.ApplyFix{Fix: fixes[len(fixes)-1]})
	g, ok := s.State().Analysis.World.DynamicGroup("Fin", "Robots")
	if !ok || g.MatchingRule != "instance.compartment.id = 'ocid1.compartment.oc1..Prod'" {
		t.Errorf("there is %+v", g)
	}
}

func TestTheCallerOfACheckIsAdded(t *testing.T) {
	s := opened(store.EditSentence{Text: "carol may GetBucket in Prod:Data"})
	wants(t, "the verdict", word(s), "CANNOT BE JUDGED")
	follow(t, s, "add user `carol`")
	wants(t, "the verdict", word(s), "DENIED")
}

// What is offered stays while somebody types beside it, and goes when the tenancy is another.
func TestAnOfferStandsWhileTheTenancyDoes(t *testing.T) {
	s := opened(store.EditPolicy{File: readers, Text: "Allow group Ops to read buckets in tenancy"}, store.Settle{},
		store.EditPolicy{File: readers, Text: "# why\nAllow group Ops to read buckets in tenancy"})
	if got := offered(s, readers); len(got) != 1 {
		t.Errorf("there is offered %q", got)
	}
	s.Dispatch(store.SetTenancy{Key: "name", Value: "other"})
	if got := offered(s, readers); len(got) != 0 {
		t.Errorf("for another text of the tenancy there is offered %q", got)
	}
}

const strange = "Allow group Ops to read buckets in compartment Net\nDeny group Ops to read buckets in compartment Net:Lab\nAllow group Readers to read objects in tenancy"

func TestWhatIsLaidOverWorkSaysWhatIsMissing(t *testing.T) {
	s := opened(store.Propose{Name: "pasted", Text: strange}, store.TakeProposal{}, store.Settle{})
	wants(t, "the notice", s.Views().Notice.Notice.Text, "Taken: policies (1). Undo takes it back. The tenancy does not have: group Ops, compartment Net, compartment Net:Lab.")
	wants(t, "what is offered beside the problems", s.Views().Policies.AddMissing, "Add all 3 that are missing")
	taken := s.State().Work.Scenario
	done(s, store.AddMissing{})
	if left := s.State().Analysis.Missing(); len(left) > 0 || s.Views().Notice.Notice.Text != "" || s.Views().Policies.AddMissing != "" {
		t.Errorf("there is still missing %v, and the notice says %q", left, s.Views().Notice.Notice.Text)
	}
	if done(s, store.Undo{}).State().Work.Scenario != taken {
		t.Error("one step back does not take it all away")
	}
}

func TestANoticeOfWhatIsMissingGoesWhenNothingIs(t *testing.T) {
	s := opened(store.Propose{Name: "pasted", Text: strange}, store.TakeProposal{}, store.Undo{})
	wants(t, "the notice", s.Views().Notice.Notice.Text, "")
}
