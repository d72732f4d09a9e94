package engine_test

import (
	"os"
	"path/filepath"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// Whatever a scenario holds, it is analysed: without a crash, every place in
// its file, a proof for every verdict, and the same verdict by the index.
func FuzzAnalyze(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 20_000 {
			return
		}
		s, _ := scenario.Parse("fuzz", data)
		a := engine.Analyze(s)
		_ = rendered(a)
		files := map[string]*source.File{}
		for _, file := range s.Files() {
			files[file.Name] = file
		}
		for _, d := range a.Diagnostics {
			if file, ok := files[d.Span.File]; ok && (d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(file.Text)) {
				t.Errorf("%s is at %v of %d bytes", d.Code, d.Span, len(file.Text))
			}
			if d.Summary == "" || d.Code == "" || d.Severity == 0 {
				t.Errorf("something is missing in %+v", d)
			}
		}
		x := a.Index()
		for _, answer := range a.Answers {
			if answer.Line.Sentence != nil && !answer.Problems.HasErrors() && x.Allowed(answer.Request) != answer.Decision.Verdict {
				t.Errorf("%q is %s by the index and %s by the decision", asked(a, answer), x.Allowed(answer.Request), answer.Decision.Verdict)
			}
			if answer.Line.Sentence != nil && answer.Story.Text() == "" {
				t.Errorf("%q has no story", asked(a, answer))
			}
			if d := answer.Decision; d.Verdict == authz.Conditional && len(d.Deciders) == 0 {
				t.Errorf("%q hangs on nothing", asked(a, answer))
			}
		}
	})
}
