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

// What was taken out a moment ago and comes back, as by undo and redo, is not
// read again.
func TestReadingAheadKeepsWhatWasJustTakenOut(t *testing.T) {
	var p Parser
	full, empty := source.NewFile("f", "Allow group A to read buckets in tenancy"), source.NewFile("f", "")
	before, _ := p.Parse(full)
	p.Round()
	p.Parse(empty)
	if _, of := p.Ahead(full.Text).Progress(); of != 0 {
		t.Errorf("%d statements would be read again", of)
	}
	p.Round()
	if after, _ := p.Parse(full); after.Statements[0].Form != before.Statements[0].Form {
		t.Error("it was read again")
	}
}
