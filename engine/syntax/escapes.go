package syntax

import (
	"strconv"

	"oci-policy-playground/engine/source"
)

// escaped tells that a statement has the escapes of a JSON string, from the
// first token on; nil if that is none.
//
// https://www.rfc-editor.org/rfc/rfc8259#section-7
func escaped(text string, tokens []Token) *source.Diagnostic {
	if _, width := unescaped(text[tokens[0].Start:]); width == 0 {
		return nil
	}
	d := wrong("escaped", span(tokens[0]), "the statement has escapes in it, as JSON and Terraform write them",
		"A policy has the characters themselves, and single quotes where those have `\\\"`.")
	fix := source.Fix{Title: "write the characters"}
	for i := tokens[0].Start; i < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		new, width := unescaped(text[i:])
		if width == 0 {
			continue
		}
		fix.Edits = append(fix.Edits, source.Edit{Span: source.Span{Start: i, End: i + width}, New: new})
		i += width - 1
	}
	d.Fixes = []source.Fix{fix}
	return d
}

// unescaped is what the escape at the start of a text stands for, and its width;
// 0 if it is none.
func unescaped(text string) (string, int) {
	switch {
	case len(text) < 2 || text[0] != '\\':
	case text[1] == '"' || text[1] == '\'':
		return "'", 2
	case text[1] == '\\' || text[1] == '/':
		return text[1:2], 2
	case text[1] == 'n' || text[1] == 'r' || text[1] == 't':
		return " ", 2
	case text[1] == 'u' && len(text) >= 6:
		if code, err := strconv.ParseUint(text[2:6], 16, 16); err == nil {
			return string(rune(code)), 6
		}
	}
	return "", 0
}
