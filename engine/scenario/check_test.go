package scenario_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

func TestChecks(t *testing.T) {
	golden.Run(t, "testdata/checks/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		s, problems := scenario.Parse("checks", txtar.Format(in))
		world, more := scenario.World(s.Tenancy)
		if problems, more := slices.DeleteFunc(problems, isInfo), more; len(problems)+len(more) > 0 {
			t.Fatalf("the test itself is wrong: %v %v", problems, more)
		}
		var others []*tenancy.Tenancy
		for _, o := range s.Others {
			other, _ := scenario.World(o.Tenancy)
			others = append(others, other)
		}
		var out strings.Builder
		for _, line := range scenario.Sentences(s.Checks) {
			answer(t, &out, s.Checks, line, world, others)
		}
		return []txtar.File{{Name: "read", Data: []byte(out.String())}}
	})
}

func isInfo(d source.Diagnostic) bool { return d.Severity == source.Info }

// answer writes what becomes of one check.
func answer(t *testing.T, out *strings.Builder, f *source.File, line scenario.Line, world *tenancy.Tenancy, others []*tenancy.Tenancy) {
	problems := line.Problems
	if line.Sentence != nil {
		request, more := scenario.Bind(line.Sentence, world, catalog.Default(), others...)
		problems = append(problems, more...)
		if !problems.HasErrors() {
			readsBack(t, line.Sentence)
			fmt.Fprintf(out, "%s\n  %s: %s\n", line.Sentence, line.Sentence.Want(), told(request))
		}
	}
	inBounds(t, f, problems)
	out.WriteString(rendered(problems, f))
}

// told is a request in full.
func told(r authz.Request) string {
	text := r.Principal.Kind.String() + " " + r.Principal.Name() + " asks for " + asked(r.Ask) + " in " + r.Compartment.Label()
	for _, key := range slices.Sorted(maps.Keys(r.Elsewhere)) {
		text += fmt.Sprintf(", %s in %s", key, r.Elsewhere[key].Label())
	}
	for _, key := range slices.Sorted(maps.Keys(r.Circumstances)) {
		text += fmt.Sprintf(", %s is %v", key, r.Circumstances[key])
	}
	for _, key := range slices.Sorted(maps.Keys(r.Values)) {
		text += fmt.Sprintf(", %s is %q", key, r.Values[key].Members)
	}
	return text
}

func asked(a authz.Ask) string {
	var parts []string
	if a.Operation != nil {
		parts = append(parts, a.Operation.Service+":"+a.Operation.Name)
	}
	if a.Resource != nil {
		parts = append(parts, a.Verb.String()+" "+a.Resource.Name)
	}
	for _, p := range a.Permissions {
		parts = append(parts, p.Name)
	}
	return strings.Join(parts, " and ")
}

// readsBack holds a sentence to the law of its text: it reads back the same, but
// for where its parts stand.
func readsBack(t testing.TB, s *scenario.Sentence) {
	t.Helper()
	text := s.String()
	f := source.NewFile("again", text)
	again, problems := scenario.ParseSentence(f, f.Span(0, len(text)))
	if again == nil || len(problems) > 0 {
		t.Fatalf("%q does not read back: %v", text, problems)
	}
	if again.String() != text || !reflect.DeepEqual(unplaced(again), unplaced(s)) {
		t.Fatalf("%q reads back as %q", text, again)
	}
}

// unplaced is a sentence with the places of all its parts taken away.
func unplaced(s *scenario.Sentence) *scenario.Sentence {
	forget(reflect.ValueOf(s))
	return s
}

func forget(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			forget(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			forget(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[scenario.At]() {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			forget(v.Field(i))
		}
	}
}

func TestEveryPartOfASentenceKnowsItsWords(t *testing.T) {
	f := source.NewFile("checks", "# é\n  'Ann Lee' of acme may not ListBuckets in Prod:Data of x with region = ('a', 2) , not nsg\n")
	s := scenario.Sentences(f)[0].Sentence
	for _, test := range []struct {
		part scenario.Node
		want string
	}{
		{s, "'Ann Lee' of acme may not ListBuckets in Prod:Data of x with region = ('a', 2) , not nsg"},
		{s.Who, "'Ann Lee' of acme"},
		{s.May, "may not"},
		{s.Ask, "ListBuckets"},
		{s.Where, "Prod:Data of x"},
		{s.Where.Path, "Prod:Data"},
		{s.With[0], "region = ('a', 2)"},
		{s.With[1], "not nsg"},
	} {
		if got := f.Slice(test.part.Span()); got != test.want {
			t.Errorf("%T is %q, want %q", test.part, got, test.want)
		}
	}
}

func TestTooManyOrTooLongChecksAreSaid(t *testing.T) {
	lines := scenario.Sentences(scenario.NewChecks(strings.Repeat("a may b in c\n", scenario.MaxChecks+5)))
	last := lines[len(lines)-1]
	if len(lines) != scenario.MaxChecks+1 || last.Sentence != nil || last.Problems[0].Code != "too-many" {
		t.Errorf("%d lines, the last %+v", len(lines), last)
	}
	lines = scenario.Sentences(scenario.NewChecks("a may b in c with " + strings.Repeat("x, ", scenario.MaxCheckBytes)))
	if lines[0].Sentence != nil || lines[0].Problems[0].Code != "check-too-long" {
		t.Errorf("the long check is %+v", lines[0])
	}
}

func TestTheGrammarIsTheOneDocumented(t *testing.T) {
	golden.Run(t, "testdata/grammar.txtar", func(*testing.T, *txtar.Archive) []txtar.File {
		return []txtar.File{{Name: "grammar", Data: []byte(scenario.EBNF())}}
	})
}

func FuzzSentences(f *testing.F) {
	for _, seed := range seeds(f, "testdata/checks/*.txtar") {
		f.Add(section(string(seed), "checks"))
	}
	f.Add("alice may ListBuckets in Prod:Data\n'A\\'b' of c might {X, Y} in tenancy with a = ('b', 2), absent c, d in E of f, not g, h\n")
	world, _ := tenancy.New(tenancy.Spec{Users: []tenancy.UserSpec{{Name: "alice"}}})
	f.Fuzz(func(t *testing.T, text string) {
		file := scenario.NewChecks(text)
		for _, line := range scenario.Sentences(file) {
			inBounds(t, file, line.Problems)
			if line.Sentence == nil {
				if !line.Problems.HasErrors() {
					t.Fatalf("nothing is said of %q", file.Slice(line.Span))
				}
				continue
			}
			_, problems := scenario.Bind(line.Sentence, world, catalog.Default())
			inBounds(t, file, problems)
			if len(line.Problems) == 0 {
				readsBack(t, line.Sentence)
			}
		}
	})
}

func BenchmarkSentence(b *testing.B) {
	f := scenario.NewChecks("bob may LaunchInstance in Prod with subnets in Network, request.region = 'us-phoenix-1'")
	for b.Loop() {
		scenario.Sentences(f)
	}
}
