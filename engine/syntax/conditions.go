package syntax

import "oci-policy-playground/engine/source"

// infix recognises `a = 'x' and b = 'y'`.
func infix(m *moment) *source.Diagnostic {
	word := m.word(0)
	group := infixes[word]
	if group == "" {
		return nil
	}
	return wrong("infix-"+group, m.at(0), say("conditions are not joined by `%s`", word),
		say("Write `%s {…}` around them, with commas between.", group), m.joined(group)...)
}

var infixes = map[string]string{"and": "all", "or": "any", "&&": "all", "||": "any"}

// joined turns the chain of conditions around the moment into a group, or only
// its words into commas where it is the one thing in such a group already.
// Where both words join one chain, or one joins nothing, no one edit is right.
func (m *moment) joined(group string) []source.Fix {
	first, last := m.chain(",")
	var edits []source.Edit
	depth, between := 0, false
	for k := first; k <= last; k++ {
		w := m.word(k)
		depth += nesting(w)
		switch {
		case w == "between":
			between = true
		case w == "and" && between:
			between = false
		case infixes[w] != "" && depth == 0:
			if infixes[w] != group || k == first || k == last {
				return nil
			}
			edits = append(edits, source.Edit{Span: source.Span{Start: m.at(k - 1).End, End: m.at(k).End}, New: ","})
		}
	}
	if m.word(first-1) == "{" && m.word(first-2) == group {
		return []source.Fix{{Title: "write commas", Edits: edits}}
	}
	return []source.Fix{m.grouped(group, first, last, edits)}
}

// grouped puts the tokens from first to last into a group.
func (m *moment) grouped(group string, first, last int, edits []source.Edit) source.Fix {
	opened := []source.Edit{{Span: m.before(first), New: group + " {"}}
	closed := source.Edit{Span: m.behind(last), New: "}"}
	return source.Fix{Title: say("write `%s {…}`", group), Edits: append(append(opened, edits...), closed)}
}

// severalConditions recognises conditions one after the other that nothing
// groups, with a comma between or without.
func severalConditions(m *moment) *source.Diagnostic {
	if _, inside := m.opener(0); inside || m.i == 0 || m.word(-1) == "where" {
		return nil
	}
	var edits []source.Edit
	if m.word(0) != "," {
		if !m.condition(0) || !ends(m, -1) {
			return nil
		}
		edits = []source.Edit{{Span: m.behind(-1), New: ","}}
	}
	first, last := m.chain("")
	return wrong("missing-any-all", m.at(0), "several conditions stand in `all {…}` or `any {…}`", "`all` asks for every condition, `any` for one.",
		m.grouped("all", first, last, edits), m.grouped("any", first, last, edits))
}

// ends tells whether a condition or a value may end with the k-th token.
func ends(m *moment, k int) bool {
	w := m.word(k)
	return m.kind(k) == String || m.kind(k) == Pattern || m.kind(k) == Number || w == "}" || w == ")"
}

func noBraces(m *moment) *source.Diagnostic {
	if b := m.word(-1); b != "any" && b != "all" || m.kind(0) != Word {
		return nil
	}
	_, last := m.chain("")
	return wrong("missing-braces", m.at(-1), say("braces are missing after `%s`", m.word(-1)), "Even a single condition stands in braces there.",
		source.Fix{Title: "put braces around what follows", Edits: []source.Edit{{Span: m.before(0), New: "{"}, {Span: m.behind(last), New: "}"}}})
}

func emptyBraces(m *moment) *source.Diagnostic {
	if m.word(0) == ")" && m.word(-1) == "(" {
		return wrong("empty-list", m.at(-1).To(m.at(0)), "nothing stands between the parentheses", "Put at least one value into them.")
	}
	if m.word(0) != "}" || m.word(-1) != "{" {
		return nil
	}
	what := "condition"
	if m.role == Grant {
		what = "permission"
	}
	return wrong("empty-braces", m.at(-1).To(m.at(0)), "nothing stands between the braces", say("Put at least one %s into them.", what))
}

// trailingComma recognises a comma with nothing on one of its sides; reading
// may have stopped at the comma or behind it.
func trailingComma(m *moment) *source.Diagnostic {
	k := 0
	if m.word(0) != "," {
		k = -1
	}
	before, next := m.word(k-1), m.word(k+1)
	if m.word(k) != "," || next != "" && next != "}" && next != ")" && next != "," && before != "{" && before != "(" {
		return nil
	}
	return wrong("trailing-comma", m.at(k), "nothing stands on one side of this comma", "A comma stands between two things. Remove it.",
		source.Replace("remove the comma", m.at(k), ""))
}

// missingComma recognises two things in a row that are both whole.
func missingComma(m *moment) *source.Diagnostic {
	open, inside := m.opener(0)
	two := ends(m, -1) && (ends(m, 0) && nesting(m.word(0)) == 0 || m.condition(0) || m.word(0) == "!")
	switch {
	case m.role == Subject:
		two = m.kind(-1) == String && m.kind(0) == String
	case m.role == Grant:
		two = inside && bare(m.kind(-1)) && bare(m.kind(0))
	case !inside || m.word(open) == "(" && m.kind(0) == Word:
		two = false
	}
	if !two {
		return nil
	}
	return wrong("missing-comma", m.at(0), say("a comma is missing before `%s`", m.written(0)), "Commas stand between the members of a list.",
		source.Replace("insert a comma", m.behind(-1), ","))
}

func loneBraces(m *moment) *source.Diagnostic {
	if w := m.word(-1); m.word(0) != "{" || m.i > 0 && w != "where" && w != "{" && w != "," {
		return nil
	}
	return wrong("missing-any-all", m.at(0), "braces need `all` or `any` before them", "`all` asks for every condition, `any` for one.",
		m.headed("all"), m.headed("any"))
}

// headed puts a word before the braces at the moment, and before those beside
// them in the same group that lack one too.
func (m *moment) headed(word string) source.Fix {
	fix := source.Fix{Title: say("insert `%s`", word)}
	for k, depth := 0, 0; k <= m.last() && depth >= 0; k++ {
		if w := m.word(k - 1); depth == 0 && m.word(k) == "{" && w != "all" && w != "any" {
			fix.Edits = append(fix.Edits, source.Edit{Span: m.before(k), New: word + " "})
		}
		depth += nesting(m.word(k))
	}
	return fix
}

// roundBraces recognises parentheses around conditions.
func roundBraces(m *moment) *source.Diagnostic {
	if m.word(0) != "(" {
		return nil
	}
	end, closed := m.closer(0)
	switch b := m.word(-1); {
	case b == "any" || b == "all":
		d := wrong("round-braces", m.at(0), say("`%s` takes braces, not parentheses", b), "Write `{` and `}`.")
		if closed {
			d.Fixes = []source.Fix{m.bracketed("write braces", 0, end, "{", "}")}
		}
		return d
	case m.i == 0 || b == "where" || b == "{" || b == ",":
		d := wrong("round-braces", m.at(0), "conditions do not stand in parentheses", "Group them with `any {…}` or `all {…}`.")
		if closed && m.seek(0, "and", "or", "&&", "||", ",") > end {
			d.Fixes = []source.Fix{m.bracketed("remove the parentheses", 0, end, "", "")}
		}
		return d
	}
	return nil
}

// squareBrackets recognises the wrong brackets around a list or a group.
func squareBrackets(m *moment) *source.Diagnostic {
	opening, closing := "(", ")"
	summary, detail := "a list stands in parentheses", "Write `(` and `)`."
	if b := m.word(-1); b == "any" || b == "all" {
		opening, closing, summary, detail = "{", "}", say("`%s` takes braces", b), "Write `{` and `}`."
	}
	if w := m.word(0); w != "[" && (w != "{" || m.word(-1) != "in") {
		return nil
	}
	d := wrong("wrong-brackets", m.at(0), summary, detail)
	if end, ok := m.closer(0); ok {
		d.Span = m.at(0).To(m.at(end))
		d.Fixes = []source.Fix{m.bracketed(say("write `%s` and `%s`", opening, closing), 0, end, opening, closing)}
	}
	return d
}

func bareList(m *moment) *source.Diagnostic {
	if m.word(-1) != "in" || m.kind(0) != String && m.kind(0) != Pattern {
		return nil
	}
	last := 0
	for m.word(last+1) == "," && (m.kind(last+2) == String || m.kind(last+2) == Pattern) && !isOperator(m.word(last+3)) {
		last += 2
	}
	at := m.at(0).To(m.at(last))
	return wrong("list-without-parentheses", at, "`in` takes a list in parentheses", "Even a single value stands in them.",
		source.Replace("put parentheses around it", at, "("+m.text[at.Start:at.End]+")"))
}

func noCondition(m *moment) *source.Diagnostic {
	if !m.ended() || m.word(-1) != "where" {
		return nil
	}
	return wrong("missing-condition", m.at(0), "a condition is missing after `where`", "Write a variable, an operator and a value, or leave `where` out.")
}

func secondWhere(m *moment) *source.Diagnostic {
	if m.word(0) != "where" {
		return nil
	}
	d := wrong("second-where", m.at(0), "a statement has one `where`", "Put both conditions into `all {…}` behind the first.")
	if _, inside := m.opener(0); inside || m.seek(1, "where") <= m.last() || m.word(-1) == "where" {
		return d
	}
	first, _ := m.chain("")
	comma := []source.Edit{{Span: source.Span{Start: m.at(-1).End, End: m.at(0).End}, New: ","}}
	d.Fixes = []source.Fix{m.grouped("all", first, m.last(), comma)}
	return d
}
