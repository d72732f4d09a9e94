package store

import (
	"sort"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	say "oci-policy-playground/web/words"
)

// Paint is what an editor shows between two offsets of its text: coloured words and the marks of statements. An editor asks
// for what is on the screen only, so a long policy costs no more than a short one.
func (s State) Paint(file string, start, end int) ([]Token, []Mark) {
	if d, _, ok := s.Analysis.Policy(file); ok {
		return s.paintPolicy(d, start, end)
	}
	if s.isTenancy(file) {
		return jsonTokens(s.Work.of(s.landOf(file)).tenancy().Text, start, end), nil
	}
	if g, _ := s.ruleOf(file); g != nil {
		return ruleTokens(s.Analysis.Rules[g]), nil
	}
	if answer := s.Answer(); file == sentenceFile && answer != nil && answer.Line.Sentence != nil {
		return sentenceTokens(answer.Line.Sentence, answer.Line.Span.Start), nil
	}
	return nil, nil
}

func (s State) paintPolicy(d engine.Document, start, end int) (words []Token, marks []Mark) {
	all := d.Document.Statements
	first := sort.Search(len(all), func(i int) bool { return all[i].Span.End >= start })
	last := sort.Search(len(all), func(i int) bool { return all[i].Span.Start > end })
	from, to := 0, len(d.Policy.File.Text)
	if first > 0 {
		from = all[first-1].Span.End
	}
	if last < len(all) {
		to = all[last].Span.Start
	}
	classes := s.classes()
	for _, st := range all[first:last] {
		marks = append(marks, s.mark(st, classOf(st, classes)))
	}
	return tokens(d.Policy.File.Text[from:to], from), marks
}

// mark is the sign of a statement for the request, with what it does over all the checks.
func (s State) mark(st *syntax.Statement, class string) Mark {
	label := markLabels[class]
	if cover := s.covers[st.Form]; cover != nil && class != "mark-error" {
		label += say.OverAllChecks + cover.Word()
		if class == "mark-quiet" && !cover.Matters() {
			class = "mark-dead"
		}
	}
	return Mark{At: st.Span.Start, Class: class, Label: label}
}

var markLabels = map[string]string{
	"mark-grants": say.MarkGrants, "mark-near": say.MarkNear,
	"mark-denies": say.MarkDenies,
	"mark-error":  say.MarkError, "mark-quiet": say.MarkQuiet,
}

// classes are the marks of statements with something to say, by their place.
func (s State) classes() map[source.Span]string {
	classes := map[source.Span]string{}
	if answer := s.Answer(); answer != nil {
		for _, n := range answer.Decision.Needs {
			for _, a := range append(n.Missing(), n.Open()...) {
				if at := a.Statement.Syntax.Span; classes[at] == "" && (a.Missed() == 1 || a.Outcome == authz.Unknown) {
					classes[at] = "mark-near"
				}
			}
			sign(classes, n.Granting(), grants(n))
			sign(classes, n.Denied.Holding, "mark-denies")
		}
	}
	for _, set := range s.Analysis.Sets() {
		for _, st := range set.All() {
			if len(st.Faults) > 0 {
				classes[st.Syntax.Span] = "mark-error"
			}
		}
	}
	return classes
}

// grants is the mark of the statements that grant a need: where the half of another tenancy is missing, they come near.
func grants(n *authz.Need) string {
	if n.Admitted != nil && (len(n.Allowed.Holding) == 0 || len(n.Admitted.Holding) == 0) {
		return "mark-near"
	}
	return "mark-grants"
}

func sign(classes map[source.Span]string, attempts []*authz.Attempt, class string) {
	for _, a := range attempts {
		classes[a.Statement.Syntax.Span] = class
	}
}

func classOf(st *syntax.Statement, classes map[source.Span]string) string {
	if _, bad := st.Form.(*syntax.Bad); bad {
		return "mark-error"
	}
	if class := classes[st.Span]; class != "" {
		return class
	}
	return "mark-quiet"
}

// tokens are the coloured words of a part of a policy that begins at an offset.
func tokens(text string, offset int) []Token {
	var all []Token
	for _, t := range syntax.Tokens(source.NewFile("", text)) {
		class := roleClass[t.Role]
		switch t.Kind {
		case syntax.Space:
			continue
		case syntax.Comment:
			class = "comment"
		}
		if class != "" {
			all = append(all, Token{offset + t.Start, offset + t.End, "tok-" + class})
		}
	}
	return all
}

// jsonTokens tells keys from values in the lines of a JSON text between two offsets, as far as quotes go.
func jsonTokens(text string, start, end int) []Token {
	at := strings.LastIndexByte(text[:min(start, len(text))], '\n') + 1
	var all []Token
	for ; at < min(end, len(text)); at++ {
		if text[at] != '"' {
			continue
		}
		end := at + 1
		for end < len(text) && text[end] != '"' && text[end] != '\n' {
			if text[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end+1, len(text))
		class := "tok-value"
		if rest := strings.TrimLeft(text[end:], " \t"); strings.HasPrefix(rest, ":") {
			class = "tok-key"
		}
		all = append(all, Token{at, end, class})
		at = end - 1
	}
	return all
}

func sentenceTokens(x *scenario.Sentence, start int) []Token {
	var all []Token
	add := func(n scenario.Node, class string) {
		at := n.Span()
		all = append(all, Token{at.Start - start, at.End - start, "tok-" + class})
	}
	add(x.Who, "subject")
	add(x.May, "may")
	add(x.Ask, "grant")
	add(x.Where, "location")
	for _, g := range x.With {
		add(g, "condition")
	}
	return all
}
