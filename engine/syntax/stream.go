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
	end    int // of the token before
}

// Next tells of each token where it begins, and where the one before has ended:
// participle knows the end of a node by the token behind it.
func (s *stream) Next() (lexer.Token, error) {
	if s.at == len(s.tokens) {
		return lexer.EOFToken(lexer.Position{Offset: len(s.text), Column: s.end}), nil
	}
	t := s.tokens[s.at]
	next := lexer.Token{Type: tokenType(t.Kind), Value: s.text[t.Start:t.End], Pos: lexer.Position{Offset: t.Start, Column: s.end}}
	if t.Kind == Word && isLink(next.Value) {
		next.Type = link
	}
	s.at, s.end = s.at+1, t.End
	return next, nil
}

// isLink tells the words that lead from one part of a statement to the next, and
// are never verbs or types.
func isLink(word string) bool {
	return len(word) == 2 && (strings.EqualFold(word, "to") || strings.EqualFold(word, "in")) || strings.EqualFold(word, "where")
}

// definition tells participle about our tokens.
type definition struct{}

var symbols = map[string]lexer.TokenType{
	"EOF": lexer.EOF, "Word": tokenType(Word), "Number": tokenType(Number), "String": tokenType(String), "Pattern": tokenType(Pattern),
	"Symbol": tokenType(Symbol), "Link": link,
}

// link is a kind that the grammar alone knows.
var link = tokenType(Invalid + 1)

// tokenType is a kind as participle numbers them: below its own EOF.
func tokenType(k Kind) lexer.TokenType { return lexer.TokenType(-10 - int(k)) }

func (definition) Symbols() map[string]lexer.TokenType { return symbols }

// Lex is here because participle's interface asks for it; texts are cut before.
func (definition) Lex(_ string, r io.Reader) (lexer.Lexer, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return &stream{text: string(text), tokens: words(string(text))}, nil
}
