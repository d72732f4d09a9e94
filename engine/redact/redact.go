package redact

import (
	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/scenario"
)

// Options are what is redacted besides names.
type Options struct {
	Values bool // also values in quotes that name nothing
	Prose  bool // keep title, description and remarks
}

// Redaction is a scenario without its names.
type Redaction struct {
	Scenario *scenario.Scenario
	Pairs    []Pair   // in the order they were met
	Verdicts int      // how many checks could be read
	Changed  []Change // those with another verdict than before
	Dropped  []string // checks that nobody can read
}

// Pair is a name and what stands in its place.
type Pair struct{ Kind, Old, New string }

// Change is a check whose verdict is another one after redaction.
type Change struct {
	Before, After string // the sentences
	Was, Is       authz.Verdict
}

// Redact takes the names out of a scenario, which stays as it is.
func Redact(s *scenario.Scenario, o Options) *Redaction {
	r := &redactor{options: o, names: newNames(), ids: map[string]string{}, told: map[string]bool{}}
	r.learn(s)
	next := r.write(s)
	out := &Redaction{Scenario: next, Pairs: r.names.pairs, Dropped: r.dropped}
	out.judge(s)
	return out
}

// judge compares the verdicts of both scenarios, check by check.
func (r *Redaction) judge(s *scenario.Scenario) {
	before, after := readable(s), readable(r.Scenario)
	r.Verdicts = len(before)
	for i, b := range before {
		c := Change{Before: b.Line.Sentence.String(), Was: b.Decision.Verdict}
		if i < len(after) {
			c.After, c.Is = after[i].Line.Sentence.String(), after[i].Decision.Verdict
		}
		if i >= len(after) || c.Was != c.Is {
			r.Changed = append(r.Changed, c)
		}
	}
}

// readable are the answers to the checks that are sentences.
func readable(s *scenario.Scenario) []engine.Answer {
	var all []engine.Answer
	for _, a := range engine.Analyze(s).Answers {
		if a.Line.Sentence != nil {
			all = append(all, a)
		}
	}
	return all
}
