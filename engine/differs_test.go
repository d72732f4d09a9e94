package engine_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/scenario"
)

// TestTheOtherDialectIsToldWhereItDiffers: the other dialect is asked only where
// it may have another verdict, and none is missed by that. The checks are asked
// with their values in other letters, too.
func TestTheOtherDialectIsToldWhereItDiffers(t *testing.T) {
	told := 0
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := given(t, archive)
		for _, change := range []func(string) string{strings.Clone, strings.ToUpper, strings.ToLower} {
			asked := *s
			asked.Checks = scenario.NewChecks(inQuotes(s.Checks.Text, change))
			other := asked
			other.Dialect = s.Dialect.Other()
			here, there := engine.Analyze(&asked), engine.Analyze(&other)
			for i, answer := range here.Answers {
				verdict, want := answer.Decision.Verdict, there.Answers[i].Decision.Verdict
				if is := answer.Differs != nil; verdict != authz.Invalid && is != (verdict != want) {
					t.Errorf("%s: %s: %s here and %s there, told: %t", path, asked.Checks.Slice(answer.Line.Span), verdict, want, is)
				} else if is {
					told++
				}
			}
		}
	}
	if told < 20 {
		t.Errorf("verdicts differ %d times: too few to tell", told)
	}
}

// inQuotes changes what stands in quotes.
func inQuotes(text string, change func(string) string) string {
	parts := strings.Split(text, "'")
	for i := 1; i < len(parts); i += 2 {
		parts[i] = change(parts[i])
	}
	return strings.Join(parts, "'")
}
