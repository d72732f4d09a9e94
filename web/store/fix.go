package store

import (
	"oci-policy-playground/engine"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
	say "oci-policy-playground/web/words"
)

func (s State) fixing(e *engine.Engine, a Action) State {
	switch a := a.(type) {
	case ApplyFix:
		return s.change(e, "", s.mended(a.Fix))
	case AddMissing:
		if s.Notice.Kind == HasMissing {
			s.Notice = Notice{}
		}
		return s.change(e, "", s.mended(s.Analysis.AddMissing()))
	case FixProblem:
		if fix, ok := s.problemFix(a); ok {
			return s.change(e, "", s.mended(fix))
		}
		return s
	case FixStory:
		if fix, ok := s.storyFix(a); ok {
			return s.change(e, "", s.mended(fix))
		}
		return s
	case InsertText:
		w, name := s.inserted(a.Statement)
		s = s.change(e, "", w)
		s.Notice = Notice{Text: say.AddedTo(name), Kind: Brief}
		return s
	}
	w, ok := s.granting()
	if !ok {
		return s
	}
	return s.change(e, "", w)
}

func (s State) problemFix(a FixProblem) (fix source.Fix, ok bool) {
	for _, d := range s.Problems {
		for _, fix := range d.Fixes {
			if d.Span == a.At && fix.Title == a.Title {
				return fix, true
			}
		}
	}
	return fix, false
}

func (s State) storyFix(a FixStory) (fix source.Fix, ok bool) {
	answer := s.Answer()
	if answer == nil || a.Need >= len(answer.Story.Needs) {
		return fix, false
	}
	statements := answer.Story.Needs[a.Need].Statements
	if a.Statement >= len(statements) || a.Fix >= len(statements[a.Statement].Fixes) {
		return fix, false
	}
	fix = statements[a.Statement].Fixes[a.Fix]
	return fix, fix.Title == a.Title
}

// mended is the work after the edits of a fix. Edits that do not fit the texts change nothing.
func (s State) mended(fix source.Fix) Work {
	w := s.Work
	done := map[string]bool{}
	for _, e := range fix.Edits {
		if !done[e.Span.File] {
			done[e.Span.File] = true
			w = s.mendedFile(w, e.Span.File, fix.Edits)
		}
	}
	return w
}

func (s State) mendedFile(w Work, name string, edits []source.Edit) Work {
	apply := func(f *source.File) string {
		text, err := source.Apply(f, edits)
		if err != nil {
			return f.Text
		}
		return text
	}
	switch p, ok := w.policy(name); {
	case ok:
		return w.withPolicy(name, p.Name, p.AttachedTo, apply(p.File))
	case s.isTenancy(name):
		there := w.of(s.landOf(name))
		return there.withTenancy(apply(there.tenancy())).of(w.land)
	case name == w.checks().Name:
		return w.withChecks(apply(w.checks()))
	}
	if g, land := s.ruleOf(name); g != nil {
		return withRule(w.of(land), g, apply(s.Analysis.Rules[g])).of(w.land)
	}
	return w
}

// ruleOf is the dynamic group whose matching rule is a file of this name, and the place of its tenancy.
func (s State) ruleOf(file string) (g *tenancy.DynamicGroup, land int) {
	for land, world := range s.Analysis.Worlds() {
		for _, g := range world.DynamicGroups {
			if f := s.Analysis.Rules[g]; f != nil && f.Name == file {
				return g, land
			}
		}
	}
	return nil, 0
}

// isTenancy tells whether a file is the text of one of the tenancies.
func (s State) isTenancy(file string) bool {
	f := s.Work.of(s.landOf(file)).tenancy()
	return f != nil && f.Name == file
}

func rulePointer(g *tenancy.DynamicGroup) string { return g.Pointer + "/matchingRule" }

// withRule writes a matching rule into the text of the tenancy, as JSON writes texts.
func withRule(w Work, g *tenancy.DynamicGroup, rule string) Work {
	f := w.tenancy()
	if f == nil {
		return w
	}
	at, ok := scenario.Locate(f, rulePointer(g))
	if !ok {
		return w
	}
	return w.withTenancy(f.Text[:at.Start] + scenario.Quoted(rule) + f.Text[at.End:])
}

func (s State) formatted() Work {
	w := s.Work
	for _, f := range w.Scenario.Files() {
		d, _, ok := s.Analysis.Policy(f.Name)
		if !ok {
			continue
		}
		if text := syntax.Format(d.Document); text != f.Text {
			w = w.withPolicy(f.Name, d.Policy.Name, d.Policy.AttachedTo, text)
		}
	}
	return w
}

// granting is the work with the least statement in the first policy that is attached to the root. What belongs to other
// tenancies is for them to add.
func (s State) granting() (Work, bool) {
	answer := s.Answer()
	if answer == nil || !s.ours(answer.Story) {
		return s.Work, false
	}
	w, _ := s.inserted(answer.Story.Least)
	return w, true
}

// ours tells of what a story offers whether it is for this tenancy to add.
func (s State) ours(story explain.Story) bool {
	return len(story.Offers) == 1 && story.Offers[0].In == s.Analysis.World
}
