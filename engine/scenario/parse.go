package scenario

import (
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"oci-policy-playground/engine/source"
)

// Line is one check of a text: a line that is neither blank nor a comment.
type Line struct {
	Span     source.Span
	Sentence *Sentence // nil when it cannot be read
	Problems source.Diagnostics
}

// Sentences reads the checks of a text, one a line. Blank lines and those that
// begin with # or // are passed over.
func Sentences(f *source.File) []Line {
	if f == nil {
		return nil
	}
	var lines []Line
	for n := range f.Lines() {
		at := trimmed(f, f.Line(n+1))
		text := f.Slice(at)
		if text == "" || strings.HasPrefix(text, "#") || strings.HasPrefix(text, "//") {
			continue
		}
		if len(lines) == MaxChecks {
			return append(lines, Line{Span: at, Problems: source.Diagnostics{tooMany(at, "checks", MaxChecks)}})
		}
		sentence, problems := ParseSentence(f, at)
		lines = append(lines, Line{at, sentence, problems})
	}
	return lines
}

// ParseSentence reads the check that stands at a place of a file. The sentence
// is nil when it cannot be read, which a diagnostic then says.
func ParseSentence(f *source.File, at source.Span) (*Sentence, source.Diagnostics) {
	at = trimmed(f, at)
	text := f.Slice(at)
	if len(text) > MaxCheckBytes {
		return nil, source.Diagnostics{problem("check-too-long", at, fmt.Sprintf("a check has at most %d bytes", MaxCheckBytes),
			"This one is not read. Say it in several checks.")}
	}
	tokens := scan(f.Name, text, at.Start)
	sentence, err := parse(tokens)
	if err != nil {
		return nil, source.Diagnostics{expect(tokens, err)}
	}
	return sentence, slips(sentence)
}

// trimmed is the span without the blanks around its words.
func trimmed(f *source.File, at source.Span) source.Span {
	text := f.Slice(at)
	from := at.Start + len(text) - len(strings.TrimLeftFunc(text, isBlank))
	return f.Span(from, max(from, at.Start+len(strings.TrimRightFunc(text, isBlank))))
}

// slips finds what the grammar takes but means nothing.
func slips(s *Sentence) source.Diagnostics {
	var ds source.Diagnostics
	if s.May.Might && s.May.Not {
		d := problem("might-not", s.May.Span(), "`might not` claims no more than `might`",
			"What hangs on something unknown is neither allowed nor denied. Write `might`.")
		d.Fixes = []source.Fix{source.Replace("write `might`", s.May.Span(), "might")}
		ds = append(ds, d)
	}
	for _, g := range s.With {
		equals, ok := g.(*Equals)
		if !ok {
			continue
		}
		for _, l := range equals.Members {
			if l.Bare == "" || isNumber(l.Bare) {
				continue
			}
			d := problem("unquoted-value", l.Span(), fmt.Sprintf("`%s` stands without quotes", show(l.Bare)),
				"Only numbers may. Write the value in single quotes.")
			d.Fixes = []source.Fix{source.Replace("put it in quotes", l.Span(), quoted(l.Bare))}
			ds = append(ds, d)
		}
	}
	return ds
}

// expect turns the parser's error into what a person should have written there.
func expect(tokens []lexer.Token, err error) source.Diagnostic {
	var failed participle.Error
	if !errors.As(err, &failed) {
		panic("a parser fails at a place: " + err.Error())
	}
	i := 0
	for i < len(tokens)-1 && (tokens[i].Pos.Offset < failed.Position().Offset || tokens[i].Type == blank) {
		i++
	}
	at := tokenSpan(tokens[i])
	if tokens[i].Type == invalid {
		return problem("bad-quotes", at, "this quote does not open a text", "Write texts in single quotes: 'logs'. Inside them a quote is written \\'.")
	}
	e := expected[stage(tokens[:i])]
	return problem("check-syntax", at, e[0], e[1])
}

func tokenSpan(t lexer.Token) source.Span {
	return source.Span{File: t.Pos.Filename, Start: t.Pos.Offset, End: t.Pos.Offset + len(t.Value)}
}

// stages are the words that lead from one part of a sentence to the next.
var stages = [...][]string{{"may", "might"}, {"in"}, {"with"}}

// stage counts how many of the leading words have been passed.
func stage(tokens []lexer.Token) int {
	at := 0
	for _, t := range tokens {
		if at < len(stages) && (strings.EqualFold(t.Value, stages[at][0]) || strings.EqualFold(t.Value, stages[at][len(stages[at])-1])) {
			at++
		}
	}
	return at
}

// expected says, by stage, what is missing and how it is written.
var expected = [...][2]string{
	{"expected who `may` do what", "A check begins like `alice may`, `alice may not` or `instance web1 may`. Put a name with blanks in single quotes."},
	{"expected what is asked, then `in`", "That is an operation such as ListBuckets, a verb and a type such as `manage buckets`, or permissions in braces; then `in` and a compartment."},
	{"expected a compartment, then `with` or the end", "Write a path from the root such as `Prod:Data`, or `tenancy`. What is known about the request follows after `with`."},
	{"expected what is known about the request", "Write `variable = 'value'`, `absent variable`, `subnets in Network` or the name of a circumstance, with commas between."},
}

func problem(code string, at source.Span, summary, detail string) source.Diagnostic {
	return source.Diagnostic{Severity: source.Error, Code: code, Span: at, Summary: summary, Detail: detail}
}
