package syntax

import (
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The leaves of the tree are single tokens. They read themselves, as participle
// lets a type do: by a rule in its tag a token would take several times as long.

// Name is a name as written, in quotes or bare.
type Name struct {
	At
	Text Unquoted
}

// Term is a word of the catalog: a verb, a type, a permission.
type Term struct {
	At
	Text string
}

// Var is a variable.
type Var struct {
	At
	Name string
}

// Text is a string in single quotes.
type Text struct {
	At
	Value Unquoted
}

// Glob is a pattern between slashes, where * stands for any run of characters.
type Glob struct {
	At
	Pattern Unquoted
}

// Digits is a number without quotes.
type Digits struct {
	At
	Value string
}

// kinds is a set of kinds of tokens.
type kinds uint16

const (
	names     kinds = 1<<Word | 1<<Number | 1<<String | 1<<link
	terms     kinds = 1 << Word
	variables kinds = 1<<Word | 1<<link
	texts     kinds = 1 << String
	globs     kinds = 1 << Pattern
	digits    kinds = 1 << Number
)

// Parse reads a name, for participle. The word `to` is one where no word follows
// that it could lead to.
func (n *Name) Parse(from *lexer.PeekingLexer) error {
	if leads(from) {
		return &participle.UnexpectedTokenError{Unexpected: *from.Peek()}
	}
	return n.unquoted(from, names, &n.Text)
}

// Parse reads a word, for participle.
func (t *Term) Parse(from *lexer.PeekingLexer) error { return t.token(from, terms, &t.Text) }

// Parse reads a variable, for participle.
func (v *Var) Parse(from *lexer.PeekingLexer) error { return v.token(from, variables, &v.Name) }

// Parse reads a string, for participle.
func (t *Text) Parse(from *lexer.PeekingLexer) error { return t.unquoted(from, texts, &t.Value) }

// Parse reads a pattern, for participle.
func (g *Glob) Parse(from *lexer.PeekingLexer) error { return g.unquoted(from, globs, &g.Pattern) }

// Parse reads a number, for participle.
func (d *Digits) Parse(from *lexer.PeekingLexer) error { return d.token(from, digits, &d.Value) }

// token takes the next token if it is of the right kind.
func (a *At) token(from *lexer.PeekingLexer, of kinds, text *string) error {
	t := from.Peek()
	if t.EOF() || of&(1<<kindOf(t.Type)) == 0 {
		return participle.NextMatch
	}
	here := from.RawCursor()
	from.Next()
	a.Tokens, *text = from.Range(here, from.RawCursor()), t.Value
	return nil
}

// Unquoted is a text whose quotes or slashes have been taken off.
type Unquoted string

func (a *At) unquoted(from *lexer.PeekingLexer, of kinds, text *Unquoted) error {
	var s string
	if err := a.token(from, of, &s); err != nil {
		return err
	}
	if mark := s[:1]; mark == "'" || mark == "/" {
		s = strings.ReplaceAll(s[1:len(s)-1], `\`+mark, mark)
	}
	*text = Unquoted(s)
	return nil
}

// leads tells whether the next token is the `to` that leads to what is allowed.
func leads(from *lexer.PeekingLexer) bool {
	if t := from.Peek(); kindOf(t.Type) != link || !strings.EqualFold(t.Value, "to") {
		return false
	}
	here := from.MakeCheckpoint()
	from.Next()
	behind := from.Peek()
	from.LoadCheckpoint(here)
	return kindOf(behind.Type) == Word || kindOf(behind.Type) == link || behind.Value == "{"
}
