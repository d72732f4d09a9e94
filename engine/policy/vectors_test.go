package policy_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// Each statement with all that is said of it by each dialect, without a tenancy.
func TestVectorsByBothDialects(t *testing.T) {
	golden.Run(t, "testdata/vectors/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var made []txtar.File
		for _, d := range [...]policy.Dialect{policy.Guide, policy.Oracle} {
			made = append(made, txtar.File{Name: d.String(), Data: []byte(verdicts(golden.Section(in, "input"), d))})
		}
		return made
	})
}

func verdicts(text string, d policy.Dialect) string {
	f := source.NewFile("f", text)
	doc, problems := syntax.Parse(f)
	problems = append(problems, policy.BindWords(doc, catalog.Default(), d)...)
	problems.Sort()
	var out strings.Builder
	for _, s := range doc.Statements {
		fmt.Fprintln(&out, strings.Join(strings.Fields(s.Text), " "))
		for _, p := range problems {
			if p.Span.Start >= s.Span.Start && p.Span.Start <= s.Span.End {
				fmt.Fprintf(&out, "  %s %s\n", p.Severity, p.Code)
			}
		}
	}
	return out.String()
}

func TestWhatMustBeTakenIsTakenByBothDialects(t *testing.T) {
	for _, path := range []string{"testdata/vectors/accepted.txtar"} {
		in, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range [...]policy.Dialect{policy.Guide, policy.Oracle} {
			if got := verdicts(golden.Section(in, "input"), d); strings.Contains(got, "  error ") {
				t.Errorf("by the %s dialect:\n%s", d, got)
			}
		}
	}
}

func TestTheGuidesOwnStatementsHaveNoErrorByTheGuide(t *testing.T) {
	paths, _ := filepath.Glob("../syntax/testdata/statements/guide-*.txtar")
	for _, path := range paths {
		in, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := verdicts(golden.Section(in, "input"), policy.Guide); strings.Contains(got, "  error ") {
			t.Errorf("%s:\n%s", path, got)
		}
	}
}
