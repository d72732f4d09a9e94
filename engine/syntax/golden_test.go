package syntax

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/source"
)

func TestStatements(t *testing.T) {
	golden.Run(t, "testdata/statements/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		f := input(in)
		doc, problems := Parse(f)
		return []txtar.File{
			section("tree", dump(doc)),
			section("diagnostics", rendered(f, problems)),
			section("format", Format(doc)),
		}
	})
}

func TestMistakesAreToldAndMended(t *testing.T) {
	golden.Run(t, "testdata/mistakes/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		f := input(in)
		_, problems := Parse(f)
		return noneStale(t, in, append([]txtar.File{section("diagnostics", rendered(f, problems))}, fixed(t, f, problems)...))
	})
}

func TestErrorsReadAsAPersonReadsThem(t *testing.T) {
	golden.Run(t, "testdata/errors.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out strings.Builder
		for text := range strings.SplitSeq(strings.TrimSpace(golden.Section(in, "input")), "\n\n") {
			f := source.NewFile("a.policy", text)
			_, problems := Parse(f)
			out.WriteString(rendered(f, problems) + "\n")
		}
		for _, code := range codes(t) {
			if !strings.Contains(out.String(), "["+code+"]") && code != "statement-too-long" && code != "too-deep" {
				t.Errorf("no example has a diagnostic %s", code)
			}
		}
		return []txtar.File{section("errors", out.String())}
	})
}

// codes are those that reading a statement can give, as the sources have them.
func codes(t *testing.T) []string {
	paths, _ := filepath.Glob("*.go")
	var all []string
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") || path == "rule.go" {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range codeInSource.FindAllStringSubmatch(string(data), -1) {
			all = append(all, m[1])
		}
	}
	if len(all) < 60 {
		t.Errorf("only %d codes were found", len(all))
	}
	return all
}

var codeInSource = regexp.MustCompile(`(?:wrong\(|Code: )"([a-z]+(?:-[a-z]+)*)"`)

func TestWhatIsPastedIsReadAndCleaned(t *testing.T) {
	golden.Run(t, "testdata/pasted/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		f := input(in)
		doc, problems := Parse(f)
		made := []txtar.File{section("tree", dump(doc)), section("diagnostics", rendered(f, problems)), section("format", Format(doc))}
		for _, d := range problems {
			if d.Code == "pasted" {
				text, err := source.Apply(f, d.Fixes[0].Edits)
				if err != nil {
					t.Fatal(err)
				}
				made = append(made, section("clean", text))
			}
		}
		return noneStale(t, in, made)
	})
}

func TestRules(t *testing.T) {
	golden.Run(t, "testdata/rules/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		f := input(in)
		rule, problems := ParseRule(f)
		var tree strings.Builder
		if rule != nil {
			dumpNode(&tree, f.Text, rule, 0)
		}
		return noneStale(t, in, append([]txtar.File{section("tree", tree.String()), section("diagnostics", rendered(f, problems))}, fixed(t, f, problems)...))
	})
}

func TestTokensKnowTheirRoles(t *testing.T) {
	golden.Run(t, "testdata/tokens/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		f := input(in)
		var out strings.Builder
		for _, token := range Tokens(f) {
			if token.Kind != Space {
				fmt.Fprintf(&out, "%-9s %-9s %s\n", kindNames[token.Kind], token.Role, f.Text[token.Start:token.End])
			}
		}
		return []txtar.File{section("tokens", out.String())}
	})
}

var kindNames = [...]string{"space", "comment", "word", "number", "string", "pattern", "symbol", "foreign", "open", "invalid"}

func input(in *txtar.Archive) *source.File {
	return source.NewFile("a.policy", golden.Section(in, "input"))
}

func section(name, text string) txtar.File { return txtar.File{Name: name, Data: []byte(text)} }

func rendered(f *source.File, problems source.Diagnostics) string {
	var out strings.Builder
	for _, d := range problems {
		source.Render(&out, f, d)
	}
	return out.String()
}

// fixed is a section for each fix that is offered, with the text after it.
func fixed(t *testing.T, f *source.File, problems source.Diagnostics) []txtar.File {
	var out []txtar.File
	for _, d := range problems {
		for _, fix := range d.Fixes {
			text, err := source.Apply(f, fix.Edits)
			if err != nil {
				t.Errorf("%s: %v", fix.Title, err)
			}
			name := fmt.Sprintf("line %d: %s", f.Position(d.Span.Start).Line, fix.Title)
			out = append(out, section(name, changed(f.Text, text)))
		}
	}
	return out
}

// changed is the lines of after that are not in before.
func changed(before, after string) string {
	old := strings.Split(before, "\n")
	var out strings.Builder
	for line := range strings.SplitSeq(after, "\n") {
		if !slices.Contains(old, line) {
			out.WriteString(line + "\n")
		}
	}
	return out.String()
}

func noneStale(t *testing.T, in *txtar.Archive, made []txtar.File) []txtar.File {
	for _, f := range in.Files {
		if f.Name != "input" && !slices.ContainsFunc(made, func(m txtar.File) bool { return m.Name == f.Name }) {
			t.Errorf("nothing produces the section %q any more", f.Name)
		}
	}
	return made
}
