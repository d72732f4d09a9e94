package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
	say "oci-policy-playground/web/words"
)

// PoliciesView is the pane of the policies and of everything there is to say about the texts.
type PoliciesView struct {
	Cards    []CardView
	Abroad   []string // the names of the other tenancies
	Problems []ProblemView
	More     int // problems that are not listed
	// AddMissing offers to add all that is missing, where it is more than one thing.
	AddMissing string
	Count      string
}

// CardView is one policy.
type CardView struct {
	Key              int
	File, Name, Path string
	Of               string   // the tenancy, "" for the scenario's own
	Places           []Option // of that tenancy
	Nowhere          bool
	Count            string
	Text             Text
}

// ProblemView is one diagnostic. Index is its place among those of the scenario.
type ProblemView struct {
	Index           int
	Severity, Where string
	Summary, Detail []Phrase
	Notes           [][]Phrase
	Why             []Phrase // the reason behind a piece of advice
	Span            source.Span
	Fixes           []FixView
	Source          string
}

// FixView is a button that mends something, with what it changes.
type FixView struct {
	Name  string // the title as the fix has it
	Title []Phrase
	Edit  []Word // what it does to the text
	// Need, Statement and Fix say which fix of the chain it is.
	Need, Statement, Fix int
}

const mostProblems = 50

func (s State) policiesView(places []Option) PoliciesView {
	var v PoliciesView
	for i, d := range s.Analysis.Documents {
		v.Cards = append(v.Cards, s.card(s.Work.Keys[i], d, "", places))
	}
	v.Abroad, v.Cards = s.abroadCards(v.Cards)
	for i, d := range s.Problems {
		if i < mostProblems {
			v.Problems = append(v.Problems, s.problemView(i, d))
		} else {
			v.More++
		}
	}
	v.Count = counts(s.Problems)
	if len(s.offers) > 1 {
		v.AddMissing = addMissing(s.Analysis.Standing(s.offers))
	}
	return v
}

// abroadKeys is where the keys of other tenancies' policies begin; the own ones are counted from 0.
const abroadKeys = 1_000_000

func (s State) abroadCards(cards []CardView) (lands []string, all []CardView) {
	documents := s.Analysis.Abroad()
	for _, o := range s.Work.Scenario.Others {
		if o.Tenancy == nil {
			continue
		}
		lands = append(lands, o.Name)
		for _, p := range o.Policies {
			d, world, ok := s.Analysis.Policy(p.File.Name)
			if ok {
				key := abroadKeys + slices.IndexFunc(documents, func(x engine.Document) bool { return x.Document == d.Document })
				cards = append(cards, s.card(key, d, o.Name, placesOf(world)))
			}
		}
	}
	return lands, cards
}

func (s State) card(key int, d engine.Document, of string, places []Option) CardView {
	p, f := d.Policy, d.Policy.File
	return CardView{Key: key, File: f.Name, Name: p.Name, Path: p.AttachedTo, Nowhere: d.AttachedTo == nil && s.knows(f.Name), Of: of, Places: s.offered(key, p, places),
		Count: say.Count(len(d.Document.Statements), "statement"),
		Text:  Text{File: f.Name, Text: f.Text, Document: s.Document, Look: s.look, Problems: s.underlined(f), Lit: s.light(f), Reveal: s.revealIn(f)}}
}

// knows tells whether the tenancy of a policy can be read, so that what is not in it is nowhere.
func (s State) knows(file string) bool {
	s.Work = s.Work.of(s.landOf(file))
	return !s.unreadable()
}

// mostOffered is how many compartments all the policies together offer to be attached to; of more, only one policy offers
// them.
const mostOffered = 5000

// offered are the compartments that a policy offers to be attached to: where they are too many, its own.
func (s State) offered(key int, p scenario.Policy, places []Option) []Option {
	if len(places)*len(s.Work.Keys) <= mostOffered || key == s.Attaching {
		return places
	}
	for i := range places {
		if places[i].Value == p.AttachedTo {
			return places[i : i+1]
		}
	}
	return nil
}

// counts tells how many errors and warnings there are.
func counts(ds source.Diagnostics) string {
	var all []string
	for _, severity := range [...]source.Severity{source.Error, source.Warning} {
		n := 0
		for _, d := range ds {
			if d.Severity == severity {
				n++
			}
		}
		if n > 0 {
			all = append(all, say.Count(n, severity.String()))
		}
	}
	return strings.Join(all, " · ")
}

// places are the compartments as choices.
func (s State) places() []Option { return placesOf(s.Analysis.World) }

func placesOf(world *tenancy.Tenancy) []Option {
	compartments := world.Root.All()
	all := make([]Option, len(compartments))
	for i, c := range compartments {
		path := c.Path()
		all[i] = Option{Value: path, Label: strings.ReplaceAll(path, ":", " › ")}
	}
	all[0].Label = world.Root.Label()
	return all
}

func (s State) problemView(i int, d source.Diagnostic) ProblemView {
	v := ProblemView{Index: i, Severity: d.Severity.String(), Where: s.where(d.Span), Summary: phrases(d.Summary), Detail: phrases(d.Detail),
		Span: d.Span, Source: d.Source, Why: phrases(engine.Why(d.Code))}
	for _, n := range d.Notes {
		v.Notes = append(v.Notes, phrases(n.Text))
	}
	for _, f := range d.Fixes {
		v.Fixes = append(v.Fixes, s.fixView(f))
	}
	return v
}

// where names a place as people do: a policy and its line.
func (s State) where(at source.Span) string {
	for _, f := range s.Work.Scenario.Files() {
		if f.Name == at.File {
			name := f.Name
			if p, ok := s.Work.policy(name); ok {
				name = p.Name
			}
			return say.LineOf(name, f.LineOf(at.Start))
		}
	}
	return at.File
}

func (s State) fixView(f source.Fix) FixView {
	return FixView{Name: f.Title, Title: phrases(f.Title), Edit: s.preview(f)}
}
