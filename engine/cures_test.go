package engine_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// cured is the names of the cases whose cure is known.
func cured(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/cases/*-fixed.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cures (%v)", err)
	}
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = strings.TrimSuffix(filepath.Base(path), "-fixed.txtar")
	}
	return names
}

func analyzedCase(t *testing.T, name string) *engine.Analysis {
	t.Helper()
	in, err := txtar.ParseFile("testdata/cases/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	return engine.Analyze(given(t, in))
}

// A cure is one only if the same question is answered otherwise.
func TestACureTurnsTheVerdict(t *testing.T) {
	for _, name := range cured(t) {
		ill, well := analyzedCase(t, name), analyzedCase(t, name+"-fixed")
		for _, answer := range ill.Answers {
			refused := asked(ill, answer)
			if granted := strings.Replace(refused, " may not ", " may ", 1); granted != refused && !asks(well, granted) {
				t.Errorf("%s-fixed does not ask: %s", name, granted)
			}
		}
	}
}

func asks(a *engine.Analysis, sentence string) bool {
	return slices.ContainsFunc(a.Answers, func(answer engine.Answer) bool { return asked(a, answer) == sentence })
}

// oneEdit is the cases whose cure is an edit that is offered, word for word. The
// others take a statement more, another place to attach the policy to, or values
// that only their writer knows.
var oneEdit = []string{"grandchild-by-bare-name", "hours-without-place", "ocid-without-id", "place-without-keyword",
	"service-of-another-realm", "tenancy-called-by-name", "use-updates-no-routes"}

func TestTheCureIsOffered(t *testing.T) {
	var offered []string
	for _, name := range cured(t) {
		if offers(analyzedCase(t, name), analyzedCase(t, name+"-fixed").Scenario.Policies) {
			offered = append(offered, name)
		}
	}
	if !slices.Equal(offered, oneEdit) {
		t.Errorf("one edit cures %q", offered)
	}
}

// offers tells whether an edit that is offered makes the policies these.
func offers(a *engine.Analysis, policies []scenario.Policy) bool {
	return slices.ContainsFunc(slices.Concat(diagnosticFixes(a), storyFixes(a.Answers[0].Story)), func(fix source.Fix) bool {
		return slices.EqualFunc(a.Scenario.Policies, policies, func(p, want scenario.Policy) bool {
			text, err := source.Apply(p.File, fix.Edits)
			return err == nil && p.AttachedTo == want.AttachedTo && text == want.File.Text
		})
	})
}

func diagnosticFixes(a *engine.Analysis) (all []source.Fix) {
	for _, d := range a.Diagnostics {
		all = append(all, d.Fixes...)
	}
	return all
}

func storyFixes(s explain.Story) (all []source.Fix) {
	for _, n := range s.Needs {
		for _, st := range n.Statements {
			all = append(all, st.Fixes...)
		}
	}
	return all
}
