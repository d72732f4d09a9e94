package store_test

import (
	"strings"
	"testing"

	"oci-policy-playground/engine/redact"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/store"
)

const lists = `{"data": [{"id": "ocid1.compartment.oc1..prod", "name": "Prod", "compartment-id": "ocid1.tenancy.oc1..t"}]}`

func TestAnImportIsShownBeforeItIsTaken(t *testing.T) {
	s := store.New("", nil, "")
	before := s.State().Work.Scenario
	done(s, store.ShowDialog{Dialog: "open"}, store.Propose{Name: "c.json", Text: lists})
	v := s.Views().Dialog.Import
	if !v.CanTake || v.Onto || len(v.Taken) != 1 || v.Taken[0] != (store.TakenView{What: "compartments (1)", Names: "Prod"}) || v.File != "c.json" {
		t.Errorf("the dialog says %+v", v)
	}
	if s.State().Work.Scenario != before {
		t.Error("something was taken already")
	}
	done(s, store.TakeProposal{})
	if world := s.State().Analysis.World; len(world.Root.Children) != 1 || world.Root.Children[0].Name != "Prod" || s.State().Dialog != "" {
		t.Errorf("the world is %+v", world.Root)
	}
	wants(t, "the notice", s.State().Notice.Text, "Taken: compartments (1). Undo takes it back.")
	done(s, store.Undo{})
	if s.State().Work.Scenario != before {
		t.Error("undo does not take it back")
	}
}

func TestAnImportIsLaidOverOwnWork(t *testing.T) {
	s := opened(store.Propose{Name: "c.json", Text: lists, Pasted: true})
	if v := s.Views().Dialog.Import; v.Pasted != "" {
		t.Errorf("no dialog is open, and it says %+v", v)
	}
	if !s.State().Importing.Onto {
		t.Error("own work would be lost")
	}
	done(s, store.TakeProposal{})
	if n := len(s.State().Work.Scenario.Policies); n != 2 {
		t.Errorf("there are %d policies", n)
	}
	done(s, store.Undo{}, store.Propose{Name: "c.json", Text: lists}, store.SetOnto{}, store.TakeProposal{})
	if n := len(s.State().Work.Scenario.Policies); n != 0 {
		t.Errorf("there are %d policies beside what was to be alone", n)
	}
}

func TestAnAuditEventAsksItsRequest(t *testing.T) {
	s := opened(store.Propose{Name: "e", Text: `{"data": {"eventName": "DeleteBucket", "compartmentName": "Data", "identity": {"principalName": "bob"}, "response": {"status": "404"}}}`}, store.TakeProposal{})
	wants(t, "the request", s.State().Work.Sentence(), "bob may not DeleteBucket in Prod:Data")
	wants(t, "the verdict", word(s), "DENIED")
}

func TestWhatCannotBeTakenChangesNothing(t *testing.T) {
	s := opened(store.ShowDialog{Dialog: "open"}, store.Propose{Name: "x", Text: "Dear support"})
	before := s.State().Work
	v := s.Views().Dialog.Import
	if v.CanTake || len(v.Problems) != 1 || v.Problems[0].Where != "line 1: " {
		t.Errorf("the dialog says %+v", v)
	}
	done(s, store.TakeProposal{})
	if s.State().Work.Scenario != before.Scenario {
		t.Error("it was taken")
	}
	done(s, store.Propose{})
	if s.State().Importing != nil || s.Views().Dialog.Import.CanTake {
		t.Error("it is still proposed")
	}
}

func TestARedactedLinkHoldsNoName(t *testing.T) {
	s := opened(store.ShowDialog{Dialog: "share"})
	open := s.Views().Dialog.Link
	done(s, store.SetRedaction{On: true, Options: redact.Options{}})
	v := s.Views().Dialog
	wants(t, "what it says", v.Redact.Same, "2 of 2 verdicts are the same.")
	if v.Link == open || len(v.Redact.Pairs) == 0 || v.Redact.Bad {
		t.Errorf("the dialog says %+v", v.Redact)
	}
	shared, err := scenario.Open(v.Link[strings.IndexByte(v.Link, '#')+1:])
	if err != nil || strings.Contains(string(scenario.Format(shared)), "alice") {
		t.Errorf("%v:\n%s", err, scenario.Format(shared))
	}
	if told := s.State().Shared().Answer().Story.Markdown(""); strings.Contains(told, "alice") || !strings.Contains(told, "user1") {
		t.Errorf("the ticket reads\n%s", told)
	}
	if s.State().Work.Sentence() == s.State().Shared().Work.Sentence() {
		t.Error("the work itself was redacted, or nothing was")
	}
	done(s, store.SetRedaction{})
	wants(t, "the link", s.Views().Dialog.Link, open)
}
