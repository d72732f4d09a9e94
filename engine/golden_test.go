package engine_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// outputs are the sections of an archive that are not the scenario's own.
var outputs = []string{"story", "cause", "diagnostics", "coverage"}

// given is the scenario of an archive, without what came out of it.
func given(t *testing.T, in *txtar.Archive) *scenario.Scenario {
	t.Helper()
	own := txtar.Archive{Comment: in.Comment}
	for _, f := range in.Files {
		if !slices.Contains(outputs, f.Name) {
			own.Files = append(own.Files, f)
		}
	}
	s, problems := scenario.Parse("scenario", txtar.Format(&own))
	if len(problems) > 0 {
		t.Fatalf("the scenario does not read: %v", problems)
	}
	return s
}

func TestStories(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		a := engine.Analyze(given(t, in))
		var out strings.Builder
		for i, answer := range a.Answers {
			if i > 0 {
				out.WriteString("\n")
			}
			fmt.Fprintf(&out, "# %s\n", asked(a, answer))
			out.WriteString(answer.Story.Text())
			if d := answer.Differs; d != nil {
				fmt.Fprintf(&out, "\nBy the %s dialect: %s  %s\n", d.Dialect, d.Word, d.Headline)
				if d.Words != "" {
					fmt.Fprintf(&out, "  decided by: %s\n", d.Words)
				}
			}
			if !answer.Holds {
				t.Errorf("%s: the verdict is %s", asked(a, answer), answer.Decision.Verdict)
			}
		}
		return []txtar.File{{Name: "story", Data: []byte(out.String())}, {Name: "diagnostics", Data: []byte(rendered(a))}}
	})
}

func asked(a *engine.Analysis, answer engine.Answer) string {
	return a.Scenario.Checks.Slice(answer.Line.Span)
}

// rendered draws every diagnostic below the line it is about.
func rendered(a *engine.Analysis) string {
	files := a.Scenario.Files()
	for _, g := range a.World.DynamicGroups {
		files = append(files, a.Rules[g])
	}
	var out strings.Builder
	all := append(engine.Offering(a.Offers(), a.Diagnostics), a.Advice()...)
	all.Sort()
	for _, d := range all {
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

func TestWhatIsOfferedHelps(t *testing.T) {
	for _, pattern := range []string{"testdata/*.txtar", cases} {
		golden.Run(t, pattern, followOffers)
	}
}

// followOffers follows everything an archive's stories offer.
func followOffers(t *testing.T, in *txtar.Archive) []txtar.File {
	s := given(t, in)
	a := engine.Analyze(s)
	for i, answer := range a.Answers {
		if answer.Decision.Verdict != authz.Deny {
			continue
		}
		if answer.Story.Offers == nil {
			t.Logf("no least statement for %s", asked(a, answer))
		} else if got, said := analyzedWith(s, i, answer.Story.Offers), answer.Story.LeastVerdict; got != said {
			t.Errorf("with the least statements %s is %s, not %s as is said", asked(a, answer), got, said)
		}
		for n, need := range answer.Story.Needs {
			for _, st := range need.Statements {
				for _, fix := range st.Fixes {
					fixGrants(t, a, i, n, fix)
				}
			}
		}
	}
	return nil
}

// analyzedWith is the verdict of the i-th check with policies more.
func analyzedWith(s *scenario.Scenario, i int, offers []explain.Offer) authz.Verdict {
	more := *s
	more.Policies, more.Others = slices.Clone(s.Policies), slices.Clone(s.Others)
	for _, o := range offers {
		if j := slices.IndexFunc(more.Others, func(other scenario.Other) bool { return other.Name == o.In.Name }); j >= 0 {
			more.Others[j].Policies = append(slices.Clone(more.Others[j].Policies), more.Others[j].NewPolicy("least", "", o.Text))
		} else {
			more.Policies = append(more.Policies, scenario.NewPolicy("least", "", o.Text))
		}
	}
	return engine.Analyze(&more).Answers[i].Decision.Verdict
}

// edited is the policies with a fix made in the one it is for.
func edited(t *testing.T, policies []scenario.Policy, fix source.Fix) []scenario.Policy {
	policies = slices.Clone(policies)
	for i, p := range policies {
		text, err := source.Apply(p.File, fix.Edits)
		if err != nil {
			t.Fatal(err)
		}
		policies[i].File = source.NewFile(p.File.Name, text)
	}
	return policies
}

// fixGrants follows a fix and looks whether its permission is granted then.
func fixGrants(t *testing.T, a *engine.Analysis, check, need int, fix source.Fix) {
	t.Helper()
	mended := *a.Scenario
	mended.Policies, mended.Others = edited(t, a.Scenario.Policies, fix), slices.Clone(a.Scenario.Others)
	for i := range mended.Others {
		mended.Others[i].Policies = edited(t, mended.Others[i].Policies, fix)
	}
	again := engine.Analyze(&mended).Answers[check].Decision
	if again.Needs[need].Result != authz.Pass {
		t.Errorf("%s: after %q %s is still %s", asked(a, a.Answers[check]), fix.Title, again.Needs[need].Permission.Name, again.Needs[need].Result)
	}
}
