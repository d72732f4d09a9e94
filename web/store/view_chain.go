package store

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/source"
	say "oci-policy-playground/web/words"
)

// VerdictView is the band with the verdict.
type VerdictView struct {
	Outcome  Outcome
	Headline []Phrase
	Status   string // as the service would answer
	Expected string // what the check expects, where that is not what it got
}

// ChainView is why, and what could be done about it.
type ChainView struct {
	Empty   string
	Depends [][]Phrase
	Needs   []NeedView
	Least   LeastView
	Differs DiffersView
	Audit   string
}

// LeastView is the least statement that would grant what is missing.
type LeastView struct {
	Words  []Word // none where there is no such statement
	At     []Phrase
	Tried  Outcome // the verdict with it
	Ours   bool    // all of it is for this tenancy to add
	Beside []BesideView
	Note   []Phrase // what it changed of a condition
}

// DiffersView is what the other dialect says, where that is something else.
type DiffersView struct {
	Dialect string
	Says    []Phrase
}

// BesideView is the statements that another tenancy has to add to the least.
type BesideView struct {
	Words []Word
	At    []Phrase
}

// NeedView is one permission and the statements about it.
type NeedView struct {
	Outcome           Outcome
	Permission, State string
	Place             []Phrase
	By, Title         string
	Statements        []StatementView
	More              int
}

// StatementView is a statement and its facets. Rest says that the facets not in Rows match.
type StatementView struct {
	Lead  string // the title of the statements from here on, "" where it is the need's
	Cite  string
	Span  source.Span
	Words []Word
	Rows  []RowView
	Rest  string
	Fixes []FixView
	Fixed int // the row the fixes stand under
}

// RowView is a facet, or a part of one.
type RowView struct {
	Name, Class string
	Outcome     Outcome
	Text        []Phrase
	Detail      string
	Span        source.Span
	Path        []explain.Hop
	Under       []RowView
}

func (s State) verdictView() VerdictView {
	answer := s.Answer()
	if answer == nil {
		return VerdictView{Outcome: Outcome{"quiet", "ring", say.NothingAsked}, Headline: phrases(say.AskSomething)}
	}
	if answer.Line.Sentence == nil {
		v := VerdictView{Outcome: verdicts[authz.Invalid]}
		if len(answer.Problems) > 0 {
			v.Headline = phrases(say.NotReadable(answer.Problems[0].Summary))
		}
		return v
	}
	v := VerdictView{Outcome: verdicts[answer.Decision.Verdict], Headline: leading(answer.Story.Headline)}
	switch answer.Decision.Verdict {
	case authz.Allow:
		v.Status = "200 OK"
	case authz.Deny:
		v.Status = "404 NotAuthorizedOrNotFound"
		if answer.Decision.Explicit() {
			v.Outcome.Says = say.DeniedByDeny
		}
	}
	if !answer.Holds && answer.Decision.Verdict != authz.Invalid {
		v.Expected = verdicts[answer.Line.Sentence.Want()].Says
	}
	return v
}

// linesOfWords are statements, each on a line.
func linesOfWords(text string) []Word {
	var all []Word
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			all = append(all, Word{Text: "\n"})
		}
		all = append(all, statementWords(line, nil)...)
	}
	return all
}

// leading makes the first sentence of several the strong one.
func leading(text string) []Phrase {
	first, rest, more := strings.Cut(text, ". ")
	if !more {
		return phrases(text)
	}
	var all []Phrase
	for _, p := range phrases(first + ". ") {
		if p.Style == "" {
			p.Style = "strong"
		} else {
			p.Style = "strong code"
		}
		all = append(all, p)
	}
	return append(all, phrases(rest)...)
}

// spoken is the verdict as a screen reader reads it.
func (s State) spoken() string {
	v := s.verdictView()
	text := ""
	for _, p := range v.Headline {
		text += p.Text
	}
	word := v.Outcome.Says
	return word[:1] + strings.ToLower(word[1:]) + ". " + spokenText(text)
}

func (s State) chainView() ChainView {
	answer := s.Answer()
	if answer == nil || answer.Line.Sentence == nil {
		return ChainView{Empty: say.NoChain}
	}
	story := answer.Story
	v := ChainView{Audit: story.Audit}
	switch {
	case answer.Problems.HasErrors():
		v.Empty = say.NamesNothing
	case answer.Decision.Verdict == authz.Invalid:
		v.Empty = say.NothingTried
	}
	for i, n := range story.Needs {
		v.Needs = append(v.Needs, s.needView(i, n))
	}
	for _, d := range story.Depends {
		v.Depends = append(v.Depends, phrases(d))
	}
	if story.Least != "" {
		v.Least = s.leastView(story)
	}
	if d := answer.Differs; d != nil {
		v.Differs = differsView(d)
	}
	return v
}

func (s State) leastView(story explain.Story) LeastView {
	v := LeastView{Words: linesOfWords(story.Least), At: phrases(story.LeastAt), Note: phrases(story.LeastNote), Tried: verdicts[story.LeastVerdict], Ours: s.ours(story)}
	for _, o := range story.Offers[1:] {
		v.Beside = append(v.Beside, BesideView{linesOfWords(o.Text), phrases(o.At)})
	}
	return v
}

func differsView(d *engine.Difference) DiffersView {
	v := DiffersView{Dialect: d.Dialect.Title(), Says: phrases(say.ThereIs(d.Word, d.Headline))}
	if d.Words != "" {
		v.Says = phrases(say.ThereIsBecause(d.Word, flat(d.Words), d.Headline))
	}
	return v
}

func (s State) needView(need int, n explain.Need) NeedView {
	v := NeedView{Outcome: outcomes[n.Result], Permission: n.Permission, State: n.State, Place: phrases(n.Place), By: n.By, Title: n.Title, More: n.More}
	for i, st := range n.Statements {
		v.Statements = append(v.Statements, s.statementView(need, i, st))
	}
	return v
}

// statementView shows the first statement under a title in full and of the others what is special about them.
func (s State) statementView(need, i int, st explain.Statement) StatementView {
	whole := i == 0 || st.Lead != ""
	v := StatementView{Lead: st.Lead, Cite: fmt.Sprintf("%s %d", st.Policy, st.Line), Span: st.Span, Fixed: -1}
	var failed []source.Span
	for _, r := range st.Rows {
		for _, at := range failing(r) {
			failed = append(failed, at.Shift("", -st.Span.Start))
		}
		if whole || r.Result == authz.Fail || r.Result == authz.Unknown {
			v.Rows = append(v.Rows, rowView(r))
		}
		if r.Result == authz.Fail && v.Fixed < 0 {
			v.Fixed = len(v.Rows) - 1
		}
	}
	if !whole && len(v.Rows) < len(st.Rows) {
		v.Rest = say.RestMatches
		if len(v.Rows) == 0 {
			v.Rest = say.GrantsToo
		}
	}
	for j, f := range st.Fixes {
		fix := s.fixView(f)
		fix.Need, fix.Statement, fix.Fix = need, i, j
		v.Fixes = append(v.Fixes, fix)
	}
	v.Words = statementWords(st.Text, failed)
	return v
}

// failing is the innermost words of a facet that fail; those of a matching rule stand in another text, so there it is the
// words that name the group.
func failing(r explain.Row) []source.Span {
	if r.Result != authz.Fail {
		return nil
	}
	var all []source.Span
	for _, u := range r.Under {
		if u.Span.File == r.Span.File {
			all = append(all, failing(u)...)
		}
	}
	if all == nil {
		all = append(all, r.Span)
	}
	return all
}

var facetName = map[string]string{"subject": say.Subject, "grant": say.Grant, "location": say.Location, "condition": say.Condition}

func rowView(r explain.Row) RowView {
	class := facetClass[r.Facet]
	v := RowView{Name: facetName[class], Class: class, Outcome: outcomes[r.Result], Text: phrases(r.Text), Detail: r.Detail, Span: r.Span, Path: r.Path}
	for _, u := range r.Under {
		v.Under = append(v.Under, rowView(u))
	}
	return v
}
