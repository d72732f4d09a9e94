package syntax

import (
	"reflect"
	"strings"
	"testing"

	"oci-policy-playground/engine/source"
)

func TestJunkLeavesItsNeighboursAlone(t *testing.T) {
	good := []string{"Allow group A to read buckets in tenancy", "Allow group B to use objects in compartment C\n  where all {request.region = 'phx',\n    any {x.y = z.w}}",
		"Allow any-user to {BUCKET_READ} in compartment C", "Deny group D to read buckets in tenancy"}
	junk := []string{"foo bar", "%%%", "'open", "{{{", "}", ")", "“x", "\x00\xff", "12 34", "/open", "any-user", "group A", "foo 'bar", "foo {", "~",
		"to read buckets", "in tenancy", "Allow", "Allow group", "Allow group A to read buckets in tenancy where all {", "Deny", "-", "read", "buckets in tenancy"}
	for _, line := range junk {
		for i, s := range good {
			for _, gap := range []string{"\n", "\n\n"} {
				text := s + gap + line + gap + good[(i+1)%len(good)]
				doc, _ := Parse(source.NewFile("f", text))
				first, last := doc.Statements[0], doc.Statements[len(doc.Statements)-1]
				if i == len(good)-1 {
					continue // what is not judged may end anywhere
				}
				if first.Text != s || last.Text != good[(i+1)%len(good)] || first.Kind() == "Bad" || last.Kind() == "Bad" {
					t.Errorf("beside %q, %q becomes %q (%s) and %q becomes %q (%s)", line, s, first.Text, first.Kind(), good[(i+1)%len(good)], last.Text, last.Kind())
				}
			}
		}
	}
}

func TestALineThatMayBeAConditionIsNotLeftOut(t *testing.T) {
	for _, line := range []string{"request.region = 'phx'", "a = = b", "all {", "any {a = 'b'}", "where a = 'b", "where any {a = 'b'", "and a = 'b'", ", a = 'b'", "or", "when a = 'b'"} {
		doc, problems := Parse(source.NewFile("f", "Allow group A to read buckets in tenancy\n"+line))
		if doc.Statements[0].Kind() != "Bad" || !problems.HasErrors() {
			t.Errorf("without its line %q the statement grants", line)
		}
	}
}

func TestMemoryChangesNothing(t *testing.T) {
	p := new(Parser)
	for _, text := range corpus(t, "*") {
		for _, typed := range []string{text, text[:len(text)/2], "\n" + text, text} {
			f := source.NewFile("f", typed)
			got, gotProblems := p.Parse(f)
			want, wantProblems := Parse(f)
			if dump(got) != dump(want) || !reflect.DeepEqual(got.Statements, want.Statements) || !reflect.DeepEqual(gotProblems, wantProblems) {
				t.Errorf("with a memory %q is read otherwise", typed)
			}
			p.Round()
		}
	}
}

func TestAStatementThatOnlyMovesIsNotReadAgain(t *testing.T) {
	const moved = "Allow group A to read buckets in tenancy where x.y = 'z'"
	p := new(Parser)
	before, _ := p.Parse(source.NewFile("f", moved))
	p.Round()
	after, _ := p.Parse(source.NewFile("f", "Allow group B to read\n\n# more\n"+moved))
	if before.Statements[0].Form != after.Statements[1].Form {
		t.Error("it was read again")
	}
	f := after.Statements[1]
	allow := f.Form.(*Allow)
	if got := after.File.Slice(f.Place(allow.Where)); got != "x.y = 'z'" || got != f.Words(allow.Where) {
		t.Errorf("its condition is now %q", got)
	}
	p.Round()
	p.Round()
	if again, _ := p.Parse(source.NewFile("f", moved)); again.Statements[0].Form == before.Statements[0].Form {
		t.Error("it was remembered for ever")
	}
}

func TestPlacesOfARuleAreThoseOfItsFile(t *testing.T) {
	f := source.NewFile("f", " any {instance.id = 'a'}")
	rule, _ := ParseRule(f)
	if got := f.Slice(PlaceIn(f, rule)); got != strings.TrimSpace(f.Text) {
		t.Errorf("the rule stands at %q", got)
	}
}
