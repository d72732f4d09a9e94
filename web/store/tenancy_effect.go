package store

import (
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/source"
	say "oci-policy-playground/web/words"
)

// Effect is one way in which a change of the tenancy reaches the texts.
type Effect struct {
	Title, Class string
	Rows         []EffectRow
}

// EffectRow is a statement, a policy or a check, and what becomes of it.
type EffectRow struct {
	Where    string
	Old, New []Word
	Says     []Phrase
}

// weighed is the form with what would come of it.
func (s State) weighed(e *engine.Engine, f *Form) *Form {
	f.Effects, f.Note, f.Idle = nil, nil, false
	if f.Kind != "move" && f.Kind != "delete" {
		return f
	}
	d, problem := s.made(f)
	if problem != "" {
		f.Idle = f.Kind == "move"
		return f
	}
	after := State{Work: d.Work, Analysis: e.Analyze(d.Scenario).From(d.land)}
	f.Note = s.note(f)
	f.Effects = s.effects(after)
	return f
}

// note says what a move or a deletion does by itself.
func (s State) note(f *Form) []Phrase {
	about := s.entryAt(f.Pointer)
	switch {
	case f.Kind == "move":
		to, _ := s.Analysis.World.Compartment(f.value("to"))
		return phrases(say.AMove(to.Label(), about.place.Parent.Label()))
	case about.place != nil:
		return phrases(say.ADeletion)
	}
	return nil
}

// effects compares what there is with what would be.
func (s State) effects(after State) []Effect {
	var all []Effect
	for _, e := range [...]Effect{
		{say.Rewritten, "good", s.rewritten(after)},
		{say.StopsWorking, "bad", s.broken(after)},
		{say.GoesWithIt, "", s.gone(after)},
		{say.ComesOutOtherwise, "unsure", s.otherwise(after)},
	} {
		if len(e.Rows) > 0 {
			all = append(all, e)
		}
	}
	return all
}

// rewritten are the statements that read otherwise.
func (s State) rewritten(after State) (rows []EffectRow) {
	was, is := s.Work.Scenario.Files(), after.Work.Scenario.Files()
	if len(was) != len(is) {
		return nil // a deletion rewrites nothing
	}
	for i := range was {
		d, _, ok := s.Analysis.Policy(was[i].Name)
		next, _, _ := after.Analysis.Policy(is[i].Name)
		if !ok || len(next.Document.Statements) != len(d.Document.Statements) {
			continue
		}
		for j, st := range d.Document.Statements {
			if now := next.Document.Statements[j]; now.Text != st.Text {
				rows = append(rows, EffectRow{Where: s.where(st.Span), Old: statementWords(st.Text, nil), New: statementWords(now.Text, nil)})
			}
		}
	}
	return rows
}

// broken are the statements and rules that have an error and had none.
func (s State) broken(after State) (rows []EffectRow) {
	known := map[string]bool{}
	for _, d := range s.Analysis.Diagnostics {
		if text, ok := s.words(d.Span); ok && d.Severity == source.Error {
			known[text] = true
		}
	}
	for _, d := range after.Analysis.Diagnostics {
		if text, ok := after.words(d.Span); ok && d.Severity == source.Error && !known[text] {
			known[text] = true
			rows = append(rows, EffectRow{Where: after.where(d.Span), Old: statementWords(text, nil), Says: phrases(d.Summary)})
		}
	}
	return rows
}

// words are the statement or rule that a place is in.
func (s State) words(at source.Span) (text string, ok bool) {
	if d, _, ok := s.Analysis.Policy(at.File); ok {
		for _, st := range d.Document.Statements {
			if at.Within(st.Span) {
				return st.Text, true
			}
		}
	}
	if g, _ := s.ruleOf(at.File); g != nil {
		return g.MatchingRule, true
	}
	return "", false
}

// gone are the policies, resources and compartments that are no more, without the one that is deleted.
func (s State) gone(after State) (rows []EffectRow) {
	add := func(kind, name string) {
		rows = append(rows, EffectRow{Where: kind, Says: []Phrase{{Text: name, Style: "strong"}}})
	}
	for _, d := range s.Analysis.Documents {
		if _, left := after.Work.policy(d.Policy.File.Name); !left && s.Tending.Form.Kind == "delete" {
			add("policy", d.Policy.Name+", "+say.Count(len(d.Document.Statements), "statement"))
		}
	}
	left := len(after.Analysis.World.Root.All())
	if n := len(s.Analysis.World.Root.All()) - left - 1; n > 0 {
		add(say.Inside, say.Count(n, "compartment"))
	}
	for _, r := range s.Analysis.World.Resources {
		if _, ok := after.Analysis.World.Resource(r.Type, r.Name); !ok && s.Tending.Form.Kind == "delete" {
			add(r.Type, r.Name)
		}
	}
	return rows
}

// otherwise are the checks with another verdict.
func (s State) otherwise(after State) (rows []EffectRow) {
	for i, answer := range s.Analysis.Answers {
		if i >= len(after.Analysis.Answers) {
			break
		}
		was, now := answer.Decision.Verdict, after.Analysis.Answers[i].Decision.Verdict
		if was != now {
			rows = append(rows, EffectRow{Where: say.Turns(says(was), says(now)), Old: []Word{{Text: s.Work.checks().Slice(answer.Line.Span)}}})
		}
	}
	return rows
}

func says(v authz.Verdict) string { return strings.ToLower(verdicts[v].Says) }
