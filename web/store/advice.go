package store

import (
	"slices"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// advised is the state with the advice on its statements, and with the offers to add what is missing. It costs more than a
// verdict, so it waits until typing pauses; until then what was found before moves along with the words it is about.
func (s State) advised() State {
	if s.adviceOf != s.Analysis {
		s.adviceOf, s.advice = s.Analysis, s.Analysis.Advice()
		s.offers = s.Analysis.Offers()
		s.Problems = merged(engine.Offering(s.offers, s.Analysis.Diagnostics), s.advice)
		s.covers = s.covered()
		s.look++
	}
	return s
}

// covered is what each statement does over all the checks, where there are several.
func (s State) covered() map[syntax.Form]*engine.Cover {
	if len(s.Analysis.Answers) < 2 {
		return nil
	}
	all, covers := s.Analysis.Coverage(), map[syntax.Form]*engine.Cover{}
	for i := range all {
		covers[all[i].Statement.Syntax.Form] = &all[i]
	}
	return covers
}

// merged is all there is to say, in the order of the texts.
func merged(faults, advice source.Diagnostics) source.Diagnostics {
	all := append(slices.Clone(faults), advice...)
	all.Sort()
	return all
}

// texts are the files of the scenario and the matching rules in it.
func (s State) texts() map[string]*source.File {
	all := map[string]*source.File{}
	if s.Analysis != nil {
		for _, f := range s.Work.Scenario.Files() {
			all[f.Name] = f
		}
		for _, f := range s.Analysis.Rules {
			all[f.Name] = f
		}
	}
	return all
}

// carried is the advice that still holds when texts have changed: what lies beside the change, moved where it went.
func carried(advice source.Diagnostics, before, after map[string]*source.File) source.Diagnostics {
	if len(advice) == 0 {
		return nil
	}
	changes := map[string]change{}
	for name, f := range after {
		if old, ok := before[name]; ok {
			changes[name] = changed(old.Text, f.Text)
		}
	}
	var all source.Diagnostics
	for _, d := range advice {
		if d, ok := moved(d, changes); ok {
			all = append(all, d)
		}
	}
	return all
}

// change is the one stretch of a text, in bytes, in which it differs from the next, and by how much that is longer.
type change struct{ start, end, longer int }

func (c change) nothing() bool { return c.start >= c.end && c.longer == 0 }

func changed(before, after string) change {
	start, tail := source.Common(before, after)
	return change{start, len(before) - tail, len(after) - len(before)}
}

// moved is a diagnostic after the changes; not if they touch any place it speaks of.
func moved(d source.Diagnostic, changes map[string]change) (source.Diagnostic, bool) {
	kept := true
	move := func(at source.Span) source.Span {
		c, known := changes[at.File]
		switch {
		case at == source.Span{} || known && (at.End < c.start || c.nothing()):
		case known && at.Start > c.end:
			return at.Shift(at.File, c.longer)
		default:
			kept = false
		}
		return at
	}
	there := d.Moved(move)
	return there, kept
}
