package syntax

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// splitOperator recognises operators of other languages, and those with a
// blank in them.
func splitOperator(m *moment) *source.Diagnostic {
	for k := -1; k <= 0; k++ {
		at, written := m.at(k), m.word(k)
		if both := written + m.word(k+1); m.kind(k) == Symbol && operators[both] != "" {
			at, written = m.at(k).To(m.at(k+1)), both
		}
		meant, ok := operators[written]
		if typed := m.text[at.Start:at.End]; !ok || typed == meant {
			continue
		}
		d := wrong("unknown-operator", at, say("`%s` is not an operator", m.text[at.Start:at.End]), say("Write `%s`.", meant),
			write(at, meant))
		d.Fixes[0].Edits = append(d.Fixes[0].Edits, m.again(k+1, written, meant)...)
		return d
	}
	return nil
}

// again writes a word for another wherever that stands from k on.
func (m *moment) again(k int, written, meant string) []source.Edit {
	var edits []source.Edit
	for k = m.seek(k, written); k <= m.last(); k = m.seek(k+1, written) {
		edits = append(edits, source.Edit{Span: m.at(k), New: meant})
	}
	return edits
}

// operators is what people write for those there are.
var operators = map[string]string{"==": "=", "===": "=", "!=": "!=", "!==": "!=", "<>": "!=", "=!": "!=", ">=": ">=", "<=": "<=", "=>": ">=", "=<": "<=", "=~": "=~"}

// notBefore recognises `not` before a whole condition.
func notBefore(m *moment) *source.Diagnostic {
	if m.word(-1) != "not" || m.kind(0) != Word || m.word(0) == "in" {
		return nil
	}
	if w := m.word(-2); m.i > 1 && w != "where" && w != "{" && w != "," {
		return nil
	}
	d := wrong("not-before-condition", m.at(-1), "`not` does not stand before a condition", "Write `!=` or `not in (…)`.")
	switch m.word(1) {
	case "=":
		d.Fixes = []source.Fix{{Title: "write `!=`", Edits: []source.Edit{{Span: m.from(-1, 0)}, {Span: m.at(1), New: "!="}}}}
	case "in":
		d.Fixes = []source.Fix{{Title: "write `not in`", Edits: []source.Edit{{Span: m.from(-1, 0)}, {Span: m.at(1), New: "not in"}}}}
	}
	return d
}

// valueFirst recognises a text where the variable should stand.
func valueFirst(m *moment) *source.Diagnostic {
	if w := m.word(-1); m.kind(0) != String || m.i > 0 && w != "where" && w != "{" && w != "," {
		return nil
	}
	inner := strings.Trim(m.written(0), "'")
	if isVariable(strings.ToLower(inner)) && !strings.ContainsFunc(inner, isSpace) {
		return wrong("quoted-variable", m.at(0), "variables stand without quotes", "In quotes it is a text, not a variable.", source.Replace("remove the quotes", m.at(0), inner))
	}
	d := wrong("value-first", m.at(0), "a condition begins with its variable", "Write the variable, the operator and then the value.")
	if w := m.word(1); (w == "=" || w == "!=") && m.kind(2) == Word {
		d.Fixes = []source.Fix{source.Replace("swap the sides", m.at(0).To(m.at(2)), m.written(2)+" "+w+" "+m.written(0))}
	}
	return d
}

func noOperator(m *moment) *source.Diagnostic {
	if m.kind(-1) != Word || isOperator(m.word(-1)) || m.kind(0) != String && m.kind(0) != Pattern && m.kind(0) != Number {
		return nil
	}
	if w := m.word(-2); m.i > 1 && w != "where" && w != "{" && w != "," {
		return nil
	}
	return wrong("missing-operator", m.at(0), say("an operator is missing after `%s`", m.written(-1)), "Write `=` for equality.",
		source.Replace("insert `=`", m.before(0), "= "))
}

func unknownOperator(m *moment) *source.Diagnostic {
	if m.kind(-1) != Word || m.kind(0) != Word || !m.sameLine() || isOperator(m.word(-1)) || m.word(-1) == "where" {
		return nil
	}
	d := wrong("unknown-operator", m.at(0), say("`%s` is not an operator", m.written(0)),
		"Operators are `=`, `!=`, `in (…)`, `not in (…)`, `before`, `after` and `between … and …`.")
	at, meant := m.at(0), ""
	switch w := m.word(0); {
	case w == "is" && m.word(1) == "not":
		at, meant = m.at(0).To(m.at(1)), "!="
	case w == "is" || w == "equals" || w == "eq" || w == "like" || w == "matches":
		meant = "="
	case w == "ne" || w == "neq" || w == "isnt":
		meant = "!="
	default:
		return d
	}
	d.Fixes = []source.Fix{write(at, meant)}
	return d
}

// halfBetween recognises `between` without its `and`.
func halfBetween(m *moment) *source.Diagnostic {
	if m.word(-2) != "between" || m.word(0) == "and" {
		return nil
	}
	d := wrong("half-between", m.at(0), "`between` needs two times", "Write `between '…' and '…'`.")
	if m.word(0) == "," && m.kind(1) == String {
		d.Fixes = []source.Fix{source.Replace("write `and`", m.gap(-1, 1), " and ")}
	}
	return d
}

func noValue(m *moment) *source.Diagnostic {
	w := m.word(-1)
	if !isOperator(w) || !m.ended() && m.word(0) != "," && m.word(0) != "}" {
		return nil
	}
	detail := "Write a text in single quotes, a pattern between slashes, or another variable."
	switch w {
	case "in":
		detail = "Write a list in parentheses, such as `('a', 'b')`."
	case "not":
		detail = "Write `in` and a list in parentheses, such as `('a', 'b')`."
	case "before", "after", "between":
		detail = "Write a time in single quotes."
	}
	return wrong("missing-value", m.at(0), say("a value is missing after `%s`", w), detail)
}
