package syntax

import (
	"reflect"
	"testing"

	"oci-policy-playground/engine/source"
)

// What was read ahead comes out as if it were read for the first time, and is
// not read again.
func TestReadingAheadChangesNothing(t *testing.T) {
	for name, text := range corpus(t, "statements") {
		var p Parser
		p.Round()
		ahead := p.Ahead(text)
		for ahead.Step() {
		}
		if done, of := ahead.Progress(); done != of {
			t.Fatalf("text %d: %d of %d statements were read", name, done, of)
		}
		p.Round()
		f := source.NewFile("f", text)
		got, problems := p.Parse(f)
		want, others := Parse(f)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(problems, others) {
			t.Errorf("text %d is read otherwise", name)
		}
		if left := p.Ahead(text); len(left.statements) > 0 {
			t.Errorf("text %d: %q would be read again", name, left.statements[0])
		}
	}
}
