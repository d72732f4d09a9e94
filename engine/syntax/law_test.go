package syntax

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/source"
)

// corpus is the inputs of the golden tests in a folder.
func corpus(t testing.TB, folder string) []string {
	paths, err := filepath.Glob("testdata/" + folder + "/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("there is no corpus (%v)", err)
	}
	var texts []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, golden.Section(txtar.Parse(data), "input"))
	}
	return texts
}

func TestLawsHoldForTheCorpus(t *testing.T) {
	for _, text := range corpus(t, "*") {
		checkTokens(t, text)
		checkParse(t, text)
		checkRule(t, text)
	}
}

// checkTokens: tokens concatenate to the input, and roles are told for all.
func checkTokens(t *testing.T, text string) {
	t.Helper()
	at := 0
	for _, token := range Tokens(source.NewFile("f", text)) {
		if token.Start != at || token.End <= at || token.End > len(text) {
			t.Fatalf("token [%d, %d) follows byte %d of %d", token.Start, token.End, at, len(text))
		}
		at = token.End
	}
	if at != len(text) {
		t.Fatalf("tokens end at byte %d of %d", at, len(text))
	}
}

func checkParse(t *testing.T, text string) {
	t.Helper()
	f := source.NewFile("f", text)
	doc, problems := Parse(f)
	bare, _, _ := pieces(text)
	at := 0
	for _, s := range doc.Statements {
		if s.Span.Start < at || s.Span.End <= s.Span.Start || s.Span.End > len(text) || bare[s.Span.Start:s.Span.End] != s.Text {
			t.Fatalf("statement %v follows byte %d of %d", s.Span, at, len(text))
		}
		at = s.Span.End
		if whole, ok := s.Form.(Node); ok {
			checkNode(t, whole, 0, len(s.Text))
		}
		if _, bad := s.Form.(*Bad); bad != hasErrorIn(problems, s) && bad {
			t.Fatalf("%q cannot be read and nothing says why", s.Text)
		}
	}
	checkProblems(t, f, problems)
	checkFormat(t, doc)
}

func hasErrorIn(problems source.Diagnostics, s *Statement) bool {
	for _, d := range problems {
		if d.Severity == source.Error && d.Span.Within(s.Span) {
			return true
		}
	}
	return false
}

func checkRule(t *testing.T, text string) {
	t.Helper()
	f := source.NewFile("f", text)
	rule, problems := ParseRule(f)
	checkProblems(t, f, problems)
	if rule != nil {
		checkNode(t, rule, 0, len(text))
	} else if !problems.HasErrors() {
		t.Fatalf("the rule %q cannot be read and nothing says why", text)
	}
}

// checkNode: parts lie in their whole, in order.
func checkNode(t *testing.T, n Node, start, end int) {
	t.Helper()
	if n.start() < start || n.end() > end || n.end() < n.start() {
		t.Fatalf("%T [%d, %d) is not within [%d, %d)", n, n.start(), n.end(), start, end)
	}
	at := n.start()
	for _, part := range children(n) {
		checkNode(t, part, at, n.end())
		at = part.end()
	}
}

// checkProblems: what is said has a place, words, and fixes that can be made.
func checkProblems(t *testing.T, f *source.File, problems source.Diagnostics) {
	t.Helper()
	for _, d := range problems {
		if d.Span.File != f.Name || d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(f.Text) {
			t.Fatalf("%s is at %v of %d bytes", d.Code, d.Span, len(f.Text))
		}
		if d.Severity == 0 || d.Summary == "" || d.Detail == "" || len(d.Summary) > 400 || utf8.ValidString(f.Text) && !utf8.ValidString(d.Summary) {
			t.Fatalf("%s says %v %q %q", d.Code, d.Severity, d.Summary, d.Detail)
		}
		for _, fix := range d.Fixes {
			fixed, err := source.Apply(f, fix.Edits)
			if err != nil || fixed == f.Text || fix.Title == "" {
				t.Fatalf("the fix %q of %s changes nothing (%v)", fix.Title, d.Code, err)
			}
		}
	}
}

// checkFormat: formatting keeps meaning, and what is formatted stays.
func checkFormat(t *testing.T, doc *Document) {
	t.Helper()
	once := Format(doc)
	again, problems := Parse(source.NewFile("f", once))
	if _, before := Parse(doc.File); errorsIn(before) != errorsIn(problems) {
		t.Fatalf("formatting\n%q\nas\n%q\nmakes %d errors of %d", doc.File.Text, once, errorsIn(problems), errorsIn(before))
	}
	if got, want := dump(again), dump(doc); got != want {
		t.Fatalf("formatting\n%q\nas\n%q\nmakes\n%s\nof\n%s", doc.File.Text, once, got, want)
	}
	if twice := Format(again); twice != once {
		t.Fatalf("formatted again\n%q\nbecomes\n%q", once, twice)
	}
}

func errorsIn(problems source.Diagnostics) int {
	return len(slices.DeleteFunc(slices.Clone(problems), func(d source.Diagnostic) bool { return d.Severity != source.Error }))
}

func TestEveryFixLeavesLessToSay(t *testing.T) {
	for _, text := range append(corpus(t, "statements"), corpus(t, "mistakes")...) {
		f := source.NewFile("f", text)
		doc, _ := Parse(f)
		for _, s := range doc.Statements {
			checkFixes(t, s.Text, func(f *source.File) source.Diagnostics { _, ds := Parse(f); return ds })
		}
	}
}

func TestEveryFixOfARuleLeavesLessToSay(t *testing.T) {
	for _, text := range corpus(t, "rules") {
		checkFixes(t, text, func(f *source.File) source.Diagnostics { _, ds := ParseRule(f); return ds })
	}
}

func checkFixes(t *testing.T, text string, parse func(*source.File) source.Diagnostics) {
	t.Helper()
	f := source.NewFile("f", text)
	problems := parse(f)
	for _, d := range problems {
		for _, fix := range d.Fixes {
			after, err := source.Apply(f, fix.Edits)
			if err != nil {
				t.Fatal(err)
			}
			if got := weight(parse(source.NewFile("f", after))); got >= weight(problems) {
				t.Errorf("%s: %q makes %q of %q: weight %d of %d", d.Code, fix.Title, after, text, got, weight(problems))
			}
		}
	}
}

// weight counts errors before warnings.
func weight(problems source.Diagnostics) int {
	sum := 0
	for _, d := range problems {
		switch d.Severity {
		case source.Error:
			sum += 100
		case source.Warning:
			sum++
		}
	}
	return sum
}
