package syntax

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
)

// Pages that state the rules the messages are about.
const (
	syntaxPage     = "https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policysyntax.htm"
	subjectPage    = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm"
	locationPage   = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/location.htm"
	conditionsPage = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm"
	rulesPage      = "https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm"
)

// moment is where reading a statement stopped: at token i, which plays a role
// that the words before it determine.
type moment struct {
	text   string
	tokens []Token
	i      int
	role   Role
}

// mistake recognises one way of getting a statement wrong. An empty summary
// means that it is not this one.
type mistake func(moment) source.Diagnostic

// mistakes is what people get wrong, by the part of the statement it happens in;
// the first that is recognised is told.
var mistakes = map[Role][]mistake{
	Plain:     {runTogether, noStart},
	Subject:   {dynamicGroup, userSubject, anyoneNamed, noName, twoKinds, tooManySlashes, unquotedBlank, unknownSubject},
	Grant:     {verbAndSet, noType, emptyBraces, trailingComma, noIn, noLocation},
	Location:  {noKeyword, noWhere, secondWhere, blankInPath, noLocation},
	Condition: {infix, noBraces, emptyBraces, trailingComma, loneBraces, roundBraces, squareBrackets, bareList, doubleEquals, unknownOperator, secondWhere, noValue},
}

// expect says what is wrong with a statement that stopped being readable at an
// offset.
func expect(text string, tokens []Token, offset int) source.Diagnostic {
	assignRoles(text, tokens)
	i := indexAt(tokens, offset)
	return expectIn(roleAt(tokens, i), text, tokens, offset)
}

func expectIn(role Role, text string, tokens []Token, offset int) source.Diagnostic {
	m := moment{text, tokens, indexAt(tokens, offset), role}
	for _, recognise := range mistakes[role] {
		if d := recognise(m); d.Summary != "" {
			d.Severity = source.Error
			return d
		}
	}
	return m.unexpected()
}

// roleAt is the part of the statement that token i was read as. A connecting
// word that does not fit is blamed on the part it would have ended.
func roleAt(tokens []Token, i int) Role {
	if i < len(tokens) && tokens[i].Role != Keyword {
		return tokens[i].Role
	}
	for i--; i >= 0; i-- {
		if tokens[i].Role != Keyword {
			return tokens[i].Role
		}
	}
	return Subject
}

func indexAt(tokens []Token, offset int) int {
	for i, t := range tokens {
		if t.Start >= offset {
			return i
		}
	}
	return len(tokens)
}

// word is the k-th token from the moment in lower case; "" beyond the ends.
func (m moment) word(k int) string {
	if m.i+k < 0 || m.i+k >= len(m.tokens) {
		return ""
	}
	t := m.tokens[m.i+k]
	return strings.ToLower(m.text[t.Start:t.End])
}

// written is the k-th token as typed.
func (m moment) written(k int) string {
	t := m.tokens[m.i+k]
	return m.text[t.Start:t.End]
}

func (m moment) kind(k int) Kind {
	if m.i+k < 0 || m.i+k >= len(m.tokens) {
		return Space
	}
	return m.tokens[m.i+k].Kind
}

// at is the place of the k-th token; behind the last one, just after it.
func (m moment) at(k int) source.Span {
	if m.i+k >= len(m.tokens) {
		return after(m.tokens[len(m.tokens)-1])
	}
	return span(m.tokens[max(0, m.i+k)])
}

func (m moment) ended() bool { return m.i >= len(m.tokens) }

// before is the empty place in front of the k-th token.
func (m moment) before(k int) source.Span {
	s := m.at(k)
	return source.Span{Start: s.Start, End: s.Start}
}

// unexpected is said where no mistake is recognised: what stood there, behind
// what, and what may stand there.
func (m moment) unexpected() source.Diagnostic {
	found := "the statement ends"
	if !m.ended() {
		found = fmt.Sprintf("`%s` does not belong", clip(m.written(0)))
	}
	behind := "here"
	if m.i > 0 && m.i <= len(m.tokens) {
		behind = fmt.Sprintf("behind `%s`", clip(m.written(-1)))
	}
	return source.Diagnostic{Severity: source.Error, Code: "unexpected", Span: m.at(0),
		Summary: found + " " + behind, Detail: wanted[m.role], Source: syntaxPage}
}

// wanted says in words what each part of a statement looks like.
var wanted = map[Role]string{
	Plain:     "A statement begins with `Allow`.",
	Subject:   "A subject is `group` or `dynamic-group` and names with commas between, `service` and names, `any-user` or `any-group`; then comes `to`.",
	Grant:     "Behind `to` comes a verb (inspect, read, use, manage) and one resource type, or permissions in braces; then comes `in`.",
	Location:  "A location is `tenancy`, `compartment` and a name or path, or `compartment id` and an OCID; then the statement ends or goes on with `where`.",
	Condition: "A condition is a variable, an operator and a value, or several with commas between in `any {…}` or `all {…}`.",
}

// isVariable tells words that look like a condition variable.
func isVariable(word string) bool {
	return strings.HasPrefix(word, "request.") || strings.HasPrefix(word, "target.")
}

func isOCID(word string) bool { return strings.HasPrefix(strings.ToLower(word), "ocid1.") }

func isOperator(word string) bool {
	switch word {
	case "=", "!=", "=~", "<", "<=", ">", ">=", "==", "in", "not", "before", "after", "between":
		return true
	}
	return false
}
