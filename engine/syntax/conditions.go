package syntax

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
)

// infix recognises `a = 'x' and b = 'y'`.
func infix(m moment) source.Diagnostic {
	word := m.word(0)
	group := map[string]string{"and": "all", "or": "any", "&&": "all", "||": "any"}[word]
	if group == "" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "infix-" + group, Span: m.at(0),
		Summary: fmt.Sprintf("conditions are not joined by `%s`", word),
		Detail:  fmt.Sprintf("Write `%s {…}` around them, with commas between.", group),
		Fixes:   m.grouped(word, group), Source: conditionsPage}
}

// grouped rewrites a flat chain of conditions; where braces or another word
// join in, one edit would not do.
func (m moment) grouped(word, group string) []source.Fix {
	first, edits := -1, []source.Edit(nil)
	for i, t := range m.tokens {
		switch w := strings.ToLower(m.text[t.Start:t.End]); {
		case w == "where":
			first = i + 1
		case first < 0:
		case w == "{" || w == "}" || w == "between" || w == "and" && word == "or" || w == "or" && word == "and":
			return nil
		case w == word:
			edits = append(edits, source.Edit{Span: source.Span{Start: m.tokens[i-1].End, End: t.End}, New: ","})
		}
	}
	first = max(first, 0)
	open := source.Edit{Span: source.Span{Start: m.tokens[first].Start, End: m.tokens[first].Start}, New: group + " {"}
	end := source.Edit{Span: after(m.tokens[len(m.tokens)-1]), New: "}"}
	return []source.Fix{{Title: fmt.Sprintf("write `%s {…}`", group), Edits: append(append([]source.Edit{open}, edits...), end)}}
}

func noBraces(m moment) source.Diagnostic {
	if b := m.word(-1); b != "any" && b != "all" || m.kind(0) != Word {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "missing-braces", Span: m.at(-1),
		Summary: fmt.Sprintf("behind `%s` braces are missing", m.word(-1)), Detail: "Even a single condition stands in braces there.",
		Fixes: []source.Fix{{Title: "put braces around what follows", Edits: []source.Edit{
			{Span: m.before(0), New: "{"}, {Span: after(m.tokens[len(m.tokens)-1]), New: "}"}}}}, Source: conditionsPage}
}

func emptyBraces(m moment) source.Diagnostic {
	if m.word(0) != "}" || m.word(-1) != "{" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "empty-braces", Span: m.at(-1).To(m.at(0)),
		Summary: "nothing stands between the braces", Detail: "Put at least one permission or condition into them, or leave them out."}
}

// trailingComma recognises a comma with nothing behind it; reading may have
// stopped at the comma or behind it.
func trailingComma(m moment) source.Diagnostic {
	k := 0
	if m.word(0) != "," {
		k = -1
	}
	if w := m.word(k + 1); m.word(k) != "," || w != "}" && w != ")" && w != "," {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "trailing-comma", Span: m.at(k),
		Summary: "nothing follows this comma", Detail: "A comma stands between two things, not behind the last.",
		Fixes: []source.Fix{source.Replace("remove the comma", m.at(k), "")}}
}

func loneBraces(m moment) source.Diagnostic {
	if m.word(0) != "{" || m.word(-1) != "where" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "missing-any-all", Span: m.at(0),
		Summary: "braces need `all` or `any` before them", Detail: "`all` asks for every condition, `any` for one.",
		Fixes: []source.Fix{source.Replace("insert `all`", m.before(0), "all "), source.Replace("insert `any`", m.before(0), "any ")}, Source: conditionsPage}
}

func roundBraces(m moment) source.Diagnostic {
	if b := m.word(-1); m.word(0) != "(" || b != "any" && b != "all" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "round-braces", Span: m.at(0),
		Summary: fmt.Sprintf("`%s` takes braces, not parentheses", m.word(-1)), Detail: "Write `{` and `}`.", Source: conditionsPage}
}

func squareBrackets(m moment) source.Diagnostic {
	if m.word(0) != "[" {
		return source.Diagnostic{}
	}
	d := source.Diagnostic{Code: "square-brackets", Span: m.at(0), Summary: "a list stands in parentheses", Detail: "Write `(` and `)`.", Source: conditionsPage}
	for k := 1; m.i+k < len(m.tokens); k++ {
		if m.word(k) == "]" {
			d.Span = m.at(0).To(m.at(k))
			d.Fixes = []source.Fix{{Title: "write parentheses", Edits: []source.Edit{{Span: m.at(0), New: "("}, {Span: m.at(k), New: ")"}}}}
			break
		}
	}
	return d
}

func bareList(m moment) source.Diagnostic {
	if m.word(-1) != "in" || m.kind(0) != String && m.kind(0) != Pattern {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "list-without-parentheses", Span: m.at(0),
		Summary: "`in` takes a list in parentheses", Detail: "Even a single value stands in them.",
		Fixes: []source.Fix{source.Replace("put parentheses around it", m.at(0), "("+m.written(0)+")")}, Source: conditionsPage}
}

func doubleEquals(m moment) source.Diagnostic {
	if m.word(0) != "==" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "double-equals", Span: m.at(0), Summary: "equality is written `=`", Detail: "There is no `==`.",
		Fixes: []source.Fix{source.Replace("write `=`", m.at(0), "=")}, Source: conditionsPage}
}

func unknownOperator(m moment) source.Diagnostic {
	if m.kind(-1) != Word || m.kind(0) != Word || m.i == 0 || isOperator(m.word(-1)) || m.word(-1) == "where" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "unknown-operator", Span: m.at(0),
		Summary: fmt.Sprintf("`%s` is not an operator", clip(m.written(0))),
		Detail:  "Operators are `=`, `!=`, `in (…)`, `not in (…)`, `before`, `after` and `between … and …`.", Source: conditionsPage}
}

func noValue(m moment) source.Diagnostic {
	if !isOperator(m.word(-1)) || !m.ended() && m.word(0) != "," && m.word(0) != "}" {
		return source.Diagnostic{}
	}
	return source.Diagnostic{Code: "missing-value", Span: m.at(0),
		Summary: fmt.Sprintf("behind `%s` a value is missing", m.word(-1)),
		Detail:  "Write a text in single quotes, a pattern between slashes, or another variable.", Source: conditionsPage}
}
