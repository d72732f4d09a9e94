package syntax

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// pages state the rules that the messages about a part of a statement are
// about.
var pages = map[Role]string{
	Plain:     syntaxPage,
	Subject:   "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm",
	Grant:     syntaxPage,
	Location:  "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/location.htm",
	Condition: "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm",
}

const (
	crossingPage = "https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm"
	syntaxPage   = "https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policysyntax.htm"
	rulesPage    = "https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm"
)

// mistake recognises one way of getting a statement wrong. Nil means that
// it is not this one.
type mistake func(*moment) *source.Diagnostic

// mistakes is what people get wrong, by the part of the statement it happens in;
// the first that is recognised is told.
var mistakes = map[Role][]mistake{
	Plain: {runTogether, noAllow, noStart},
	Subject: {repeated, dynamicGroup, userSubject, twoKinds, ofTenancy, notTo, anyoneNamed, noName, tooManySlashes, joinedNames,
		unquotedBlank, missingComma, unknownSubject, noAction},
	Grant: {repeated, associated, withoutIn, halfWith, noAction, roundPermissions, lateBrace, verbAndSet, bareSet, twoVerbs, noVerb, noType, emptyBraces, trailingComma, missingComma,
		quotedVerb, wrongIn, noIn, namedType, twoTypes, noLocation},
	Location: {repeated, semicolon, anyTenancy, ofElsewhere, noCompartment, noLocation, misspeltLocation, noKeyword, noWhere, slashInPath, twoLocations,
		namedTenancy, blankInPath},
	Condition: {noCompartment, repeated, semicolon, infix, noCondition, noBraces, emptyBraces, roundBraces, squareBrackets, halfBetween, trailingComma,
		loneBraces, splitOperator, bareList, severalConditions, missingComma, secondWhere, notBefore, valueFirst, noOperator, unknownOperator, noValue},
}

// expect says what is wrong with a statement that stopped being readable at an
// offset.
func expect(text string, tokens []Token, offset int) *source.Diagnostic {
	assignRoles(text, tokens)
	m := &moment{text: text, tokens: withoutEffect(text, tokens)}
	m.i = indexAt(m.tokens, offset)
	m.role = roleAt(text, m.tokens, m.i)
	if m.start() == "define" {
		return m.tell(definitions)
	}
	return m.tell(mistakes[m.role])
}

// withoutEffect leaves out the first of two start words.
func withoutEffect(text string, tokens []Token) []Token {
	if len(tokens) > 1 && (isWordOf(text, tokens[1], "endorse") || isWordOf(text, tokens[1], "admit")) &&
		(isWordOf(text, tokens[0], "allow") || isWordOf(text, tokens[0], "deny")) {
		return tokens[1:]
	}
	return tokens
}

func (m *moment) tell(mistakes []mistake) *source.Diagnostic {
	for _, recognise := range mistakes {
		if d := recognise(m); d != nil {
			d.Source = m.page()
			return d
		}
	}
	return m.unexpected()
}

// wrong is an error; who tells it adds the page that has the rule.
func wrong(code string, at source.Span, summary, detail string, fixes ...source.Fix) *source.Diagnostic {
	return &source.Diagnostic{Severity: source.Error, Code: code, Span: at, Summary: summary, Detail: detail, Fixes: fixes}
}

// say puts words, as far as a message has room for them, in the places of %s.
func say(text string, words ...string) string {
	var out strings.Builder
	for _, word := range words {
		before, after, _ := strings.Cut(text, "%s")
		out.WriteString(before)
		out.WriteString(clip(word))
		text = after
	}
	return out.String() + text
}

// write offers a word in the place of what is there.
func write(at source.Span, word string) source.Fix {
	return source.Replace(say("write `%s`", word), at, word)
}

// roleAt is the part of the statement that token i was read as. A connecting
// word that does not fit is blamed on the part it would have ended.
func roleAt(text string, tokens []Token, i int) Role {
	if i == 0 && i < len(tokens) && tokens[0].Role == Keyword {
		return Subject
	}
	var r roles
	for _, t := range tokens[:i] {
		r.next(text[t.Start:t.End], t.Kind)
	}
	return r.role
}

func indexAt(tokens []Token, offset int) int {
	for i, t := range tokens {
		if t.Start >= offset {
			return i
		}
	}
	return len(tokens)
}

// unexpected is said where no mistake is recognised: what stood there, after
// what, and what may stand there.
func (m *moment) unexpected() *source.Diagnostic {
	found := "the text ends"
	if !m.ended() {
		found = say("`%s` cannot stand", m.written(0))
	}
	where := "here"
	if m.i > 0 {
		where = say("after `%s`", m.written(-1))
	}
	d := wrong("unexpected", m.at(0), found+" "+where, m.wanted())
	d.Source = m.page()
	return d
}

// page states the rule of the part of the statement.
func (m *moment) page() string {
	if m.start() == "define" || m.crosses() && m.role != Condition {
		return crossingPage
	}
	return pages[m.role]
}

// wanted says in words what the part of the statement looks like.
func (m *moment) wanted() string {
	if m.start() == "define" {
		return wantedOfDefine
	}
	if words := wantedAcross[m.role]; m.crosses() && words != "" {
		return words
	}
	return wanted[m.role]
}

// wanted says in words what each part of a statement looks like.
var wanted = map[Role]string{
	Plain:     "A statement begins with `Allow`, `Deny`, `Endorse`, `Admit` or `Define`.",
	Subject:   "Write `group` or `dynamic-group` and names with commas between, `service` and names, `any-user` or `any-group`; then `to`.",
	Grant:     "After `to` comes a verb (inspect, read, use, manage) and one resource type, or permissions in braces; then `in`.",
	Location:  "Write `tenancy`, `compartment` and a name or path, or `compartment id` and an OCID; then the statement ends or goes on with `where`.",
	Condition: "Write a variable, an operator and a value, or several such conditions with commas between in `any {…}` or `all {…}`.",
}

// wantedAcross is what differs in Endorse and Admit.
var wantedAcross = map[Role]string{
	Grant:    "After `to` comes a verb (inspect, read, use, manage) and one resource type, `associate` and one, or permissions in braces; then `in`.",
	Location: "Write `tenancy` and its alias, `any-tenancy`, or `compartment` and a name or path; then the statement ends or goes on with `with` or `where`.",
}

const wantedOfDefine = "Write `tenancy`, `group` or `dynamic-group`, an alias, `as` and an OCID."

// isVariable tells words that look like a condition variable.
func isVariable(word string) bool {
	return strings.HasPrefix(word, "request.") || strings.HasPrefix(word, "target.")
}

func isOCID(word string) bool { return strings.HasPrefix(strings.ToLower(word), "ocid1.") }

func isVerb(word string) bool {
	switch word {
	case "inspect", "read", "use", "manage":
		return true
	}
	return false
}

func isOperator(word string) bool {
	switch word {
	case "=", "!=", "=~", "<", "<=", ">", ">=", "==", "in", "not", "before", "after", "between":
		return true
	}
	return false
}
