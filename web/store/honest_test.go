package store_test

import (
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

func TestAMoveToWhereACompartmentLiesCannotBeMade(t *testing.T) {
	s := inhabited(store.AskForm{Kind: "move", Pointer: "/compartments/0/compartments/0"})
	if !s.State().Tending.Form.Idle {
		t.Error("a move to where it lies is offered")
	}
	s.Dispatch(store.FillForm{Field: "to", Value: "Dev"})
	if s.State().Tending.Form.Idle {
		t.Error("a move elsewhere is not offered")
	}
	s.Dispatch(store.FillForm{Field: "to", Value: "Prod"})
	if !s.State().Tending.Form.Idle {
		t.Error("a move back to where it lies is offered")
	}
}

// What an editor takes back by itself is no step of the page's: the next step back shows.
func TestWhatIsTypedAndTakenBackIsNoStep(t *testing.T) {
	s := opened(store.SetTenancy{Key: "name", Value: "other"})
	text := s.State().Work.Scenario.Policies[0].File.Text
	done(s, store.EditPolicy{File: readers, Text: text + "x"}, store.EditPolicy{File: readers, Text: text + "xy"}, store.EditPolicy{File: readers, Text: text})
	s.Dispatch(store.Undo{})
	wants(t, "the tenancy after one step back", s.State().Analysis.World.Name, "acme")
	done(s, store.Redo{}, store.EditPolicy{File: readers, Text: text + "x"}, store.EditPolicy{File: readers, Text: text}, store.EditPolicy{File: readers, Text: text + "y"}, store.Undo{})
	wants(t, "the policy after another", s.State().Work.Scenario.Policies[0].File.Text, text)
	wants(t, "the tenancy", s.State().Analysis.World.Name, "other")
}

func TestHalfOfAnAgreementIsNotMarkedAsGranting(t *testing.T) {
	s := store.New("", nil, "")
	done(s, store.OpenText{Name: "test", Text: strings.Replace(foreign, "Endorse group Watchers", "# Endorse group Watchers", 1)}, store.LoadCheck{Line: 1})
	wants(t, "the verdict", word(s), "DENIED")
	wants(t, "the marks", marksOf(s, "policies/in.policy"), "quiet quiet near quiet")
	done(s, store.OpenText{Name: "test", Text: foreign}, store.LoadCheck{Line: 1})
	wants(t, "the verdict of both halves", word(s), "ALLOWED")
	wants(t, "the marks", marksOf(s, "policies/in.policy"), "quiet quiet grants quiet")
}

func TestOfATenancyThatCannotBeReadNothingIsSaidToBeNowhere(t *testing.T) {
	s := opened(store.EditTenancy{Text: "{"})
	if c := s.Views().Policies.Cards[1]; c.Nowhere || c.Path != "Prod" {
		t.Errorf("the policy is attached to %q, nowhere %v", c.Path, c.Nowhere)
	}
	wants(t, "the place of the request", s.Views().Request.Form.Place, "Prod:Data")
	s.Dispatch(store.EditTenancy{Text: "{}"})
	if !s.Views().Policies.Cards[1].Nowhere {
		t.Error("a policy that is attached nowhere does not say so")
	}
}
