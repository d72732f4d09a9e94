package scenario_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// A scenario inside an archive has its section heads quoted, as in any archive
// of ours.
func TestArchives(t *testing.T) {
	golden.Run(t, "testdata/archives/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		text := scenario.Unquote(golden.Section(in, "input"))
		s, problems := scenario.Parse("input", []byte(text))
		keepsLaw(t, s)
		files := append(s.Files(), source.NewFile("input", text), source.NewFile("scenario.json", section(text, "scenario.json")))
		return []txtar.File{
			{Name: "scenario", Data: []byte(outline(s))},
			{Name: "diagnostics", Data: []byte(rendered(problems, files...))},
		}
	})
}

func section(archive, name string) string {
	return golden.Section(txtar.Parse([]byte(archive)), name)
}

// keepsLaw holds a scenario that was read to what is promised of it.
func keepsLaw(t testing.TB, s *scenario.Scenario) {
	t.Helper()
	archive := scenario.Format(s)
	again, _ := scenario.Parse("again", archive)
	if !reflect.DeepEqual(again, s) {
		t.Fatalf("written and read again it is another\n--- was\n%s\n--- is\n%s", outline(s), outline(again))
	}
	if twice := scenario.Format(again); !bytes.Equal(twice, archive) {
		t.Fatalf("written twice it differs\n%q\n%q", archive, twice)
	}
}

// rendered draws diagnostics under the lines of the files they are in.
func rendered(problems source.Diagnostics, files ...*source.File) string {
	var out strings.Builder
	problems.Sort()
	for _, d := range problems {
		file := source.NewFile("nowhere", "")
		for _, f := range files {
			if f.Name == d.Span.File {
				file = f
			}
		}
		source.Render(&out, file, d)
	}
	return out.String()
}

func outline(s *scenario.Scenario) string {
	var out strings.Builder
	fmt.Fprintf(&out, "title %q, about %q\n", s.Title, s.About)
	if s.Settings != (scenario.Settings{}) {
		fmt.Fprintf(&out, "settings %+v\n", s.Settings)
	}
	text(&out, "tenancy", s.Tenancy)
	policies(&out, s.Policies)
	for _, o := range s.Others {
		fmt.Fprintf(&out, "other %q\n", o.Name)
		text(&out, "tenancy", o.Tenancy)
		policies(&out, o.Policies)
	}
	text(&out, "checks", s.Checks)
	for _, f := range s.Extra {
		fmt.Fprintf(&out, "extra %q %q\n", f.Name, short(string(f.Data)))
	}
	return out.String()
}

func policies(out *strings.Builder, all []scenario.Policy) {
	for i, p := range all {
		if i == 3 && len(all) > 5 {
			fmt.Fprintf(out, "... and %d policies more\n", len(all)-i)
			return
		}
		text(out, fmt.Sprintf("policy %q at %q", p.Name, p.AttachedTo), p.File)
	}
}

func text(out *strings.Builder, what string, f *source.File) {
	if f != nil {
		fmt.Fprintf(out, "%s in %s: %q\n", what, f.Name, short(f.Text))
	}
}

func short(s string) string {
	if len(s) > 200 {
		return s[:200] + "…"
	}
	return s
}

func TestWhatIsBeyondACapIsKeptAndSaid(t *testing.T) {
	many := func(n int, format string) string {
		var out strings.Builder
		for i := range n {
			fmt.Fprintf(&out, format, i)
		}
		return out.String()
	}
	for _, test := range []struct{ name, text, want string }{
		{"size", strings.Repeat("x", scenario.MaxBytes+1), "the scenario is larger than 1 MiB"},
		{"policies", many(scenario.MaxPolicies+1, "-- policies/p%d.policy --\n"), "there are more than 200 policies"},
		{"statements", "-- policies/a.policy --\n" + many(scenario.MaxStatements+1, "Allow group g%d to\n"), "there are more than 20000 statements"},
		{"pasted", many(scenario.MaxStatements+1, "Allow group g%d to\n"), "there are more than 20000 statements"},
		{"sections", many(scenario.MaxSections+1, "-- s%d --\n"), "there are more than 500 sections"},
		{"tenancies", many(scenario.MaxOthers+1, "-- tenancies/t%d/tenancy.json --\n"), "there are more than 20 other tenancies"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, problems := scenario.Parse("link", []byte(test.text))
			if last := problems[len(problems)-1]; last.Summary != test.want || last.Severity != source.Error {
				t.Errorf("says %q, want %q", last.Summary, test.want)
			}
			keepsLaw(t, s)
		})
	}
}

func TestTextsBecomeAsTheEditorCountsThem(t *testing.T) {
	s, _ := scenario.Parse("x", []byte("\uFEFFTitle\r\n-- policies/a.policy --\r\nAllow\rgroup \xff\xed\xa0\x80\x00"))
	if got, want := s.Policies[0].File.Text, "Allow\ngroup \uFFFD\x00\n"; got != want || s.Title != "Title" {
		t.Errorf("policy %q, title %q", got, s.Title)
	}
	keepsLaw(t, s)
}

func TestAPolicyMadeOnThePageIsNamedAsItIsRead(t *testing.T) {
	other := scenario.Other{Name: "partner"}
	other.Policies = []scenario.Policy{other.NewPolicy("in", "Shared", "x\n")}
	s := &scenario.Scenario{Title: "Allow group x", Policies: []scenario.Policy{scenario.NewPolicy("readers", "Prod:Data", "-- all --\n\\-- y --\n")},
		Tenancy: scenario.NewTenancy("{}\n"), Others: []scenario.Other{other}, Checks: scenario.NewChecks("")}
	keepsLaw(t, s)
	keepsLaw(t, &scenario.Scenario{Title: "Allow group x", About: "Define it.\n\nDeny group y"})
	keepsLaw(t, new(scenario.Scenario))
}

func FuzzParse(f *testing.F) {
	for _, seed := range seeds(f, "testdata/*/*.txtar") {
		f.Add(seed)
		f.Add([]byte(scenario.Unquote(string(seed))))
	}
	f.Add([]byte("Title\n\nAbout\n-- tenancy.json --\n{}\n-- policies/Prod/a.policy --\nAllow group a\n\\-- b --\n-- checks --\na may b in c\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, problems := scenario.Parse("fuzz", data)
		keepsLaw(t, s)
		for _, file := range s.Files() {
			if strings.HasSuffix(file.Name, "tenancy.json") {
				_, more := scenario.World(file)
				inBounds(t, file, more)
			}
		}
		_ = rendered(problems, s.Files()...)
	})
}

// seeds are the texts of the golden tests, for a fuzzer to begin with.
func seeds(t testing.TB, pattern string) [][]byte {
	t.Helper()
	var all [][]byte
	paths, _ := filepath.Glob(pattern)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, text)
	}
	return all
}

// inBounds holds diagnostics to their file.
func inBounds(t testing.TB, f *source.File, problems source.Diagnostics) {
	t.Helper()
	for _, d := range problems {
		if d.Span.File != f.Name || d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(f.Text) {
			t.Fatalf("%s is at %v of %d bytes", d.Code, d.Span, len(f.Text))
		}
		if d.Code == "" || d.Summary == "" || d.Detail == "" || d.Severity < source.Error {
			t.Fatalf("something is missing in %+v", d)
		}
		_ = rendered(source.Diagnostics{d}, f)
	}
}
