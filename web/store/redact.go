package store

import (
	"oci-policy-playground/engine"
	"oci-policy-playground/engine/redact"
	"oci-policy-playground/engine/scenario"
	say "oci-policy-playground/web/words"
)

// SetRedaction shares the scenario without its names, or as it is.
type SetRedaction struct {
	On bool
	redact.Options
}

func (SetRedaction) action() {}

// Redacting is what is shared instead of the scenario.
type Redacting struct {
	SetRedaction
	result   *redact.Redaction
	analysis *engine.Analysis
}

// redacting takes the names out, and judges what is left.
func (s State) redacting(a SetRedaction) State {
	s.Redacting = Redacting{SetRedaction: a}
	if a.On && s.Damaged == nil {
		s.Redacting.result = redact.Redact(s.Work.Scenario, a.Options)
		s.Redacting.analysis = engine.Analyze(s.Redacting.result.Scenario)
	}
	return s
}

// Shared is the state that is shared: this one, or the same without its names.
func (s State) Shared() State {
	if s.Redacting.result != nil {
		s.Work.Scenario = s.Redacting.result.Scenario
		s.Analysis, s.Example = s.Redacting.analysis, ""
	}
	return s
}

// RedactView is what the dialog says of names that were taken out.
type RedactView struct {
	On, Values, Prose bool
	Same              string
	Bad               bool // a verdict is another one
	Changed           []string
	Pairs             []PairView
	More              string
}

// PairView is a name and what stands for it.
type PairView struct{ Kind, Old, New string }

// mostPairs is how many names the dialog shows.
const mostPairs = 300

func (s State) redactView() RedactView {
	r := s.Redacting
	v := RedactView{On: r.On, Values: r.Values, Prose: r.Prose}
	if r.result == nil {
		return v
	}
	v.Bad = len(r.result.Changed) > 0
	v.Same = say.SameVerdicts(r.result.Verdicts-len(r.result.Changed), r.result.Verdicts)
	for _, c := range r.result.Changed[:min(mostShown, len(r.result.Changed))] {
		v.Changed = append(v.Changed, say.WasIs(c.Before, c.Was.String(), c.Is.String()))
	}
	if n := len(r.result.Dropped); n > 0 {
		v.Same += " " + say.LeftOut(n)
	}
	for _, p := range r.result.Pairs[:min(mostPairs, len(r.result.Pairs))] {
		v.Pairs = append(v.Pairs, PairView{p.Kind, scenario.Visible(p.Old), scenario.Visible(p.New)})
	}
	if rest := len(r.result.Pairs) - mostPairs; rest > 0 {
		v.More = say.AndMore(rest)
	}
	return v
}
