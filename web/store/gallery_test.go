package store_test

import (
	"testing"

	"oci-policy-playground/web/store"
)

func TestTheGalleryTellsWordsOfPoliciesFromOthers(t *testing.T) {
	s := done(store.New("", nil, ""), store.ShowDialog{Dialog: "examples"}, store.SetFilter{Text: "use IS often short"})
	found := s.Views().Dialog.Chapters
	if len(found) != 1 || len(found[0].Examples) != 1 {
		t.Fatalf("it finds %+v", found)
	}
	if about := found[0].Examples[0].About; about[0].Text != "use" || about[0].Style != "code" {
		t.Errorf("it begins with %+v", about[0])
	}
}
