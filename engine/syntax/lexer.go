package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scan cuts a text into tokens. It is total: every byte is in one token.
func scan(text string) []Token {
	tokens := make([]Token, 0, len(text)/3+1)
	for c := newCutter(text); c.at < len(text); {
		tokens = append(tokens, c.cut())
	}
	return tokens
}

// words is the tokens that are neither blank nor comment. It stops where there
// are more than a statement may have.
func words(text string) []Token {
	words := make([]Token, 0, min(len(text)/6, MaxTokens)+1)
	for c := newCutter(text); c.at < len(text) && len(words) <= MaxTokens; {
		if t := c.cut(); t.Kind > Comment {
			words = append(words, t)
		}
	}
	return words
}

// cutter cuts the tokens off a text one by one.
type cutter struct {
	text   string
	at     int
	last   Kind // of the token before
	sign   byte // the last byte of the word or sign before
	blocks int  // where the last comment of several lines could end
}

func newCutter(text string) *cutter {
	return &cutter{text: text, blocks: strings.LastIndex(text, "*/")}
}

func (c *cutter) cut() Token {
	kind, width := c.next(c.text[c.at:])
	t := Token{Kind: kind, Start: c.at, End: c.at + width}
	c.at, c.last = t.End, kind
	if kind > Comment {
		c.sign = c.text[t.End-1]
	}
	return t
}

// next is the kind and the width in bytes of the token that a text begins with.
func (c *cutter) next(rest string) (Kind, int) {
	switch {
	case isPlainWord(rest[0]):
		return word(rest)
	case rest[0] == ' ' && len(rest) > 1 && isPlainWord(rest[1]):
		return Space, 1
	}
	r, width := utf8.DecodeRuneInString(rest)
	switch {
	case isSpace(r):
		return Space, run(rest, isSpace)
	case startsComment(rest, c.last):
		return Comment, line(rest)
	case c.startsBlock(rest):
		return Comment, len("/*") + strings.Index(rest[len("/*"):], "*/") + len("*/")
	case r == '\'':
		return quoted(rest, '\'', String)
	case r == '/' && !joins(c.last):
		return quoted(rest, '/', Pattern)
	case strings.ContainsRune("\"“”‘’`", r):
		return foreign(rest, r, width)
	case isWord(r):
		return word(rest)
	}
	if width := symbol(rest); width > 0 {
		return Symbol, width
	}
	return Invalid, width
}

// startsBlock tells whether a comment begins here that ends with */. Where a
// value may stand it is a pattern.
func (c *cutter) startsBlock(rest string) bool {
	return strings.HasPrefix(rest, "/*") && c.at+len("/*") <= c.blocks && strings.IndexByte("=~(,", c.sign) < 0
}

// startsComment tells whether a comment begins here. A double hyphen begins one
// only after a blank or at the start of a line, because names have hyphens.
func startsComment(rest string, last Kind) bool {
	if rest[0] == '#' || strings.HasPrefix(rest, "//") {
		return true
	}
	return strings.HasPrefix(rest, "--") && last == Space
}

// joins tells whether a slash joins a domain and a name: it stands right behind
// one. Elsewhere a slash begins a pattern.
func joins(last Kind) bool { return last == Word || last == Number || last == String }

// quoted reads to the closing mark on the same line; a backslash keeps the mark
// after it from closing.
func quoted(rest string, mark byte, kind Kind) (Kind, int) {
	for i := 1; i < len(rest) && rest[i] != '\n'; i++ {
		if rest[i] == '\\' && i+1 < len(rest) && rest[i+1] == mark {
			i++
		} else if rest[i] == mark {
			return kind, i + 1
		}
	}
	return Open, len(strings.TrimRightFunc(rest[:line(rest)], unicode.IsSpace))
}

// foreign reads a text in quotes that OCI does not know.
func foreign(rest string, open rune, width int) (Kind, int) {
	closers := string(open)
	switch open {
	case '“', '”':
		closers = "“”"
	case '‘', '’':
		closers = "‘’'"
	}
	end := strings.IndexAny(rest[width:], closers+"\n")
	if end < 0 || rest[width+end] == '\n' {
		return Open, len(strings.TrimRightFunc(rest[:line(rest)], unicode.IsSpace))
	}
	_, closer := utf8.DecodeRuneInString(rest[width+end:])
	return Foreign, width + end + closer
}

// word reads a word or a number. A placeholder such as <unique_ID> inside a
// word, as documentation prints it in OCIDs, is part of it.
func word(rest string) (Kind, int) {
	kind, end := Number, 0
	for end < len(rest) {
		if c := rest[end]; isPlainWord(c) {
			if c > '9' {
				kind = Word
			}
			end++
			continue
		}
		r, width := utf8.DecodeRuneInString(rest[end:])
		if r == '<' && end > 0 {
			width = placeholder(rest[end:])
		} else if !isWord(r) {
			break
		}
		if width == 0 {
			break
		}
		if r < '0' || r > '9' {
			kind = Word
		}
		end += width
	}
	return kind, end
}

func placeholder(rest string) int {
	end := 1 + run(rest[1:], func(r rune) bool { return unicode.IsLetter(r) || r == '_' || r == '-' })
	if end < 2 || end == len(rest) || rest[end] != '>' {
		return 0
	}
	return end + 1
}

func symbol(rest string) int {
	for _, s := range [...]string{"!=", "=~", "==", "<=", ">=", "&&", "||"} {
		if strings.HasPrefix(rest, s) {
			return 2
		}
	}
	if strings.IndexByte("=!<>{}()[],/;&", rest[0]) >= 0 {
		return 1
	}
	return 0
}

func line(rest string) int {
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		return end
	}
	return len(rest)
}

func run(rest string, in func(rune) bool) int {
	if end := strings.IndexFunc(rest, func(r rune) bool { return !in(r) }); end >= 0 {
		return end
	}
	return len(rest)
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }

// isPlainWord tells the letters and digits that most of a text is made of.
func isPlainWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// isWord tells the characters of names, variables, paths and OCIDs.
//
// https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm
func isWord(r rune) bool {
	return r < utf8.RuneSelf && (isPlainWord(byte(r)) || strings.IndexByte("_-.@:$*", byte(r)) >= 0) ||
		r >= utf8.RuneSelf && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
