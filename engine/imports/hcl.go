package imports

import (
	"strings"
	"unicode/utf8"
)

// The language of Terraform, as far as the resources of policies need it.
//
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md

// lexeme is a piece of a Terraform text that is no blank and no comment.
type lexeme struct {
	kind       lexemeKind
	start, end int
	text       string // of a string or heredoc, without its marks
}

type lexemeKind uint8

const (
	sign   lexemeKind = iota // any other character; a line's end as well
	word                     // letters, digits, underscores, hyphens and full stops
	quoted                   // "text"
	here                     // <<MARK ... MARK
)

// lexemes cuts a Terraform text into pieces. What is not closed goes on to the
// end.
func lexemes(text string) []lexeme {
	var all []lexeme
	for at := 0; at < len(text); {
		l := piece(text, at)
		if l.end > l.start {
			all = append(all, l)
		}
		at = max(l.end, at+skipped(text[at:]))
	}
	return all
}

// piece is what begins at a place; it is empty for blanks and comments.
func piece(text string, at int) lexeme {
	rest := text[at:]
	if skipped(rest) > 0 {
		return lexeme{}
	}
	if mark, body, end := heredoc(rest); mark != "" {
		return lexeme{here, at, at + end, body}
	}
	if rest[0] == '"' {
		width := template(rest[1:]) + 1
		return lexeme{quoted, at, min(len(text), at+width+1), rest[1:width]}
	}
	if width := len(rest) - len(strings.TrimLeft(rest, wordBytes)); width > 0 {
		return lexeme{word, at, at + width, rest[:width]}
	}
	_, width := utf8.DecodeRuneInString(rest)
	return lexeme{sign, at, at + width, rest[:width]}
}

const wordBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."

// skipped is the width of a blank or a comment at the start of a text.
func skipped(text string) int {
	switch {
	case strings.IndexByte(" \t\r", text[0]) >= 0:
		return 1
	case text[0] == '#' || strings.HasPrefix(text, "//"):
		return until(text, "\n", 0)
	case strings.HasPrefix(text, "/*"):
		return until(text, "*/", 2)
	}
	return 0
}

// until is the width up to a mark, or that of the whole text without one.
func until(text, mark string, through int) int {
	if i := strings.Index(text, mark); i >= 0 {
		return i + through
	}
	return len(text)
}

// template is the width of the inside of a string: up to its closing quote, over
// the quotes of interpolations.
func template(text string) int {
	for at := 0; at < len(text); at++ {
		switch {
		case text[at] == '\\':
			at++
		case text[at] == '"' || text[at] == '\n':
			return at
		case opensExpression(text[at:]):
			at += 2 + expression(text[at+2:])
		case strings.HasPrefix(text[at:], "$${") || strings.HasPrefix(text[at:], "%%{"):
			at += 2
		}
	}
	return len(text)
}

func opensExpression(text string) bool {
	return strings.HasPrefix(text, "${") || strings.HasPrefix(text, "%{")
}

// expression is the width of what stands between the braces of an interpolation.
func expression(text string) int {
	depth, inString := 0, false
	for at := 0; at < len(text); at++ {
		switch c := text[at]; {
		case c == '\n':
			return at
		case inString && c == '\\':
			at++
		case c == '"':
			inString = !inString
		case !inString && c == '{':
			depth++
		case !inString && c == '}' && depth == 0:
			return at
		case !inString && c == '}':
			depth--
		}
	}
	return len(text)
}

// heredoc reads <<MARK or <<-MARK, the lines behind it and a line with the mark
// alone.
func heredoc(text string) (mark, body string, width int) {
	head, ok := strings.CutPrefix(text, "<<")
	if !ok {
		return "", "", 0
	}
	head = strings.TrimPrefix(head, "-")
	lines := strings.TrimLeft(head, wordBytes)
	mark = head[:len(head)-len(lines)]
	lines = strings.TrimLeft(lines, " \t\r")
	if mark == "" || !strings.HasPrefix(lines, "\n") {
		return "", "", 0
	}
	start := len(text) - len(lines) + 1
	for at := start; at < len(text); {
		end := at + until(text[at:], "\n", 0)
		if strings.TrimSpace(text[at:end]) == mark {
			return mark, text[start:at], end
		}
		at = end + 1
	}
	return mark, text[start:], len(text)
}
