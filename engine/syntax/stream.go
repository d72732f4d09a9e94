package syntax

import (
	"io"

	"github.com/alecthomas/participle/v2/lexer"
)

// Lex is here because participle's interface asks for it; parsing takes the
// text through LexString.
func (d definition) Lex(name string, r io.Reader) (lexer.Lexer, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return d.LexString(name, string(text))
}

// stream hands out the tokens of a text one by one.
type stream struct {
	text   string
	tokens []Token
	at     int
}

func (s *stream) Next() (lexer.Token, error) {
	if s.at == len(s.tokens) {
		return lexer.EOFToken(lexer.Position{Offset: len(s.text)}), nil
	}
	t := s.tokens[s.at]
	s.at++
	return lexer.Token{Type: tokenType(t.Kind), Value: s.text[t.Start:t.End], Pos: lexer.Position{Offset: t.Start}}, nil
}
