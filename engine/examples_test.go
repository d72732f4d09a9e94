package engine_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

func TestEveryExampleHoldsWhatItSays(t *testing.T) {
	for _, name := range examples.Names() {
		t.Run(name, func(t *testing.T) {
			data, _ := examples.Read(name)
			s, problems := scenario.Parse(name, data)
			if len(problems) > 0 {
				t.Fatalf("the archive: %v", problems)
			}
			a := engine.Analyze(s)
			if len(a.Answers) == 0 || !strings.Contains(s.About, "Try it:") {
				t.Error("an example has checks and ends with something to try")
			}
			for _, answer := range a.Answers {
				if !answer.Holds {
					t.Errorf("%s\n%s", s.Checks.Slice(answer.Line.Span), answer.Story.Text())
				}
			}
		})
	}
}

func TestALinkOfAnExampleOpensAsTheSame(t *testing.T) {
	for _, name := range examples.Names() {
		data, _ := examples.Read(name)
		s, _ := scenario.Parse(name, data)
		link, err := scenario.Link(s)
		if err != nil {
			t.Fatal(err)
		}
		back, err := scenario.Open(link)
		if err != nil || string(scenario.Format(back)) != string(scenario.Format(s)) {
			t.Errorf("%s comes back as another scenario (%v)", name, err)
		}
	}
}

func TestTheExamplesAreTheArchives(t *testing.T) {
	paths, err := filepath.Glob("../examples/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, path := range paths {
		want = append(want, strings.TrimSuffix(filepath.Base(path), ".txtar"))
	}
	slices.Sort(want)
	if got := slices.Sorted(slices.Values(examples.Names())); !slices.Equal(got, want) {
		t.Errorf("the list names %v, the folder has %v", got, want)
	}
}
