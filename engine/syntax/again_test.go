package syntax

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"oci-policy-playground/engine/source"
)

// checkAgain: a policy that is read after another of its name comes out as if it
// were read for the first time.
func checkAgain(t *testing.T, before, after string) {
	t.Helper()
	var p Parser
	p.Parse(source.NewFile("f", before))
	p.Round()
	got, gotProblems := p.Parse(source.NewFile("f", after))
	want, wantProblems := Parse(source.NewFile("f", after))
	if len(got.Statements) != len(want.Statements) {
		t.Fatalf("%q after %q: %d statements, not %d", after, before, len(got.Statements), len(want.Statements))
	}
	for i, s := range got.Statements {
		if w := want.Statements[i]; s.Span != w.Span || s.Text != w.Text || s.Line != w.Line || !reflect.DeepEqual(s.Form, w.Form) {
			t.Fatalf("%q after %q: statement %d is %v on line %d, not %v on line %d", after, before, i, s.Span, s.Line, w.Span, w.Line)
		}
	}
	if a, b := fmt.Sprint(gotProblems), fmt.Sprint(wantProblems); a != b {
		t.Fatalf("%q after %q: problems\n%s\nnot\n%s", after, before, a, b)
	}
}

// edited is a text with a few bytes somewhere replaced.
func edited(text string, at, remove int, insert string) string {
	at = min(at, len(text))
	end := min(at+remove, len(text))
	return text[:at] + insert + text[end:]
}

var crumbs = []string{"", "x", " ", "\n", "\n\n", "Allow ", "Allow group A to read buckets in tenancy\n", "'", "/", "/*", "*/", "# a remark\n", "-- x", "{", "}", ",", "to ", "where ", ";", "<<EOF\n", "\"Allow group A to read buckets in tenancy\",\n", "- "}

func TestAnEditIsReadAsTheWholeIs(t *testing.T) {
	texts := append(corpus(t, "statements"), corpus(t, "pasted")...)
	texts = append(texts, "# first\nAllow group A to read buckets in tenancy\n# second\nAllow group B to read buckets in tenancy\n\nAllow group C to read buckets in tenancy\nAllow group D to read buckets in tenancy # third\nAllow group E to read buckets in tenancy\n")
	texts = append(texts, strings.Repeat("Allow group A to read buckets in tenancy\nAllow group B to use keys in compartment C\n  where target.key.id = 'x'\n\n", 4))
	for _, text := range texts {
		for i := range min(len(text), 60) {
			at := i * len(text) / 60
			checkAgain(t, text, edited(text, at, i%5, crumbs[i%len(crumbs)]))
		}
	}
}

func FuzzAgain(f *testing.F) {
	for _, text := range corpus(f, "statements") {
		for i, crumb := range crumbs {
			f.Add(text, uint16(13*i), uint8(i%4), crumb)
		}
	}
	f.Fuzz(func(t *testing.T, text string, at uint16, remove uint8, insert string) {
		if len(text) < 4_000 && len(insert) < 200 {
			checkAgain(t, text, edited(text, int(at), int(remove), insert))
		}
	})
}

// BenchmarkKeystroke is an edit in the middle of many statements.
func BenchmarkKeystroke(b *testing.B) {
	for _, n := range []int{10, 500, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			half := strings.Repeat("Allow group A to use buckets in compartment C:D where target.bucket.name = 'b'\n", n/2)
			var p Parser
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				f := source.NewFile("f", half+"Allow group B to read buckets in tenancy where target.bucket.name = '"+strings.Repeat("x", i%9)+"'\n"+half)
				b.StartTimer()
				p.Round()
				p.Parse(f)
			}
		})
	}
}

// TestAnEditReadsOneStatement: wherever the last edit was.
func TestAnEditReadsOneStatement(t *testing.T) {
	var text strings.Builder
	for i := range 30 {
		fmt.Fprintf(&text, "Allow group G%d to read buckets in tenancy\n", i)
	}
	var p Parser
	before, _ := p.Parse(source.NewFile("f", text.String()))
	for _, edited := range []int{0, 20, 10} {
		p.Round()
		name := fmt.Sprintf("group G%d ", edited)
		now, _ := p.Parse(source.NewFile("f", strings.Replace(before.File.Text, name, name[:len(name)-1]+"x ", 1)))
		for i, s := range now.Statements {
			if same := s.Form == before.Statements[i].Form; same != (i != edited) {
				t.Errorf("after an edit of statement %d, statement %d is the one of before: %t", edited, i, same)
			}
		}
		before = now
	}
}
