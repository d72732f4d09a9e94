package scenario

import (
	"strings"
	"sync"
	"unicode"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// rules cut a check into tokens. The last takes what no other does, so that
// every text has tokens and trouble is found where it stands.
var rules = []lexer.SimpleRule{
	{Name: "Blank", Pattern: `[\s\p{Z}\p{Cc}\x{FEFF}]+`},
	{Name: "String", Pattern: `'(?:[^'\\]|\\.)*'`},
	{Name: "Symbol", Pattern: `[{}(),=]`},
	{Name: "Word", Pattern: `[^\s\p{Z}\p{Cc}\x{FEFF}'"“”‘’{}(),=]+`},
	{Name: "Invalid", Pattern: `(?s:.)`},
}

// breaksWord tells the characters that a Word does not hold.
func breaksWord(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.Cc) || strings.ContainsRune("\uFEFF'\"“”‘’{}(),=", r)
}

// language is the parser and its lexer. Building them takes tens of milliseconds
// in a browser, so that waits for the first check.
type language struct {
	lexer  *lexer.StatefulDefinition
	parser *participle.Parser[Sentence]
	blank  lexer.TokenType
}

var english = sync.OnceValue(func() language {
	words := lexer.MustSimple(rules)
	return language{words, participle.MustBuild[Sentence](
		participle.Lexer(words),
		participle.Elide("Blank"),
		participle.CaseInsensitive("Word"),
		participle.UseLookahead(3),
		participle.Union[Ask](&Permissions{}, &VerbOn{}, &Call{}),
		participle.Union[Given](&Absent{}, &Unless{}, &Equals{}, &Elsewhere{}, &Holds{}),
	), words.Symbols()["Blank"]}
})

// EBNF is the grammar of a check as text.
func EBNF() string { return english().parser.String() }

// tokens cuts a text that stands at an offset of the file called name.
func (l language) tokens(name, text string, offset int) ([]lexer.Token, error) {
	stream, err := l.lexer.LexString(name, text)
	if err != nil {
		return nil, err
	}
	tokens, err := lexer.ConsumeAll(stream)
	for i := range tokens {
		tokens[i].Pos.Offset += offset
	}
	return tokens, err
}

func (l language) parse(tokens []lexer.Token) (*Sentence, error) {
	peeking, err := lexer.Upgrade(&replay{tokens}, l.blank)
	if err != nil {
		return nil, err
	}
	return l.parser.ParseFromLexer(peeking)
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
