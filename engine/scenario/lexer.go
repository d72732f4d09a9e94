package scenario

import (
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The kinds of tokens. Every text has tokens: what is of no other kind is
// Invalid, so that trouble is found where it stands.
const (
	blank lexer.TokenType = -2 - iota
	text
	symbol
	word
	invalid
)

// english is the parser of a sentence. Building it takes tens of milliseconds in
// a browser, so that waits for the first check.
var english = sync.OnceValue(func() *participle.Parser[Sentence] {
	return participle.MustBuild[Sentence](
		participle.Lexer(definition{}),
		participle.Elide("Blank"),
		participle.CaseInsensitive("Word"),
		participle.UseLookahead(3),
		participle.Union[Ask](&Permissions{}, &VerbOn{}, &Call{}),
		participle.Union[Given](&Absent{}, &Unless{}, &Equals{}, &Elsewhere{}, &Holds{}),
	)
})

func parse(tokens []lexer.Token) (*Sentence, error) {
	peeking, err := lexer.Upgrade(&replay{tokens}, blank)
	if err != nil {
		return nil, err
	}
	return english().ParseFromLexer(peeking)
}

// scan cuts a text into tokens. It stands at an offset of the file called name;
// the last token is its end.
func scan(name, words string, offset int) []lexer.Token {
	tokens := make([]lexer.Token, 0, len(words)/3+2)
	for at := 0; at < len(words); {
		kind, width := next(words[at:])
		tokens = append(tokens, lexer.Token{Type: kind, Value: words[at : at+width], Pos: lexer.Position{Filename: name, Offset: offset + at}})
		at += width
	}
	return append(tokens, lexer.EOFToken(lexer.Position{Filename: name, Offset: offset + len(words)}))
}

// next is the kind and the width in bytes of the token a text begins with.
func next(words string) (lexer.TokenType, int) {
	r, width := utf8.DecodeRuneInString(words)
	switch {
	case isBlank(r):
		return blank, run(words, isBlank)
	case r == '\'' || !breaksWord(r):
		return named(words)
	case strings.ContainsRune(symbols, r):
		return symbol, width
	}
	return invalid, width
}

// named reads a word or a quotation, or a domain and a name with a slash between
// them, of which either may be in quotes, as in a statement:
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
func named(words string) (lexer.TokenType, int) {
	kind, width := piece(words)
	for kind != invalid && width < len(words) && (words[width] == '/' || words[width-1] == '/' && words[width] == '\'') {
		another, more := piece(words[width:])
		if another == invalid {
			break
		}
		kind, width = word, width+more
	}
	return kind, width
}

func piece(words string) (lexer.TokenType, int) {
	if words[0] == '\'' {
		return quotation(words)
	}
	return word, run(words, func(r rune) bool { return !breaksWord(r) })
}

// quotation reads to the closing quote; a backslash keeps the character after it
// from closing.
func quotation(words string) (lexer.TokenType, int) {
	for i := 1; i < len(words); i++ {
		switch words[i] {
		case '\\':
			i++
		case '\'':
			return text, i + 1
		}
	}
	return invalid, 1
}

// run is how many bytes at the start of a text are in a class.
func run(words string, in func(rune) bool) int {
	if end := strings.IndexFunc(words, func(r rune) bool { return !in(r) }); end >= 0 {
		return end
	}
	return len(words)
}

const (
	symbols = "{}(),="
	quotes  = "'\"“”‘’"
)

func isBlank(r rune) bool {
	return r == ' ' || unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.Cc) || r == '\uFEFF'
}

// breaksWord tells the characters that a word does not hold.
func breaksWord(r rune) bool {
	return strings.ContainsRune(symbols, r) || strings.ContainsRune(quotes, r) || isBlank(r)
}

// definition tells participle about our tokens.
type definition struct{}

// Symbols names the kinds as the grammar does.
func (definition) Symbols() map[string]lexer.TokenType {
	return map[string]lexer.TokenType{"EOF": lexer.EOF, "Blank": blank, "String": text, "Symbol": symbol, "Word": word, "Invalid": invalid}
}

// Lex is here because participle's interface asks for it; sentences are scanned
// at their place in a file.
func (definition) Lex(name string, r io.Reader) (lexer.Lexer, error) {
	words, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return &replay{scan(name, string(words), 0)}, nil
}

// replay gives tokens that were cut before.
type replay struct{ left []lexer.Token }

// Next is the next token; the last, which ends the text, stays.
func (r *replay) Next() (lexer.Token, error) {
	next := r.left[0]
	if len(r.left) > 1 {
		r.left = r.left[1:]
	}
	return next, nil
}
