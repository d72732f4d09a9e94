package engine_test

import (
	"reflect"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

// What was understood ahead comes out as if it were analysed for the first time,
// whatever was analysed before, and however far it went.
func TestUnderstandingAheadChangesNothing(t *testing.T) {
	var e engine.Engine
	for i, name := range examples.Names() {
		archive, _ := examples.Read(name)
		read, _ := scenario.Parse(name, archive)
		var texts []string
		for _, p := range read.Policies {
			texts = append(texts, p.File.Text)
		}
		ahead := e.Ahead(func() *scenario.Scenario { return read }, texts...)
		for steps := 0; ahead.Step() && (i%3 > 0 || steps < i); steps++ {
		}
		got, want := e.Analyze(read), engine.Analyze(read)
		ahead.Forget()
		if !reflect.DeepEqual(got.Diagnostics, want.Diagnostics) {
			t.Errorf("%s: it says\n%v\nnot\n%v", name, got.Diagnostics, want.Diagnostics)
		}
		for j := range got.Answers {
			if a, b := got.Answers[j], want.Answers[j]; !reflect.DeepEqual(a.Story, b.Story) || a.Decision.Verdict != b.Decision.Verdict {
				t.Errorf("%s: the story of check %d differs", name, j)
			}
		}
	}
}

func TestUnderstandingAheadGoesForward(t *testing.T) {
	steps := map[string]int{}
	plain, dialectal := "Allow any-user to read buckets in tenancy", "Allow any-user to read buckets in tenancy where target.bucket.name = 12"
	for _, text := range []string{plain, dialectal, "Allow any-user to read buckets in tenancy where target.bucket.name before 'x'"} {
		var e engine.Engine
		read, _ := scenario.ParseText("s", "-- policies/p.policy --\n"+text+"\n")
		e.Analyze(new(scenario.Scenario))
		ahead := e.Ahead(func() *scenario.Scenario { return read }, read.Policies[0].File.Text)
		before := 0
		for more := true; more; {
			more = ahead.Step()
			steps[text]++
			done, of := ahead.Progress()
			if of != 1 || done < before || !more && done != of {
				t.Errorf("%q: after %d it is %d of %d", text, before, done, of)
			}
			before = done
		}
	}
	if steps[dialectal] <= steps[plain] {
		t.Errorf("what the dialects read differently takes %d steps, another statement %d", steps[dialectal], steps[plain])
	}
}
