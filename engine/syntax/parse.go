package syntax

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/alecthomas/participle/v2"

	"oci-policy-playground/engine/source"
)

// Caps on a single statement. The longest published ones have a few hundred
// tokens and nest three deep.
const (
	MaxTokens  = 20_000
	MaxNesting = 32
)

// grammar is built once, when the first statement is read: building it takes
// tens of milliseconds in a browser.
var grammar = sync.OnceValue(func() *participle.Parser[sentence] {
	return participle.MustBuild[sentence](
		participle.Lexer(definition{}),
		participle.CaseInsensitive("Word", "Link"),
		participle.UseLookahead(3),
		participle.Union[Form](&Allow{}, &Deny{}, &Endorse{}, &Admit{}, &Define{}),
		participle.Union[Who](&Groups{}, &Services{}, &Anyone{}, &Resources{}),
		participle.Union[Action](&Verb{}, &Permissions{}),
		participle.Union[Deed](&Verb{}, &Permissions{}, &Associate{}),
		participle.Union[In](&Tenancy{}, &ByID{}, &ByPath{}),
		participle.Union[Reach](&AnyTenancy{}, &NamedTenancy{}, &Tenancy{}, &ByID{}, &PathOf{}, &ByPath{}),
		participle.Union[If]( // the commonest first
			&Compare{}, &Group{}, &OneOf{}, &Between{}, &Unset{}, &Sets{}, &Set{},
		),
		participle.Union[Operand](&Text{}, &Glob{}, &Digits{}, &List{}, &Var{}),
	)
})

// Parser reads policies and remembers what it has read, so that an edit costs
// the reading of the statement it is in.
type Parser struct {
	known, recent map[string]reading // by text
	ahead         map[string]reading // those that no text has asked for yet
	before, files map[string]*memory // by the name of the policy
}

// reading is a statement understood; its spans count from its first byte. It
// may end before its text does, where a foreign line follows the statement.
type reading struct {
	form     Form
	problems source.Diagnostics
	length   int // bytes
}

// Parse reads a policy. The document is never nil; a statement that cannot be
// read is a *Bad and has a diagnostic.
func Parse(f *source.File) (*Document, source.Diagnostics) { return new(Parser).Parse(f) }

// Parse is like the function Parse, and faster for what it saw in this round or
// the one before; [Parser.Round] begins a round.
func (p *Parser) Parse(f *source.File) (*Document, source.Diagnostics) {
	if p.recent == nil {
		p.Round()
	}
	m := p.again(f)
	if m == nil {
		m = p.anew(f)
	}
	p.files[f.Name] = m
	return m.doc, m.problems()
}

// Round forgets what was not read since the last call of Round.
func (p *Parser) Round() {
	p.known, p.recent = p.recent, map[string]reading{}
	p.before, p.files = p.files, map[string]*memory{}
}

// anew reads a whole policy.
func (p *Parser) anew(f *source.File) *memory {
	if m := p.before[f.Name]; m != nil {
		p.recall(m, 0, len(m.doc.Statements))
	}
	m := &memory{doc: &Document{File: f}}
	text, tokens, cuts := pieces(f.Text)
	p.statements(m, text, tokens, 0)
	m.around = append(pasted(f.Text, cuts), remarks(tokens)...)
	m.plain = len(cuts) == 0 && isPlain(f.Text)
	return m
}

// statements adds those of a part of a policy that begins at an offset.
func (p *Parser) statements(m *memory, text string, tokens []Token, offset int) {
	f := m.doc.File
	for _, c := range split(text, tokens) {
		start, end := tokens[c.first].Start, tokens[c.last-1].End
		for start < end {
			r := p.read(text[start:end])
			at := f.Span(offset+start, offset+start+r.length)
			m.add(&Statement{Form: r.form, Span: at, Text: text[start : start+r.length], Line: f.LineOf(at.Start)}, r.problems)
			start += r.length
			start += run(text[start:end], isSpace)
		}
	}
}

func (p *Parser) read(text string) reading {
	r, ok := p.recent[text]
	if ok {
		return r
	}
	if r, ok = p.known[text]; !ok {
		r, ok = p.ahead[text]
	}
	if !ok {
		r = read(text)
	}
	p.recent[text] = r
	return r
}

// read understands one statement.
func read(text string) reading {
	tokens := words(text)
	form, problems, stop := readForm(text, tokens)
	if form != nil {
		return reading{form, problems, len(text)}
	}
	if end := endBefore(text, tokens, stop); end > 0 {
		if form, problems, _ := readForm(text[:end], words(text[:end])); form != nil {
			return reading{form, problems, end}
		}
	}
	return reading{&Bad{}, problems, len(text)}
}

// readForm returns nil and at least one error for what is no statement, and the
// token that spoils it: of a wrong letter, the first of its line.
func readForm(text string, tokens []Token) (Form, source.Diagnostics, int) {
	form, problems, stop := understand(text, tokens)
	if form == nil {
		problems = tried(text, problems, fault)
	}
	return form, problems, stop
}

// understand is readForm with fixes that nobody has tried.
func understand(text string, tokens []Token) (Form, source.Diagnostics, int) {
	if problems := lexical(text, tokens); len(problems) > 0 {
		i := indexAt(tokens, problems[0].Span.Start)
		for i > 0 && !newLine(text, tokens, i) {
			i--
		}
		return nil, problems, i
	}
	s, err := parse(grammar(), text, tokens)
	if err != nil {
		offset := offsetOf(err)
		return nil, source.Diagnostics{*expect(text, tokens, offset)}, indexAt(tokens, offset)
	}
	return s.Form, slips(s.Form, text), 0
}

// endBefore is where a statement may end, if what spoils it is a line of its
// own behind it: then the statement is read without that line. A line that
// could be meant as a condition is never left out.
func endBefore(text string, tokens []Token, i int) int {
	if i == 0 || i >= len(tokens) || !newLine(text, tokens, i) || goesOn(text, tokens, i) {
		return 0
	}
	return tokens[i-1].End
}

func newLine(text string, tokens []Token, i int) bool {
	return strings.Contains(text[tokens[i-1].End:tokens[i].Start], "\n")
}

// goesOn tells lines that go on with a condition, or seem to.
func goesOn(text string, tokens []Token, i int) bool {
	m := &moment{text: text, tokens: tokens, i: i}
	switch m.word(0) {
	case "where", "and", "or", "&&", "||", ",":
		return true
	}
	return m.condition(0) || m.condition(1)
}

func offsetOf(err error) int {
	var at participle.Error
	if !errors.As(err, &at) {
		panic(fmt.Sprintf("parsing failed without a place: %v", err))
	}
	return at.Position().Offset
}

func shift(ds source.Diagnostics, file string, delta int) source.Diagnostics {
	out := make(source.Diagnostics, len(ds))
	for i, d := range ds {
		out[i] = d.Moved(func(at source.Span) source.Span { return at.Shift(file, delta) })
	}
	return out
}
