package syntax

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
)

func noStart(m moment) source.Diagnostic {
	return source.Diagnostic{Code: "not-a-statement", Span: m.at(0),
		Summary: fmt.Sprintf("a statement does not begin with `%s`", clip(m.written(0))),
		Detail:  "It begins with `Allow`. Remarks stand behind `#` or `//`.", Source: syntaxPage}
}

// runTogether recognises statements whose blanks were lost in copying.
func runTogether(m moment) source.Diagnostic {
	word := m.written(0)
	if m.i != 0 || !startWord(word) {
		return source.Diagnostic{}
	}
	for _, start := range [...]string{"allow", "deny", "endorse", "admit", "define"} {
		rest, ok := strings.CutPrefix(strings.ToLower(word), start)
		if !ok || rest == "" {
			continue
		}
		apart := word[:len(start)] + " " + separate(word[len(start):])
		return source.Diagnostic{Code: "words-run-together", Span: m.at(0),
			Summary: fmt.Sprintf("the words in `%s` have run together", clip(word)),
			Detail:  "Copying from a page can lose the blanks. Put them back.",
			Fixes:   []source.Fix{source.Replace("write "+clip(apart), m.at(0), apart)}}
	}
	return source.Diagnostic{}
}

// separate puts blanks around the subject's kind and before a final `to`.
func separate(word string) string {
	for _, kind := range [...]string{"dynamic-group", "group", "any-user", "any-group", "service"} {
		if name, ok := cutFold(word, kind); ok {
			if bare, ok := strings.CutSuffix(name, "to"); ok && bare != "" {
				name = bare + " to"
			}
			return strings.TrimSpace(word[:len(kind)] + " " + name)
		}
	}
	return word
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func dynamicGroup(m moment) source.Diagnostic {
	at, ok := m.at(0), m.word(0) == "dynamicgroup" || m.word(0) == "dynamic_group"
	if m.word(0) == "dynamic" && m.word(1) == "group" {
		at, ok = m.at(0).To(m.at(1)), true
	}
	if !ok {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "dynamic-group-spelling", Span: at,
		Summary: "the keyword is `dynamic-group`", Detail: "Write it with a hyphen, as one word.",
		Fixes: []source.Fix{source.Replace("write `dynamic-group`", at, "dynamic-group")}, Source: subjectPage}
}

func userSubject(m moment) source.Diagnostic {
	if m.word(0) != "user" || m.i != 1 {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "user-as-subject", Span: m.at(0),
		Summary: "a single user cannot be a subject",
		Detail:  "Put the user into a group and name the group, or write `any-user` with `where request.user.id = '…'`.", Source: subjectPage}
}

func anyoneNamed(m moment) source.Diagnostic {
	start := m.subject()
	if start != "any-user" && start != "any-group" || m.i < 2 || m.word(0) == "of" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "anyone-named", Span: span(m.tokens[2]),
		Summary: fmt.Sprintf("`%s` takes no name", start),
		Detail:  "It already means everybody. Narrow it with a condition on `request.principal.id` or `request.principal.type`.", Source: subjectPage}
}

// subject is the word behind the start word.
func (m moment) subject() string {
	if len(m.tokens) < 2 {
		return ""
	}
	return strings.ToLower(m.text[m.tokens[1].Start:m.tokens[1].End])
}

func noName(m moment) source.Diagnostic {
	switch m.word(-1) {
	case "group", "dynamic-group", "service", "id", ",":
		if m.ended() || m.word(0) == "to" || m.word(0) == "," {
			return source.Diagnostic{Code: "missing-name", Span: m.at(0),
				Summary: fmt.Sprintf("behind `%s` a name is missing", m.written(-1)),
				Detail:  "Write the name of the group or service. A group that is called `to` stands in single quotes.", Source: subjectPage}
		}
	}
	return source.Diagnostic{}
}

func twoKinds(m moment) source.Diagnostic {
	k := 0
	for k--; m.i+k > 1 && m.word(k-1) != ","; k-- {
	}
	kind := m.word(k)
	if m.word(k-1) != "," || kind != "group" && kind != "dynamic-group" && kind != "service" || k == -1 && m.word(0) == "to" {
		return source.Diagnostic{}
	}
	var fixes []source.Fix
	if kind == m.subject() {
		fixes = []source.Fix{source.Replace(fmt.Sprintf("leave out the second `%s`", kind), source.Span{Start: m.at(k).Start, End: m.at(k + 1).Start}, "")}
	}
	return source.Diagnostic{Code: "two-kinds-of-subject", Span: m.at(k),
		Summary: "a statement has one kind of subject, named once",
		Detail:  "Several names of one kind follow each other with commas. For another kind write another statement.", Fixes: fixes, Source: subjectPage}
}

func tooManySlashes(m moment) source.Diagnostic {
	if m.word(0) != "/" || m.word(-2) != "/" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "too-many-slashes", Span: m.at(0),
		Summary: "a group is `name` or `domain/name`", Detail: "A second slash has no meaning. Quote a name that holds one: `'domain'/'a/b'`.", Source: subjectPage}
}

// unquotedBlank recognises a name of several words without quotes.
func unquotedBlank(m moment) source.Diagnostic {
	first, last := m.i-1, m.i-1
	for first > 2 && m.tokens[first-1].Kind == Word {
		first--
	}
	for last+1 < len(m.tokens) && m.tokens[last+1].Kind == Word && !isWordOf(m.text, m.tokens[last+1], "to") {
		last++
	}
	if first < 2 || last == first || last+1 >= len(m.tokens) || !isWordOf(m.text, m.tokens[last+1], "to") {
		return source.Diagnostic{}
	}
	at := span(m.tokens[first]).To(span(m.tokens[last]))
	quoted := "'" + m.text[at.Start:at.End] + "'"
	return source.Diagnostic{Code: "unquoted-name", Span: at,
		Summary: fmt.Sprintf("`%s` is one name only in quotes", clip(m.text[at.Start:at.End])),
		Detail:  "A name with blanks stands in single quotes.",
		Fixes:   []source.Fix{source.Replace("write "+clip(quoted), at, quoted)}, Source: subjectPage}
}

func unknownSubject(m moment) source.Diagnostic {
	if m.i != 1 || m.ended() {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "unknown-subject", Span: m.at(0),
		Summary: fmt.Sprintf("`%s` is not a kind of subject", clip(m.written(0))), Detail: wanted[Subject], Source: subjectPage}
}

func verbAndSet(m moment) source.Diagnostic {
	if m.word(0) != "{" || m.word(-2) != "to" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "verb-and-permissions", Span: m.at(-1),
		Summary: fmt.Sprintf("a statement has a verb or permissions in braces, not both (`%s`)", m.word(-1)),
		Detail:  "The braces stand where the verb would. Leave the verb out.",
		Fixes:   []source.Fix{source.Replace(fmt.Sprintf("leave out `%s`", m.word(-1)), source.Span{Start: m.at(-1).Start, End: m.at(0).Start}, "")}, Source: syntaxPage}
}

func noType(m moment) source.Diagnostic {
	if m.word(0) != "in" && !m.ended() || m.word(-2) != "to" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "missing-type", Span: m.at(0),
		Summary: fmt.Sprintf("`%s` what? A resource type is missing", m.word(-1)),
		Detail:  "Write one resource type or family behind the verb, such as `buckets`, `object-family` or `all-resources`.", Source: syntaxPage}
}

func noIn(m moment) source.Diagnostic {
	if w := m.word(0); w != "tenancy" && w != "compartment" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "missing-in", Span: m.at(0),
		Summary: fmt.Sprintf("`in` is missing before `%s`", m.word(0)), Detail: "Write `in` before the location.",
		Fixes: []source.Fix{source.Replace("insert `in`", m.before(0), "in ")}, Source: locationPage}
}

func noLocation(m moment) source.Diagnostic {
	if !m.ended() && m.word(0) != "where" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "missing-location", Span: m.at(0),
		Summary: "the statement does not say where",
		Detail:  "Every statement needs a location, even where a page of the documentation prints one without. Add `in tenancy` or `in compartment` and a name.",
		Fixes:   []source.Fix{source.Replace("add `in tenancy`", after(m.tokens[m.i-1]), m.location())}, Source: locationPage}
}

// location is `in tenancy`, or what of it is not there yet.
func (m moment) location() string {
	if m.word(-1) == "in" {
		return " tenancy"
	}
	return " in tenancy"
}

func noKeyword(m moment) source.Diagnostic {
	if m.word(-1) != "in" || m.ended() {
		return source.Diagnostic{}
	}
	if m.word(0) == "any-tenancy" {
		return source.Diagnostic{Code: "any-tenancy", Span: m.at(0), Summary: "`any-tenancy` is for Endorse and Admit",
			Detail: "An Allow statement speaks of its own tenancy. Write `tenancy`.", Fixes: []source.Fix{source.Replace("write `tenancy`", m.at(0), "tenancy")}, Source: locationPage}
	}
	keyword := "compartment "
	if isOCID(m.written(0)) {
		keyword = "compartment id "
	}
	return source.Diagnostic{Code: "missing-compartment", Span: m.at(0),
		Summary: fmt.Sprintf("`%s` is missing before `%s`", strings.TrimSpace(keyword), clip(m.written(0))),
		Detail:  "A compartment is always named with its keyword.",
		Fixes:   []source.Fix{source.Replace(fmt.Sprintf("insert `%s`", strings.TrimSpace(keyword)), m.before(0), keyword)}, Source: locationPage}
}

func noWhere(m moment) source.Diagnostic {
	w := m.word(0)
	group := (w == "any" || w == "all") && m.word(1) == "{"
	if !group && !isVariable(w) && !isOperator(m.word(1)) {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "missing-where", Span: m.at(0),
		Summary: fmt.Sprintf("`where` is missing before `%s`", clip(m.written(0))), Detail: "A condition stands behind `where`.",
		Fixes: []source.Fix{source.Replace("insert `where`", m.before(0), "where ")}, Source: conditionsPage}
}

func secondWhere(m moment) source.Diagnostic {
	if m.word(0) != "where" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "second-where", Span: m.at(0), Summary: "a statement has one `where`",
		Detail: "Put both conditions into `all {…}` behind the first.", Source: conditionsPage}
}

func blankInPath(m moment) source.Diagnostic {
	if m.ended() || m.kind(-1) != Word || m.kind(0) != Word {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "unexpected", Span: m.at(0),
		Summary: fmt.Sprintf("`%s` does not belong behind the location", clip(m.written(0))),
		Detail:  "Compartment names have no blanks; a deeper one is written as a path, `Prod:Data`. A new statement begins on a new line.", Source: locationPage}
}
