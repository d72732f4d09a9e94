package syntax

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
)

func noLocation(m *moment) *source.Diagnostic {
	if !m.ended() && m.word(0) != "where" {
		return nil
	}
	const summary = "the statement does not say where"
	if m.start() == "endorse" {
		return wrong("missing-location", m.at(0), summary, "Add `in tenancy` and the alias of a tenancy, or `in any-tenancy`.")
	}
	missing := " in tenancy"
	if m.word(-1) == "in" {
		missing = " tenancy"
	}
	return wrong("missing-location", m.at(0), summary, "Every statement needs a location. Add `in tenancy`, or `in compartment` and a name.",
		source.Replace("add `in tenancy`", m.behind(-1), missing))
}

// noCompartment recognises a keyword that no name follows; `where` may have
// been taken for the name, or reading stopped at the keyword itself.
func noCompartment(m *moment) *source.Diagnostic {
	k, stopped := 0, m.ended()
	switch {
	case m.word(-1) == "where":
		k, stopped = -1, true
	case m.word(0) == "compartment" && m.word(-1) == "in":
		k, stopped = 1, true
	}
	if k == 1 && m.word(1) == "id" {
		k = 2
	}
	if before := m.word(k - 1); !stopped || before != "compartment" && (before != "id" || m.word(k-2) != "compartment") {
		return nil
	}
	missing := map[string]string{"compartment": "a name", "id": "an OCID"}[m.word(k-1)]
	return wrong("missing-name", m.at(k), say("%s is missing after `%s`", missing, m.word(k-1)),
		"Write the compartment's name or path, such as `Prod` or `Prod:Data`, or `id` and its OCID.")
}

// misspeltLocation recognises keywords written a little wrong.
func misspeltLocation(m *moment) *source.Diagnostic {
	w := m.word(0)
	if m.word(-1) != "in" || m.ended() || w == "any-tenancy" || w == "tenancy" || w == "compartment" {
		return nil
	}
	if w == "the" {
		return wrong("article", m.at(0), "`the` has no meaning here", "Leave it out.", source.Replace("leave out `the`", m.from(0, 1), ""))
	}
	meant, ok := suggest.Closest(w, slices.Values([]string{"tenancy", "compartment"}))
	alone := m.word(1) == "" || m.word(1) == "where"
	if w == "root" && alone {
		meant, ok = "tenancy", true
	}
	if !ok || alone != (meant == "tenancy") {
		return nil
	}
	return wrong("unknown-location", m.at(0), say("`%s` is not a location", m.written(0)), say("Did you mean `%s`?", meant),
		write(m.at(0), meant))
}

func noKeyword(m *moment) *source.Diagnostic {
	if m.word(-1) != "in" || m.ended() {
		return nil
	}
	keyword := "compartment"
	if isOCID(m.written(0)) {
		keyword = "compartment id"
	}
	insert := source.Replace(say("insert `%s`", keyword), m.before(0), keyword+" ")
	d := wrong("missing-compartment", m.at(0), say("`%s` is missing before `%s`", keyword, m.written(0)),
		"Write `compartment` before its name, or `tenancy` for all of it.", insert)
	if name, glued := cutFold(m.written(0), "compartment"); glued {
		split := source.Replace(say("write `compartment %s`", name), m.at(0), "compartment "+name)
		d.Fixes = []source.Fix{split, insert}
	}
	return d
}

// noWhere recognises a condition that `where` does not introduce.
func noWhere(m *moment) *source.Diagnostic {
	w := m.word(0)
	switch w {
	case "if", "when", "only", "provided", "having", "with":
		if m.condition(1) {
			return wrong("missing-where", m.at(0), say("a condition begins with `where`, not `%s`", w), "Write `where`.",
				source.Replace("write `where`", m.at(0), "where"))
		}
	}
	if !m.condition(0) {
		return nil
	}
	return wrong("missing-where", m.at(0), say("`where` is missing before `%s`", m.written(0)), "A condition stands behind `where`.",
		source.Replace("insert `where`", m.before(0), "where "))
}

// condition tells whether one seems to begin at the k-th token.
func (m *moment) condition(k int) bool {
	w := m.word(k)
	return (w == "any" || w == "all") && m.word(k+1) == "{" || isVariable(w) || isOperator(m.word(k+1)) && m.word(k+1) != "in"
}

// slashInPath recognises a path written with slashes, or with blanks behind its
// colons.
func slashInPath(m *moment) *source.Diagnostic {
	if strings.HasSuffix(m.word(-1), ":") && m.kind(0) == Word && m.sameLine() {
		return wrong("blank-in-path", m.at(-1).To(m.at(0)), "a path has no blanks", "Names are joined by single colons: `Prod:Data`.",
			source.Replace("remove the blank", m.gap(-1, 0), ""))
	}
	if m.word(0) != "/" || m.word(-2) != "compartment" {
		return nil
	}
	fix := source.Fix{Title: "write colons"}
	k := 0
	for ; m.word(k) == "/" && m.kind(k+1) == Word; k += 2 {
		fix.Edits = append(fix.Edits, source.Edit{Span: m.gap(k-1, k+1), New: ":"})
	}
	d := wrong("slash-in-path", m.at(-1).To(m.at(k-1)), "a path is joined by colons, not slashes", "Write `Prod:Data`.")
	if len(fix.Edits) > 0 {
		d.Fixes = []source.Fix{fix}
	}
	return d
}

// twoLocations recognises more than one place.
func twoLocations(m *moment) *source.Diagnostic {
	w := m.word(0)
	joined := w == "," || (w == "and" || w == "or" || w == "&") && m.sameLine()
	if !joined && (w != "in" || !m.sameLine()) {
		return nil
	}
	var fixes []source.Fix
	if joined {
		fixes = m.eachLocation()
	}
	return wrong("several-locations", m.at(0), "a statement has one location", "Write a statement for each compartment.", fixes...)
}

// eachLocation makes a statement of each compartment that is named.
func (m *moment) eachLocation() []source.Fix {
	where := m.seek(0, "where")
	first := m.i - 1
	var gaps []source.Span
	for k, before := 0, -1; k < where; k++ {
		switch w := m.word(k); {
		case w == "," || w == "and" || w == "or" || w == "&" || w == "compartment":
		case m.kind(k) != Word || m.word(-2) != "compartment":
			return nil
		default:
			gaps, before = append(gaps, m.gap(before, k)), k
		}
	}
	rest := len(m.text)
	if where <= m.last() {
		rest = m.at(where).Start
	}
	return apart(m.text, m.tokens[first].Start, rest, gaps)
}

// namedTenancy recognises a name behind `tenancy`.
func namedTenancy(m *moment) *source.Diagnostic {
	if m.word(-1) != "tenancy" || m.crosses() || m.kind(0) != Word && m.kind(0) != String || !m.sameLine() || m.word(0) == "with" {
		return nil
	}
	d := wrong("named-tenancy", m.at(0), "`tenancy` takes no name here", say("%s speaks of its own tenancy. Leave the name out.", m.title()))
	if where := m.seek(0, "where"); where == 1 || where == 2 {
		at := source.Span{Start: m.at(-1).End, End: m.at(where - 1).End}
		d.Fixes = []source.Fix{source.Replace("leave the name out", at, "")}
	}
	return d
}

func blankInPath(m *moment) *source.Diagnostic {
	if m.ended() || m.kind(-1) != Word || m.kind(0) != Word {
		return nil
	}
	return wrong("unexpected", m.at(0), say("`%s` cannot stand after the location", m.written(0)),
		"Compartment names have no blanks; a deeper one is written as a path, `Prod:Data`. A new statement begins on a new line.")
}
