package store

import (
	"strings"
	"testing"

	"oci-policy-playground/engine/scenario"
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

func TestAFailureKeepsWhatSomebodyTypedThoughAGateTookSomethingElse(t *testing.T) {
	s := New("", nil, "")
	themed := false
	s.Gate(func(a Action) Action {
		if !themed {
			themed = true
			s.Dispatch(SetTheme{Theme: "dark"})
		}
		return a
	})
	s.Gate(func(a Action) Action {
		if _, typed := a.(EditChecks); typed {
			panic("out of paint")
		}
		return a
	})
	failsAndKeeps(t, s)
}

func TestAFailureOfTheFirstGateKeepsWhatSomebodyTyped(t *testing.T) {
	s := New("", nil, "")
	s.Gate(func(Action) Action { panic("out of paint") })
	failsAndKeeps(t, s)
}

// failsAndKeeps types into a store that cannot take it.
func failsAndKeeps(t *testing.T, s *Store) {
	t.Helper()
	func() {
		defer func() { s.Fail(recover().(string), "somewhere") }()
		s.Dispatch(EditChecks{Text: "newest may not"})
	}()
	if text := s.State().Failure.Text; !strings.Contains(text, "newest may not") {
		t.Errorf("it keeps\n%s", text)
	}
}

func TestAFailureKeepsWhatSomebodyTypedOfTheTenancyItBelongsTo(t *testing.T) {
	s := New("", nil, "")
	s.Dispatch(OpenText{Name: "two", Text: "Two\n-- tenancy.json --\n{\"name\": \"acme\"}\n-- tenancies/partner/tenancy.json --\n{\"name\": \"partner\"}\n"})
	s.Dispatch(ShowTenancy{Name: "partner"})
	s.doing = EditTenancy{Text: `{"name": "partner", "id": "newest"}`}
	s.Fail("out of paint", "somewhere")
	read, _ := scenario.Parse("kept", []byte(s.State().Failure.Text))
	if !strings.Contains(read.Tenancy.Text, "acme") || !strings.Contains(read.Others[0].Tenancy.Text, "newest") {
		t.Errorf("it keeps\n%s", s.State().Failure.Text)
	}
}

func TestAFailureKeepsWhatSomebodyTyped(t *testing.T) {
	for what, typed := range map[string]Action{
		"a policy":  EditPolicy{File: "policies/pull.policy", Text: "Allow any-user to newest"},
		"a tenancy": EditTenancy{Text: `{"name": "newest"}`},
		"a request": EditSentence{Text: "any-user may newest"},
		"checks":    EditChecks{Text: "newest may not"},
		"a rule":    EditRule{Group: "/dynamicGroups/0", Text: "resource.type = 'newest'"},
	} {
		s := New("", nil, "")
		s.doing = typed // it fails while it is taken
		s.Fail("out of paint", "somewhere")
		read, problems := scenario.Parse("kept", []byte(s.State().Failure.Text))
		if len(problems) > 0 || !strings.Contains(s.State().Failure.Text, "newest") || len(read.Policies) == 0 {
			t.Errorf("%s: it keeps\n%s", what, s.State().Failure.Text)
		}
	}
}
