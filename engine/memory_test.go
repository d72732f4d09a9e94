package engine_test

import (
	"reflect"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/lint"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

// TestAnEngineRemembersNothingWrong: what an engine says after an edit is what
// a new one says.
func TestAnEngineRemembersNothingWrong(t *testing.T) {
	crumbs := []string{"x", "\n", "# a remark\n", "Allow any-user to inspect buckets in tenancy\n", "'"}
	for _, name := range examples.Names() {
		archive, _ := examples.Read(name)
		read, _ := scenario.Parse(name, archive)
		old := new(engine.Engine)
		for i := range 12 {
			edited := *read
			edited.Policies = nil
			for _, p := range read.Policies {
				at := i * len(p.File.Text) / 12
				edited.Policies = append(edited.Policies, scenario.NewPolicy(p.Name, p.AttachedTo, p.File.Text[:at]+crumbs[i%len(crumbs)]+p.File.Text[at:]))
			}
			left := old.Analyze(read)
			for range 4 * i {
				left.Advise() // and perhaps no further
			}
			got, want := old.Analyze(&edited), engine.Analyze(&edited)
			if !reflect.DeepEqual(got.Diagnostics, want.Diagnostics) {
				t.Fatalf("%s, edit %d: it says\n%v\nnot\n%v", name, i, got.Diagnostics, want.Diagnostics)
			}
			for j := range got.Answers {
				if a, b := got.Answers[j], want.Answers[j]; !reflect.DeepEqual(a.Story, b.Story) || a.Decision.Verdict != b.Decision.Verdict {
					t.Fatalf("%s, edit %d: the story of check %d differs", name, i, j)
				}
			}
			if !reflect.DeepEqual(got.Advice(), want.Advice()) {
				t.Fatalf("%s, edit %d: the advice differs", name, i)
			}
		}
	}
}

func TestAdviceComesInPieces(t *testing.T) {
	archive, _ := examples.Read("patterns")
	read, _ := scenario.Parse("patterns", archive)
	a, pieces := engine.Analyze(read), 0
	for a.Advise() {
		pieces++
	}
	if pieces < len(lint.Checks) {
		t.Errorf("%d checks run in %d pieces", len(lint.Checks), pieces)
	}
	if got, want := a.Advice(), engine.Analyze(read).Advice(); !reflect.DeepEqual(got, want) {
		t.Errorf("in pieces it says\n%v\nnot\n%v", got, want)
	}
}
