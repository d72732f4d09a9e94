package syntax

import (
	"io"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// parse lets participle read tokens that were cut already, without blanks and
// comments.
func parse[T any](by *participle.Parser[T], text string, tokens []Token) (*T, error) {
	ahead, err := lexer.Upgrade(&stream{text: text, tokens: tokens})
	if err != nil {
		return nil, err
	}
	return by.ParseFromLexer(ahead)
}

// stream hands out the tokens of a text one by one.
type stream struct {
	text   string
	tokens []Token
	at     int
}

// Next tells of each token where it begins.
func (s *stream) Next() (lexer.Token, error) {
	if s.at == len(s.tokens) {
		return lexer.EOFToken(lexer.Position{Offset: len(s.text)}), nil
	}
	t := s.tokens[s.at]
	next := lexer.Token{Type: tokenType(t.Kind), Value: s.text[t.Start:t.End], Pos: lexer.Position{Offset: t.Start}}
	if t.Kind == Word && isLink(next.Value) {
		next.Type = tokenType(link)
	}
	s.at++
	return next, nil
}

// isLink tells the words that are never verbs or types: those that lead from one
// part of a statement to the next, and the one that stands for a verb across
// tenancies.
func isLink(word string) bool {
	return len(word) == 2 && (strings.EqualFold(word, "to") || strings.EqualFold(word, "in")) ||
		strings.EqualFold(word, "where") || strings.EqualFold(word, "associate")
}

// definition tells participle about our tokens.
type definition struct{}

// link is a kind that the grammar alone knows.
const link = Invalid + 1

// symbols are what the grammar calls the kinds it knows.
var symbols = [...]string{Word: "Word", Number: "Number", String: "String", Pattern: "Pattern", Symbol: "Symbol", link: "Link"}

// tokenType is a kind as participle numbers them: below its own EOF.
func tokenType(k Kind) lexer.TokenType { return lexer.TokenType(-10 - int(k)) }

func kindOf(t lexer.TokenType) Kind { return Kind(-10 - int(t)) }

// Symbols tells participle what the kinds are called.
func (definition) Symbols() map[string]lexer.TokenType {
	all := map[string]lexer.TokenType{"EOF": lexer.EOF}
	for kind, name := range symbols {
		if name != "" {
			all[name] = tokenType(Kind(kind))
		}
	}
	return all
}

// Lex is here because participle's interface asks for it; texts are cut before.
func (definition) Lex(_ string, r io.Reader) (lexer.Lexer, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return &stream{text: string(text), tokens: words(string(text))}, nil
}
