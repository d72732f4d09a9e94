package store

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/imports"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	say "oci-policy-playground/web/words"
)

type (
	// Propose tells what would be taken from a text, before anything is; of an empty one nothing. Pasted says that it
	// is in the field of the dialog.
	Propose struct {
		Name, Text string
		Pasted     bool
	}
	// SetOnto lays what is proposed over what is open, or not.
	SetOnto struct{ On bool }
	// TakeProposal opens what is proposed.
	TakeProposal struct{}
)

func (Propose) action()      {}
func (SetOnto) action()      {}
func (TakeProposal) action() {}

// Importing is a text that somebody is about to open.
type Importing struct {
	Propose
	Onto     bool // laid over what is open
	Proposal *imports.Proposal
}

func (s State) importing(e *engine.Engine, a Action) State {
	switch a := a.(type) {
	case Propose:
		if strings.TrimSpace(a.Text) == "" {
			s.Importing = nil
			return s
		}
		onto := s.Touched && s.Damaged == nil
		if s.Importing != nil {
			onto = s.Importing.Onto
		}
		return s.proposed(a, onto)
	case SetOnto:
		if s.Importing != nil {
			return s.proposed(s.Importing.Propose, a.On)
		}
	case TakeProposal:
		if s.Importing != nil && s.Importing.Proposal.Scenario != nil {
			return s.taken(e, s.Importing.Proposal)
		}
	}
	return s
}

func (s State) proposed(a Propose, onto bool) State {
	var into *scenario.Scenario
	if onto {
		into = s.Work.Scenario
	}
	s.Importing = &Importing{a, onto, imports.Read(a.Name, []byte(a.Text), into)}
	return s
}

// taken shows what was proposed, and asks what it asks.
func (s State) taken(e *engine.Engine, p *imports.Proposal) State {
	w := newWork(sketched(e, p.Scenario))
	for line := range w.checks().Lines() {
		if p.Request != "" && w.checks().Slice(w.checks().Line(line+1)) == p.Request {
			w.Line = line + 1
		}
	}
	s = s.show(e, w)
	s.Touched, s.Importing = true, nil
	s.Notice = Notice{Text: say.Taken(tally(p.Taken)), Kind: Brief}
	if missing := s.Analysis.Missing(); len(missing) > 0 && !p.Whole {
		s.Notice = Notice{Text: s.Notice.Text + " " + say.NotThere(namesOfMissing(missing)), Kind: HasMissing}
	}
	return s
}

// tally is how much was taken of each kind.
func tally(all []imports.Taken) string {
	var parts []string
	for _, t := range all {
		parts = append(parts, fmt.Sprintf("%s (%d)", t.What, len(t.Names)))
	}
	return strings.Join(parts, ", ")
}

// ImportView is what the dialog says of a text before it is opened.
type ImportView struct {
	Pasted   string // the text in the field
	File     string // the name of a file instead
	CanTake  bool
	Asks     bool // whether to lay it over what is open
	Onto     bool
	Taken    []TakenView
	Request  string
	Problems []ImportProblem
	More     int // problems that are not shown
}

// TakenView is what would be taken of one kind.
type TakenView struct{ What, Names string }

// ImportProblem is something that is said of a text.
type ImportProblem struct {
	Severity, Where string
	Summary, Detail []Phrase
}

// mostShown is how many names of a kind and how many problems the dialog shows.
const mostShown = 40

func (s State) importView() ImportView {
	i := s.Importing
	if i == nil {
		return ImportView{}
	}
	v := ImportView{CanTake: i.Proposal.Scenario != nil, Asks: !i.Proposal.Whole, Onto: i.Onto, Request: scenario.Visible(i.Proposal.Request)}
	if i.Pasted {
		v.Pasted = i.Text
	} else {
		v.File = scenario.Visible(i.Name)
	}
	for _, t := range i.Proposal.Taken {
		v.Taken = append(v.Taken, TakenView{fmt.Sprintf("%s (%d)", t.What, len(t.Names)), firstNames(t.Names, mostShown)})
	}
	v.Problems, v.More = importProblems(i)
	return v
}

func firstNames(all []string, most int) string {
	shown := scenario.Visible(strings.Join(all[:min(most, len(all))], ", "))
	if rest := len(all) - most; rest > 0 {
		shown += " " + say.AndMore(rest)
	}
	return shown
}

// importProblems are what is said of the text, with their lines in it.
func importProblems(i *Importing) (shown []ImportProblem, more int) {
	f := source.NewFile(i.Name, i.Text)
	for _, d := range i.Proposal.Problems {
		if len(shown) == mostShown {
			more++
			continue
		}
		p := ImportProblem{Severity: d.Severity.String(), Summary: phrases(scenario.Visible(d.Summary)), Detail: phrases(scenario.Visible(d.Detail))}
		if d.Span.File == i.Name {
			p.Where = fmt.Sprintf("line %d: ", f.LineOf(d.Span.Start))
		}
		shown = append(shown, p)
	}
	return shown, more
}
