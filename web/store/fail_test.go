package store

import (
	"strings"
	"testing"
)

func TestAStateThatCannotBeShownGivesWayToTheOneBefore(t *testing.T) {
	s := New("", nil, "")
	before := s.Views()
	s.Dispatch(EditSentence{Text: "any-user may ListBuckets in tenancy"})
	s.now.state.Analysis = nil // what the other views are made of
	s.Fail("out of paint", "somewhere")
	if after := s.Views(); after.Notice.Failure == nil || after.Verdict != before.Verdict || after.Request != before.Request {
		t.Error("it is not what was shown before")
	}
	if !strings.Contains(s.State().Failure.Text, "any-user may ListBuckets") {
		t.Error("the newest text is lost")
	}
}
