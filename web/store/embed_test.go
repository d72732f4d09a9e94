package store_test

import (
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

const (
	frameAddress = "https://play.example/oci/embed.html?view=policy&host=https://docs.example/"
	sharedText   = "src=Allow%20group%20A%20to%20read%20buckets%20in%20tenancy"
)

func embedded(fragment string, readOnly bool) *store.Store {
	return store.NewEmbedded(fragment, frameAddress, store.Embedding{View: "policy", ReadOnly: readOnly})
}

func TestAnEmbeddedPageLeadsToThePageByItself(t *testing.T) {
	s := embedded("example=patterns", false)
	wants(t, "the way out", s.State().Away(), "https://play.example/oci/#example=patterns")
	done(s, store.EditPolicy{File: s.State().Work.Scenario.Policies[0].File.Name, Text: "Allow any-user to read buckets in tenancy"})
	if away := s.State().Away(); !strings.HasPrefix(away, "https://play.example/oci/#p1.") {
		t.Errorf("after an edit it leads to %s", away)
	}
}

func TestAViewThatNobodyKnowsIsTheWholePage(t *testing.T) {
	s := store.NewEmbedded(sharedText, frameAddress, store.Embedding{View: "<script>"})
	wants(t, "the view", s.State().View, "full")
}

func TestNobodyWritesInAReadOnlyEmbed(t *testing.T) {
	s := embedded(sharedText, true)
	before := s.State().Work.Scenario
	file := before.Policies[0].File.Name
	done(s, store.EditPolicy{File: file, Text: ""}, store.AddPolicy{}, store.RemovePolicy{File: file}, store.RenamePolicy{File: file, Name: "x"},
		store.EditTenancy{Text: "{}"}, store.EditSentence{Text: "x"}, store.SetPlace{Path: "Prod"}, store.AddCheck{}, store.InsertStatement{}, store.FormatPolicies{})
	if s.State().Work.Scenario != before {
		t.Error("the texts were changed")
	}
	done(s, store.OpenText{Name: "host", Text: "Allow any-user to read objects in tenancy"})
	wants(t, "what the page around it sets", s.State().Work.Scenario.Policies[0].File.Text, "Allow any-user to read objects in tenancy\n")
}

func TestAnEmbedKeepsNothing(t *testing.T) {
	s := embedded(sharedText, false)
	done(s, store.EditPolicy{File: s.State().Work.Scenario.Policies[0].File.Name, Text: "Allow any-user to read buckets in tenancy"}, store.OpenFragment{Fragment: "example=patterns"})
	if s.State().Aside != "" || s.State().Notice != (store.Notice{}) {
		t.Errorf("kept %q and said %q", s.State().Aside, s.State().Notice.Text)
	}
}

func TestCardsInAnEmbedLeadNowhere(t *testing.T) {
	s := embedded(sharedText, false)
	p := s.State().Work.Scenario.Policies[0].File
	if card, ok := s.State().Hover(p.Name, p.Text, place(p.Text, "read ")); !ok || len(card.Acts) > 0 {
		t.Errorf("the card is %+v, %v", card, ok)
	}
}

func TestTheDialogHasASnippetToPaste(t *testing.T) {
	s := store.New("example=patterns", nil, "https://play.example/a&b/index.html?x=1")
	done(s, store.ShowDialog{Dialog: "share"})
	wants(t, "the snippet", s.Views().Dialog.Snippet.HTML, `<iframe src="https://play.example/a&amp;b/embed.html?view=policy#example=patterns"`+
		` title="OCI policy, to be tried" width="100%" height="420" loading="lazy" style="border: 0"></iframe>`)
	done(s, store.SetFramed{View: "tree"})
	wants(t, "its frame", s.Views().Dialog.Snippet.Frame, "https://play.example/a&b/embed.html?view=tree#example=patterns")
}
