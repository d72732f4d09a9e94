package syntax

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
)

func dynamicGroup(m *moment) *source.Diagnostic {
	at, ok := m.at(0), m.word(0) == "dynamicgroup" || m.word(0) == "dynamic_group"
	if m.word(0) == "dynamic" && m.word(1) == "group" {
		at, ok = m.at(0).To(m.at(1)), true
	}
	if !ok {
		return nil
	}
	return wrong("dynamic-group-spelling", at, "the keyword is `dynamic-group`", "Write it with a hyphen, as one word.",
		source.Replace("write `dynamic-group`", at, "dynamic-group"))
}

func userSubject(m *moment) *source.Diagnostic {
	if m.word(0) != "user" || m.i != 1 {
		return nil
	}
	return wrong("user-as-subject", m.at(0), "a single user cannot be a subject",
		"Put the user into a group and name the group, or write `any-user` with `where request.user.id = '…'`.")
}

// subject is the word behind the start word.
func (m *moment) subject() string { return m.word(1 - m.i) }

func isAnyone(word string) bool { return word == "any-user" || word == "any-group" }

func anyoneNamed(m *moment) *source.Diagnostic {
	k := 2 - m.i
	if w := m.word(k); !isAnyone(m.subject()) || w == "" || w == "to" || w == "{" || isVerb(w) {
		return nil
	}
	return wrong("anyone-named", m.at(k), say("`%s` takes no name", m.subject()),
		"It already means everybody. Narrow it with a condition on `request.principal.id` or `request.principal.type`.")
}

func noName(m *moment) *source.Diagnostic {
	if m.word(0) == "," && (m.word(1) == "to" || m.word(1) == ",") {
		return wrong("missing-name", m.at(0), "a name is missing after this comma", "Write the name, or remove the comma.",
			source.Replace("remove the comma", m.at(0), ""))
	}
	w := m.word(-1)
	if !m.ended() && m.word(0) != "to" && m.word(0) != "," {
		return nil
	}
	switch w {
	case "id":
		return wrong("missing-name", m.at(0), "an OCID is missing after `id`", "Write the OCID of the group. A group that is called `id` stands in single quotes.")
	case "group", "dynamic-group", "service", ",":
		return wrong("missing-name", m.at(0), say("a name is missing after `%s`", w),
			"Write the name of the group or service. A group that is called `to` stands in single quotes.")
	}
	return nil
}

// twoKinds recognises another kind among the names, wherever reading stopped.
func twoKinds(m *moment) *source.Diagnostic {
	to := m.seek(2-m.i, "to")
	for k := 3 - m.i; k < to; k++ {
		if w := m.word(k); !slices.Contains(subjects, w) || m.word(k+1) == "," || k+1 == to && !isAnyone(w) {
			continue
		}
		d := wrong("two-kinds-of-subject", m.at(k), "a statement has one kind of subject, named once",
			"Names of one kind follow each other with commas. Another kind needs another statement.")
		if m.word(k-1) == "," {
			d.Fixes = m.otherKind(k, to)
		}
		return d
	}
	return nil
}

// otherKind takes out a kind that is only repeated, and makes two statements of
// kinds that differ.
func (m *moment) otherKind(k, to int) []source.Fix {
	if kind := m.word(k); kind == m.subject() && m.seek(2-m.i, "of") > to {
		fix := source.Fix{Title: say("write `%s` once", kind)}
		for ; k < to; k++ {
			if m.word(k) == kind && m.word(k-1) == "," {
				fix.Edits = append(fix.Edits, source.Edit{Span: m.from(k, k+1)})
			}
		}
		return []source.Fix{fix}
	}
	if to > m.last() || m.seek(2-m.i, "of") < to {
		return nil
	}
	rest := " " + m.text[m.at(to).Start:] + "\n" + m.text[:m.at(1-m.i).Start]
	return []source.Fix{source.Replace("write two statements", m.from(k-1, k), rest)}
}

// notTo recognises other words where `to` should stand, and a `to` misspelt.
func notTo(m *moment) *source.Diagnostic {
	for k := -2; k <= 0; k++ {
		w := m.word(k)
		if m.i+k < 2 || !notToBut(w) || !isVerb(m.word(k+1)) && m.word(k+1) != "{" {
			continue
		}
		if m.i+k == 2 && !isAnyone(m.subject()) {
			continue // the name
		}
		return wrong("not-to", m.at(k), say("the word before a verb is `to`, not `%s`", w), "Write `to`.",
			source.Replace("write `to`", m.at(k), "to"))
	}
	return nil
}

// notToBut tells words that stand for `to`, or for it misspelt.
func notToBut(word string) bool {
	switch word {
	case "can", "may", "must", "for", "should", "too", "tto", "tot", "ot", "t", "ti", "tp", "yo", "two":
		return true
	}
	return false
}

func tooManySlashes(m *moment) *source.Diagnostic {
	if m.word(0) != "/" || m.word(-2) != "/" {
		return nil
	}
	return wrong("too-many-slashes", m.at(0), "a group is `name` or `domain/name`", "A second slash has no meaning. Quote a name that holds one: `'domain'/'a/b'`.")
}

// joinedNames recognises `A and B`.
func joinedNames(m *moment) *source.Diagnostic {
	for k := -2; k <= 0; k++ {
		if w := m.word(k); (w == "and" || w == "or" || w == "&") && m.i+k > 2 && m.word(k+1) != "to" && m.word(k+1) != "" {
			return wrong("joined-names", m.at(k), say("names are not joined by `%s`", w), "They follow each other with commas.",
				source.Replace("write a comma", source.Span{Start: m.at(k - 1).End, End: m.at(k).End}, ","))
		}
	}
	return nil
}

// unquotedBlank recognises a name of several words without quotes.
func unquotedBlank(m *moment) *source.Diagnostic {
	first, last := -1, -1
	for m.i+first > 2 && bare(m.kind(first-1)) {
		first--
	}
	for bare(m.kind(last+1)) && m.word(last+1) != "to" {
		last++
	}
	if m.i+first < 2 || last == first || m.word(last+1) != "to" {
		return nil
	}
	at := m.at(first).To(m.at(last))
	name := m.text[at.Start:at.End]
	if strings.Contains(name, "\n") {
		return nil
	}
	return wrong("unquoted-name", at, say("`%s` is one name only in quotes", name), "A name with blanks stands in single quotes.",
		source.Replace(say("write `'%s'`", name), at, "'"+name+"'"))
}

func bare(k Kind) bool { return k == Word || k == Number }

func unknownSubject(m *moment) *source.Diagnostic {
	if m.i != 1 || m.ended() {
		return nil
	}
	d := wrong("unknown-subject", m.at(0), say("`%s` is not a kind of subject", m.written(0)), wanted[Subject])
	if w := m.word(1); w == "to" || w == "," || w == "/" {
		d.Fixes = []source.Fix{source.Replace("insert `group`", m.before(0), "group ")}
	} else if kind, ok := suggest.Closest(m.word(0), slices.Values(subjects)); ok {
		d.Fixes = []source.Fix{write(m.at(0), kind)}
	}
	switch m.word(0) {
	case "everyone", "everybody", "anyone", "anybody", "all-users":
		d.Fixes = []source.Fix{source.Replace("write `any-user`", m.at(0), "any-user")}
	}
	return d
}

// noAction recognises a statement that ends before it allows anything.
func noAction(m *moment) *source.Diagnostic {
	w := m.word(0)
	early := m.role == Subject && m.i > 1 && m.ended()
	if !early && (m.word(-1) != "to" || w != "" && w != "in" && w != "where") {
		return nil
	}
	return wrong("missing-action", m.at(0), "the statement does not say what is allowed",
		"Write `to`, a verb such as `read` and one resource type, or permissions in braces.")
}
