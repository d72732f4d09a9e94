package store_test

import (
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/shelf"
	"oci-policy-playground/web/store"
)

const readers = "policies/readers.policy"

// changed is a text of readers that nobody else has.
const changed = "Allow any-user to manage buckets in tenancy"

// own is a work as a browser keeps it, and its link.
func own(t *testing.T) (kept shelf.Kept, link string) {
	t.Helper()
	s := opened(store.EditPolicy{File: readers, Text: changed})
	link, err := s.State().Link()
	if err != nil {
		t.Fatal(err)
	}
	return shelf.Kept{Key: "k", Saved: 1, Text: s.State().Text()}, link
}

func TestTheNewestWorkIsGoneOnWith(t *testing.T) {
	kept, _ := own(t)
	s := store.New("", []shelf.Kept{kept, {Key: "older", Text: "Older"}}, "")
	wants(t, "the policy", s.Views().Policies.Cards[0].Text.Text, changed+"\n")
	if now := s.State(); now.Own != kept || !now.Touched || now.Fresh {
		t.Errorf("it goes on with %q", now.Own.Key)
	}
}

func TestAnotherLinkSaysThatOwnWorkIsKept(t *testing.T) {
	kept, _ := own(t)
	s := store.New("example=patterns", []shelf.Kept{kept}, "")
	if s.Views().Notice.Notice.Kind != store.HasKept {
		t.Error("nobody says so")
	}
	s.Dispatch(store.OpenKept{Kept: shelf.Kept{Text: s.State().Aside}})
	wants(t, "the policy", s.Views().Policies.Cards[0].Text.Text, changed+"\n")
	wants(t, "the notice", s.Views().Notice.Notice.Text, "")
}

func TestALinkOfKeptWorkIsThatWork(t *testing.T) {
	kept, link := own(t)
	s := store.New(link, []shelf.Kept{kept}, "")
	if now := s.State(); now.Own != kept || !now.Touched || now.Notice != (store.Notice{}) {
		t.Errorf("it says %q and goes on with %q", now.Notice.Text, now.Own.Key)
	}
	done(s, store.OpenFragment{Fragment: "example=patterns"})
	if now := s.State(); now.Own.Key != "" || now.Touched || now.Notice.Kind != store.HasKept {
		t.Error("the example counts as own work")
	}
	done(s, store.OpenFragment{Fragment: link, Kept: []shelf.Kept{kept}})
	if now := s.State(); now.Own != kept || now.Notice != (store.Notice{}) {
		t.Error("a step back is not recognized")
	}
}

func TestAnEmptyAddressShowsWhatNobodyAskedFor(t *testing.T) {
	s := store.New("example=patterns", nil, "")
	done(s, store.OpenFragment{})
	if now := s.State(); !now.Fresh || now.Damaged != nil {
		t.Error("it does not show the first example")
	}
	kept, _ := own(t)
	done(s, store.OpenExample{Name: "patterns"}, store.OpenFragment{Kept: []shelf.Kept{kept}})
	wants(t, "the policy", s.Views().Policies.Cards[0].Text.Text, changed+"\n")
}

func TestWhatTakesThePlaceOfWork(t *testing.T) {
	s := opened()
	for _, a := range []store.Action{store.NewScenario{}, store.OpenExample{}, store.OpenFragment{Fragment: "src=x"}, store.OpenKept{}, store.TakeRival{}} {
		if !s.State().Replaces(a) {
			t.Errorf("%T does not", a)
		}
	}
	for _, a := range []store.Action{store.OpenFragment{Fragment: "catalog/buckets"}, store.Undo{}, store.TakeProposal{}, store.ShowDialog{Dialog: "open"}} {
		if s.State().Replaces(a) {
			t.Errorf("%T does", a)
		}
	}
	if store.New("example=patterns", nil, "").State().Replaces(store.NewScenario{}) {
		t.Error("an example is nobody's work")
	}
	done(s, store.Propose{Name: "c.json", Text: lists})
	if s.State().Replaces(store.TakeProposal{}) {
		t.Error("laid over it takes no place")
	}
	done(s, store.SetOnto{})
	if !s.State().Replaces(store.TakeProposal{}) {
		t.Error("an import alone takes its place")
	}
}

func TestAskingChangesNothingUntilItIsAnswered(t *testing.T) {
	s := opened(store.EditPolicy{File: readers, Text: changed}, store.Ask{First: store.NewScenario{}})
	if v := s.Views().Dialog; v.Kind != "replace" || v.Replace != (store.ReplaceView{Title: "Readers", Holds: "policies readers, inner"}) {
		t.Errorf("it asks %+v", v)
	}
	done(s, store.ShowDialog{}, store.Replace{})
	wants(t, "after a no, the policy", s.Views().Policies.Cards[0].Text.Text, changed)
	done(s, store.Ask{First: store.NewScenario{}}, store.Replace{})
	wants(t, "after a yes, the policy", s.Views().Policies.Cards[0].Name, "developers")
	wants(t, "the notice", s.State().Notice.Text, "")
	done(s, store.Undo{})
	wants(t, "after a step back, the policy", s.Views().Policies.Cards[0].Text.Text, changed)
}

func TestAnotherTabsWorkIsShownOnlyWhenAskedFor(t *testing.T) {
	theirs, _ := own(t)
	s := opened(store.Rival{Kept: theirs})
	if n := s.Views().Notice.Notice; n.Kind != store.HasRival || strings.Contains(s.Views().Policies.Cards[0].Text.Text, changed) {
		t.Errorf("it says %q", n.Text)
	}
	done(s, store.TakeRival{})
	wants(t, "theirs", s.Views().Policies.Cards[0].Text.Text, changed+"\n")
	if s.State().Own != theirs || s.State().Notice != (store.Notice{}) {
		t.Errorf("it says %q", s.State().Notice.Text)
	}
	done(s, store.Undo{}, store.Rival{Kept: theirs}, store.KeepOwn{})
	if s.State().Rival != nil || s.State().Notice != (store.Notice{}) {
		t.Error("it is still asked")
	}
	done(s, store.TakeRival{})
	if s.State().Own == theirs {
		t.Error("theirs came all the same")
	}
}

func TestTheListTellsWorksApart(t *testing.T) {
	kept, _ := own(t)
	s := opened(store.EditPolicy{File: readers, Text: changed}, store.ShowDialog{Dialog: "open"},
		store.Shelved{All: []shelf.Kept{kept, {Key: "x", Saved: 2, Text: "-- policies/p.policy --\nx\n"}}})
	works := s.Views().Dialog.Works
	if len(works) != 2 || works[0] != (store.KeptView{Key: "k", Title: "Readers", Holds: "policies readers, inner", Saved: 1, Open: true}) || works[1] != (store.KeptView{Key: "x", Title: "Untitled", Holds: "policy p", Saved: 2}) {
		t.Errorf("the list is %+v", works)
	}
	done(s, store.Forget{Key: "k"})
	if works := s.Views().Dialog.Works; len(works) != 1 || works[0].Key != "x" {
		t.Errorf("without one the list is %+v", works)
	}
}

// A link that an older engine made, by hand: it says what that one decided.
func TestALinkOfAnotherEngineSaysWhatChanged(t *testing.T) {
	for was, says := range map[string]string{
		"DENY":   "Engine 0.0.7, which made this link, said DENIED. Judged anew with " + engine.Version + ", it is ALLOWED. ",
		"ALLOW":  "This link was made with engine 0.0.7. Judged anew with " + engine.Version + ", its verdict is the same. ",
		"":       "This link was made with engine 0.0.7 and is judged anew with " + engine.Version + ". ",
		"<b>no!": "This link was made with engine 0.0.7 and is judged anew with " + engine.Version + ". ",
	} {
		s, _ := scenario.Parse("old", []byte("-- scenario.json --\n{\"engine\": \"0.0.7\", \"focus\": \"check:2\", \"verdict\": \""+was+"\"}\n"+archive[strings.Index(archive, "-- tenancy"):]))
		link, err := scenario.Link(s)
		if err != nil {
			t.Fatal(err)
		}
		opened := store.New(link, nil, "")
		wants(t, "of "+was+" the notice", opened.Views().Notice.Notice.Text, says)
		wants(t, "the verdict", word(opened), "ALLOWED")
	}
	link, _ := opened().State().Link()
	if s, err := scenario.Open(link); err != nil || s.Verdict != "ALLOW" || s.EngineVersion != engine.Version {
		t.Errorf("a link of today says %+v (%v)", s.Settings, err)
	}
	wants(t, "of today's link the notice", store.New(link, nil, "").Views().Notice.Notice.Text, "")
}
