package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// statement is one that is looked at, with its parts numbered, so that
// statements are compared quickly.
type statement struct {
	*policy.Statement
	who   []word // whom it speaks of
	all   word   // the same, in one
	grant word   // as it is written
	cond  word   // the condition as it is written

	told *source.Diagnostic // what its tests of tags lose
}

// word is a text, as the pass has numbered it.
type word uint32

const (
	none         word = iota // no condition
	everyone                 // any-user
	everyoneElse             // any-group
)

var (
	toEveryone     = []word{everyone}
	toEveryoneElse = []word{everyoneElse}
)

func (p *Pass) word(text string) word {
	w, ok := p.words[text]
	if !ok {
		w = word(len(p.words))
		p.words[text] = w
	}
	return w
}

func (p *Pass) number(st *statement) {
	a := st.Allow()
	st.who = p.subjects(st)
	st.all = p.together(st.who)
	st.grant = p.word(strings.ToLower(plain(st.Syntax.Words(a.Do))))
	if a.Where != nil {
		st.cond = p.word(plain(st.Syntax.Words(a.Where)))
	}
}

// subjects is whom a statement speaks of: OCIDs, names of services, or
// everybody.
func (p *Pass) subjects(st *statement) []word {
	who := &st.Who
	words := make([]word, 0, len(who.Groups)+len(who.DynamicGroups)+len(who.Services))
	switch who.Kind {
	case policy.AnyUser:
		return toEveryone
	case policy.AnyGroup:
		return toEveryoneElse
	case policy.AreServices:
		for _, name := range who.Services {
			words = append(words, p.word(name))
		}
	}
	for _, g := range who.DynamicGroups {
		words = append(words, p.word(g.ID))
	}
	for _, g := range who.Groups {
		words = append(words, p.word(g.ID))
	}
	return words
}

// byHand tells statements that people use: consoles and most tools list before
// they do anything, programs seldom do.
func byHand(st *statement) bool {
	return st.Who.Kind != policy.InDynamicGroups && st.Who.Kind != policy.AreServices && !mentions(st.If, "request.principal.type")
}

// together is a number for a set of subjects.
func (p *Pass) together(who []word) word {
	if len(who) == 1 {
		return who[0]
	}
	sorted := append([]word(nil), who...)
	for i := 1; i < len(sorted) && len(sorted) < 64; i++ { // longer lists are compared as they stand
		for j := i; j > 0 && sorted[j] < sorted[j-1]; j-- {
			sorted[j], sorted[j-1] = sorted[j-1], sorted[j]
		}
	}
	var key []byte
	for _, w := range sorted {
		key = append(key, byte(w), byte(w>>8), byte(w>>16), 0xFF) // no text is so
	}
	return p.word(string(key))
}

// plain is a text with single blanks.
func plain(s string) string {
	if !strings.ContainsAny(s, "\t\n\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func before(a, b *syntax.Statement) bool {
	return a.Span.File < b.Span.File || a.Span.File == b.Span.File && a.Span.Start < b.Span.Start
}
