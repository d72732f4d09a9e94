package engine_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// everyAnalysis analyses the archives that the stories are told of.
func everyAnalysis(t *testing.T, look func(t *testing.T, a *engine.Analysis)) {
	for _, pattern := range []string{"testdata/*.txtar", cases} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no archives (%v)", err)
		}
		for _, path := range paths {
			in, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(filepath.Base(path), func(t *testing.T) { look(t, engine.Analyze(given(t, in))) })
		}
	}
}

// mendedBy is the analysis after a fix in any of the texts.
func mendedBy(t *testing.T, a *engine.Analysis, fix source.Fix) *engine.Analysis {
	t.Helper()
	apply := func(f *source.File) *source.File {
		if f == nil {
			return nil
		}
		text, err := source.Apply(f, fix.Edits)
		if err != nil {
			t.Fatal(err)
		}
		return source.NewFile(f.Name, text)
	}
	s := *a.Scenario
	s.Tenancy, s.Checks, s.Others = apply(s.Tenancy), apply(s.Checks), slices.Clone(s.Others)
	s.Policies = edited(t, s.Policies, fix)
	for i := range s.Others {
		s.Others[i].Tenancy = apply(s.Others[i].Tenancy)
		s.Others[i].Policies = edited(t, s.Others[i].Policies, fix)
	}
	return engine.Analyze(&s)
}

func errorsIn(a *engine.Analysis) (n int) {
	for _, d := range a.Diagnostics {
		if d.Severity == source.Error {
			n++
		}
	}
	return n
}

// What is offered to be added mends what it is offered for, and nothing else
// goes wrong.
func TestWhatIsAddedIsNoLongerMissing(t *testing.T) {
	offered := 0
	everyAnalysis(t, func(t *testing.T, a *engine.Analysis) {
		for _, d := range engine.Offering(a.Offers(), a.Diagnostics) {
			if d.Missing == nil {
				continue
			}
			fix := d.Fixes[len(d.Fixes)-1]
			after := mendedBy(t, a, fix)
			if errorsIn(after) >= errorsIn(a) {
				t.Errorf("after %q there is as much wrong: %v", fix.Title, after.Diagnostics)
			}
			if slices.ContainsFunc(after.Diagnostics, func(x source.Diagnostic) bool { return x.Missing != nil && *x.Missing == *d.Missing }) {
				t.Errorf("after %q it is still missing", fix.Title)
			}
			offered++
		}
	})
	if offered < 7 {
		t.Errorf("only %d were offered", offered)
	}
}

func TestAllThatIsMissingCanBeAddedAtOnce(t *testing.T) {
	everyAnalysis(t, func(t *testing.T, a *engine.Analysis) {
		if left := mendedBy(t, a, a.AddMissing()).Missing(); len(left) > 0 {
			t.Errorf("of %v there are still missing %v", a.Missing(), left)
		}
	})
}

const wanting = `-- tenancy.json --
{"name": "acme", "compartments": [{"name": "App"}], "groups": [{"name": "Developers"}], "users": [{"name": "alice"}]}
-- policies/p.policy --
Allow group Developer to read buckets in compartment Ap
Allow group 'Fin'/'Ops' to read buckets in compartment New:Deep
Allow group default/OPS to read buckets in tenancy
Allow group 'Fin/Ops' to read buckets in compartment acme:New
Allow dynamic-group Robots to read buckets in tenancy
-- policies/App/q.policy --
Allow group Ops to read buckets in compartment Data
-- policies/Gone/r.policy --
Allow group Ops to read buckets in compartment Data
-- checks --
bob may ListBuckets in App:Web
Developers may ListBuckets in acme:App
`

// offeredFor are the titles of what is offered for every trouble of a code.
func offeredFor(a *engine.Analysis, code string) (all []string) {
	for _, d := range engine.Offering(a.Offers(), a.Diagnostics) {
		if d.Code == code {
			var titles []string
			for _, f := range d.Fixes {
				titles = append(titles, f.Title)
			}
			all = append(all, strings.Join(titles, " | "))
		}
	}
	return all
}

func TestANearNameGoesBeforeWhatIsAdded(t *testing.T) {
	s, _ := scenario.Parse("scenario", []byte(wanting))
	a := engine.Analyze(s)
	for code, want := range map[string][]string{
		"unknown-group":       {"add group `Ops`", "did you mean `Developers`? | add group `Developer`", "add group `Fin/Ops`", "", "add group `OPS`", "add dynamic group `Robots` of the instances in `App`"},
		"unknown-compartment": {"add compartment `App:Data`", "did you mean `App`? | add compartment `Ap`", "add compartment `New:Deep`", "add compartment `New`", "add compartment `App:Web`", "write `App`"},
		"unknown-user":        {"add user `bob`", ""},
		"attached-nowhere":    {"add compartment `Gone`"},
	} {
		got := offeredFor(a, code)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("for %s there is offered\n%q\nnot\n%q", code, got, want)
		}
	}
}
