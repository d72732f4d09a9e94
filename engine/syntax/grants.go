package syntax

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/source"
)

// verbs from the weakest on; each includes those before it.
var verbs = []string{"inspect", "read", "use", "manage"}

func verbAndSet(m *moment) *source.Diagnostic {
	if m.word(0) != "{" || m.word(-2) != "to" {
		return nil
	}
	return wrong("verb-and-permissions", m.at(-1), "a statement has a verb or permissions in braces, not both",
		say("The braces stand where the verb would. Leave `%s` out.", m.word(-1)),
		source.Replace(say("leave out `%s`", m.word(-1)), m.from(-1, 0), ""))
}

// bareSet recognises permissions without braces.
func bareSet(m *moment) *source.Diagnostic {
	first := m.grant()
	last := first
	for isPermission(m, last) && m.word(last+1) == "," && isPermission(m, last+2) {
		last += 2
	}
	if !isPermission(m, first) {
		return nil
	}
	return wrong("missing-braces", m.at(first).To(m.at(last)), "permissions stand in braces", "Without them this is read as a verb.",
		source.Fix{Title: "put braces around them", Edits: []source.Edit{{Span: m.before(first), New: "{"}, {Span: m.behind(last), New: "}"}}})
}

func isPermission(m *moment, k int) bool {
	return m.kind(k) == Word && strings.Contains(m.word(k), "_") && strings.ToUpper(m.written(k)) == m.written(k)
}

// grant is the first token of what is allowed, seen from the moment.
func (m *moment) grant() int {
	for k := 0; m.i+k > 0; k-- {
		if m.word(k-1) == "to" && m.tokens[m.i+k-1].Role == Keyword {
			return k
		}
	}
	return 0
}

func roundPermissions(m *moment) *source.Diagnostic {
	if m.word(0) != "(" || m.word(-1) != "to" {
		return nil
	}
	d := wrong("round-braces", m.at(0), "permissions stand in braces, not parentheses", "Write `{` and `}`.")
	if end, ok := m.closer(0); ok {
		d.Fixes = []source.Fix{m.bracketed("write braces", 0, end, "{", "}")}
	}
	return d
}

// lateBrace recognises braces that close behind the location: many an editor
// closes them by itself, and the words typed on come between.
func lateBrace(m *moment) *source.Diagnostic {
	open, inside := m.opener(0)
	in, closed := 0, source.Edit{Span: m.behind(-1), New: "}"}
	if m.word(0) == "," {
		in, closed.Span = 1, m.at(0)
	}
	if m.word(in) != "in" || !inside || m.word(open) != "{" {
		return nil
	}
	end, _ := m.closer(open)
	return wrong("late-brace", m.at(end), "the braces close too late", "Permissions alone stand in them. Close them before `in`.",
		source.Fix{Title: "close them before `in`", Edits: []source.Edit{closed, {Span: m.at(end)}}})
}

// bracketed replaces two brackets.
func (m *moment) bracketed(title string, open, end int, opening, closing string) source.Fix {
	return source.Fix{Title: title, Edits: []source.Edit{{Span: m.at(open), New: opening}, {Span: m.at(end), New: closing}}}
}

// twoVerbs recognises verbs one after the other.
func twoVerbs(m *moment) *source.Diagnostic {
	first := m.grant()
	last, strongest := first, ""
	for k := first; isVerb(m.word(k)) || m.word(k) == "and" || m.word(k) == "or" || m.word(k) == ","; k++ {
		if w := m.word(k); isVerb(w) {
			last = k
			if slices.Index(verbs, w) > slices.Index(verbs, strongest) {
				strongest = w
			}
		}
	}
	if last == first {
		return nil
	}
	return wrong("two-verbs", m.at(first).To(m.at(last)), "a statement has one verb", say("Each includes the weaker ones, so `%s` is enough.", strongest),
		write(m.at(first).To(m.at(last)), strongest))
}

func noVerb(m *moment) *source.Diagnostic {
	if m.word(-2) != "to" || isVerb(m.word(-1)) || m.kind(-1) != Word || m.word(0) != "in" {
		return nil
	}
	return wrong("missing-verb", m.at(-1), say("a verb is missing before `%s`", m.written(-1)), "Write `inspect`, `read`, `use` or `manage` and then the resource type.")
}

func noType(m *moment) *source.Diagnostic {
	if m.word(0) != "in" && !m.ended() || m.word(-2) != "to" {
		return nil
	}
	return wrong("missing-type", m.at(0), say("a resource type is missing after `%s`", m.word(-1)),
		"Write one resource type or family behind the verb, such as `buckets`, `object-family` or `all-resources`.")
}

func quotedVerb(m *moment) *source.Diagnostic {
	inner := strings.Trim(m.word(0), "'")
	if m.kind(0) != String || m.word(-1) != "to" && (m.word(-2) != "to" || !isVerb(m.word(-1))) || strings.ContainsFunc(inner, isSpace) {
		return nil
	}
	return wrong("quoted-word", m.at(0), say("`%s` stands without quotes", inner), "Only names and values are quoted.",
		source.Replace("remove the quotes", m.at(0), inner))
}

// wrongIn recognises other words where `in` should stand.
func wrongIn(m *moment) *source.Diagnostic {
	if w := m.word(1); w != "tenancy" && w != "compartment" {
		return nil
	}
	if m.word(0) == "of" && m.start() == "admit" {
		return wrong("misplaced-of", m.at(0).To(m.at(1)), "`of tenancy` stands behind the subject", "It says where those come from who are admitted. Write it before `to`.")
	}
	switch m.word(0) {
	case "from", "on", "at", "of", "within", "inside", "for", "to", "under":
		return wrong("not-in", m.at(0), say("the word before a location is `in`, not `%s`", m.word(0)), "Write `in`.",
			source.Replace("write `in`", m.at(0), "in"))
	}
	return nil
}

// noIn recognises a location without its `in`; reading may have taken it for a
// resource type.
func noIn(m *moment) *source.Diagnostic {
	for k := 0; k >= -1; k-- {
		if w := m.word(k); (w == "tenancy" || w == "compartment") && m.word(k-1) != "in" && m.word(k-2) != "to" {
			return wrong("missing-in", m.at(k), say("`in` is missing before `%s`", w), "Write `in` before the location.",
				source.Replace("insert `in`", m.before(k), "in "))
		}
	}
	return nil
}

func namedType(m *moment) *source.Diagnostic {
	if m.kind(0) != String {
		return nil
	}
	return wrong("named-resource", m.at(0), "a single resource is not named here", "Say which one in a condition, such as `where target.bucket.name = '…'`.")
}

// twoTypes recognises resource types that no comma or a wrong word joins.
func twoTypes(m *moment) *source.Diagnostic {
	w := m.word(0)
	if m.i < 2 || m.kind(-1) != Word && m.word(-1) != "}" || m.kind(0) != Word && w != "," && w != "&" || w == "in" || w == "where" {
		return nil
	}
	return wrong("several-types", m.at(0), "a statement has one resource type", "Write a statement for each type.", m.eachType()...)
}

// eachType makes a statement of each resource type behind a verb.
func (m *moment) eachType() []source.Fix {
	first := m.grant() + 1
	in := m.seek(first, "in")
	if in > m.last() || !isVerb(m.word(first-1)) {
		return nil
	}
	var gaps []source.Span
	for k, before := first+1, first; k < in; k++ {
		if w := m.word(k); w == "," || w == "and" || w == "&" {
			continue
		} else if m.kind(k) != Word {
			return nil
		}
		gaps = append(gaps, m.gap(before, k))
		before = k
	}
	return apart(m.text, m.at(first).Start, m.at(in).Start, gaps)
}

// apart makes several statements of one: at each gap the statement is ended
// with what stands from rest on, and begun again with what stands before first.
func apart(text string, first, rest int, gaps []source.Span) []source.Fix {
	end := strings.TrimRight(" "+text[rest:], " ")
	edits := make([]source.Edit, len(gaps))
	for i, gap := range gaps {
		edits[i] = source.Edit{Span: gap, New: end + "\n" + text[:first]}
	}
	if len(gaps) == 0 || len(gaps) > 9 || strings.Contains(text[:first]+end, "\n") {
		return nil
	}
	return []source.Fix{{Title: "write a statement for each", Edits: edits}}
}
