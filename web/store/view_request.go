package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	say "oci-policy-playground/web/words"
)

// RequestView is the pane of the request and the checks.
type RequestView struct {
	Sentence Text
	Problems []ProblemView
	Readable bool
	Form     FormView

	Elsewhere     []ElsewhereView
	Variables     []VariableView
	Circumstances []CircumstanceView

	Text    bool // the checks are shown as text
	Checks  Text
	Rows    []CheckView
	More    int // checks that are not shown
	Holding string
}

// FormView is who may do what, and where.
type FormView struct {
	Who    string
	Whos   []Option
	Ask    string
	Needs  string
	Asks   []string
	Place  string
	Places []Option
	Want   string
}

// ElsewhereView is a type of resources, beside the one that is asked for, and the compartment they are in.
type ElsewhereView struct{ Type, Place string }

// VariableView is a variable that the policies in play ask for.
type VariableView struct {
	Name, Short, Type string
	Like              string   // what a value of the type looks like
	Values            []string // what it could be
	State             Knowledge
	Value             string
}

// CircumstanceView is something beside the policies that changes what the operation needs.
type CircumstanceView struct {
	Name, Says, Assumed string
	State               Knowledge
}

// CheckView is one line of the checks.
type CheckView struct {
	Line    int
	Words   []Word
	Text    string
	Outcome Outcome
	Current bool
}

// Wants are the choices of what a check expects, as a sentence has them.
var Wants = []Option{{Value: "may", Label: say.WantAllowed}, {Value: "may not", Label: say.WantDenied},
	{Value: "might", Label: say.WantDepends}}

func (s State) requestView(places []Option) RequestView {
	f := s.Work.checks()
	line := f.Line(s.Work.Line)
	v := RequestView{Form: FormView{Whos: s.whos(), Places: places, Asks: s.asks(), Want: "may"}, Text: s.ChecksText}
	v.Sentence = Text{File: sentenceFile, Text: s.Work.Sentence(), Document: s.Document, Reveal: s.revealInSentence(line)}
	if s.ChecksText {
		v.Checks = Text{File: f.Name, Text: f.Text, Document: s.Document, Problems: s.underlined(f), Lit: s.light(f), Reveal: s.revealIn(f)}
	}
	v.Rows, v.More, v.Holding = s.checkRows()
	if answer := s.Answer(); answer != nil {
		for i, d := range s.Problems {
			if d.Span.Within(line) {
				v.Problems = append(v.Problems, s.problemView(i, d))
				d.Span = d.Span.Shift(sentenceFile, -answer.Line.Span.Start)
				v.Sentence.Problems = append(v.Sentence.Problems, d)
			}
		}
		s.form(&v, answer)
	}
	return v
}

// revealInSentence is the words of the request that are to be shown.
func (s State) revealInSentence(line source.Span) Reveal {
	r := s.Reveals[line.File]
	if !r.Span.Within(line) || s.ChecksText {
		return Reveal{}
	}
	r.Span = r.Span.Shift(sentenceFile, -line.Start)
	return r
}

func (s State) form(v *RequestView, answer *engine.Answer) {
	sentence := answer.Line.Sentence
	if v.Readable = sentence != nil; !v.Readable {
		return
	}
	f := &v.Form
	f.Who, f.Want = sentence.Who.String(), sentence.May.String()
	f.Ask = s.Work.checks().Slice(sentence.Ask.Span())
	f.Place = sentence.Where.String()
	if c := answer.Request.Compartment; c != nil {
		f.Place = c.Path()
	}
	f.Needs = needs(answer.Decision)
	v.Elsewhere = others(answer)
	v.Variables = variables(answer)
	v.Circumstances = circumstances(answer)
}

// others are the types of the permissions beside those of the first one, and what is placed already.
func others(answer *engine.Answer) []ElsewhereView {
	var all []ElsewhereView
	seen := map[string]bool{"": true}
	add := func(kind string) {
		if !seen[kind] {
			seen[kind] = true
			v := ElsewhereView{Type: kind, Place: SamePlace}
			if c := answer.Request.Elsewhere[kind]; c != nil {
				v.Place = c.Path()
			}
			all = append(all, v)
		}
	}
	for i, n := range answer.Decision.Needs {
		kind := n.Permission.On()
		if answer.Request.Elsewhere[n.Permission.Type] != nil {
			kind = n.Permission.Type
		}
		if i == 0 && answer.Request.Elsewhere[kind] == nil {
			seen[kind] = true
		}
		add(kind)
	}
	return all
}

// whos are the callers there are.
func (s State) whos() []Option {
	var all []Option
	world := s.Analysis.World
	for _, u := range world.Users {
		label := u.Qualified()
		if groups := namesOf(u.Groups); groups != "" {
			label += " · " + groups
		}
		all = append(all, Option{Value: word(u.Qualified()), Label: label, Group: say.Users})
	}
	for _, r := range world.Resources {
		all = append(all, Option{Value: word(r.Type) + " " + word(r.Name), Label: r.Name + " · " + r.Type, Group: say.Resources})
	}
	for _, name := range s.services() {
		all = append(all, Option{Value: "service " + word(name), Label: name, Group: say.Services})
	}
	return all
}

func namesOf[T interface{ Qualified() string }](all []T) string {
	names := make([]string, len(all))
	for i, one := range all {
		names[i] = one.Qualified()
	}
	return strings.Join(names, ", ")
}

// services are those that statements or checks name.
func (s State) services() []string {
	var all []string
	for _, st := range s.Analysis.Set.Statements {
		all = append(all, st.Who.Services...)
	}
	for _, a := range s.Analysis.Answers {
		if name := a.Request.Principal.Service; name != "" {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func needs(d authz.Decision) string {
	var names []string
	for _, n := range d.Needs {
		if !slices.Contains(names, n.Permission.Name) {
			names = append(names, n.Permission.Name)
		}
	}
	if len(names) > 3 {
		return say.Needs + strings.Join(names[:2], ", ") + " " + say.AndMore(len(names)-2)
	}
	if len(names) == 0 {
		return ""
	}
	return say.Needs + strings.Join(names, ", ")
}

const mostAsks = 40

// asks are operations and verbs on types that begin with, then hold, what is being typed.
func (s State) asks() []string {
	typed := strings.ToLower(strings.TrimSpace(s.Asking))
	if typed == "" {
		return nil
	}
	var first, rest []string
	offer := func(name string) {
		switch at := strings.Index(strings.ToLower(name), typed); {
		case at == 0 && len(first) < mostAsks:
			first = append(first, name)
		case at > 0 && len(rest) < mostAsks:
			rest = append(rest, name)
		}
	}
	for o := range catalog.Default().Operations() {
		offer(o.Name)
	}
	if verb, of, ok := strings.Cut(typed, " "); ok || len(first) == 0 {
		for _, v := range []catalog.Verb{catalog.Inspect, catalog.Read, catalog.Use, catalog.Manage} {
			if !strings.HasPrefix(v.String(), verb) {
				continue
			}
			for r := range catalog.Default().Resources() {
				if strings.Contains(r.Name, of) {
					offer(v.String() + " " + r.Name)
				}
			}
		}
	}
	all := slices.Compact(append(first, rest...))
	return all[:min(len(all), mostAsks)]
}

// checkRows are the checks, of many the first and the one that is asked; more counts the others.
func (s State) checkRows() (rows []CheckView, more int, holding string) {
	f := s.Work.checks()
	held := 0
	for _, a := range s.Analysis.Answers {
		row := CheckView{Line: f.LineOf(a.Line.Span.Start), Text: f.Slice(a.Line.Span)}
		row.Current = row.Line == s.Work.Line
		switch {
		case a.Line.Sentence == nil || a.Decision.Verdict == authz.Invalid:
			row.Outcome = Outcome{"unsure", "?", say.CheckUnjudged}
		case a.Holds:
			row.Outcome = Outcome{"good", "✓", say.CheckHolds + a.Story.Word}
			held++
		default:
			row.Outcome = Outcome{"bad", "✗", say.CheckFails + a.Story.Word}
		}
		if len(rows) < most || row.Current || s.Tending.Whole["checks"] {
			rows = append(rows, row)
		} else {
			more++
		}
	}
	if len(rows) > 0 {
		holding = say.HowManyHold(held, len(rows)+more)
	}
	return rows, more, holding
}
