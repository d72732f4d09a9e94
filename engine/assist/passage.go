package assist

import (
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// passage is the statement, the rule or the check around the caret, in words.
type passage struct {
	*Context
	at    int
	words []word // neither blank nor comment
	i     int    // how many words stand before the one under the caret
	under word   // the word under the caret; empty where there is none
	fresh bool   // that word begins a line, and others stand before it
	known []*thing
}

// word is a token with its text at hand.
type word struct {
	raw, low   string
	start, end int
	kind       syntax.Kind
	role       syntax.Role
}

// cut finds the passage around an offset. There is none inside a comment.
func cut(c *Context, at int) (*passage, bool) {
	at = min(max(at, 0), len(c.File.Text))
	p := &passage{Context: c, at: at}
	p.under.start, p.under.end = at, at
	from, to := c.bounds(at)
	if !p.read(from, to) {
		return nil, false
	}
	p.narrow()
	p.settle()
	return p, true
}

// read cuts some lines into words. It tells whether the caret is outside comments.
func (p *passage) read(from, to int) bool {
	tokens := p.tokens(from, to)
	for i := range tokens {
		t := &tokens[i]
		if t.Kind > syntax.Comment {
			raw := p.File.Text[t.Start:t.End]
			p.words = append(p.words, word{raw, strings.ToLower(raw), t.Start, t.End, t.Kind, t.Role})
		} else if t.Kind == syntax.Comment && t.Start < p.at && p.at <= t.End {
			return false
		}
	}
	return true
}

// narrow keeps the words of the statement around the caret.
func (p *passage) narrow() {
	first, last := 0, len(p.words)
	for k := range p.words {
		switch {
		case !p.starts(k):
		case p.words[k].start < p.at:
			first = k
		default:
			last = min(last, k)
		}
	}
	p.words = p.words[first:max(first, last)]
}

// settle finds the word under the caret. The quote that a line does not close
// ends at the caret: what is behind it belongs to something else.
func (p *passage) settle() {
	for p.i < len(p.words) && p.words[p.i].end < p.at {
		p.i++
	}
	for p.i < len(p.words) && p.words[p.i].start < p.at && p.words[p.i].end <= p.at && p.words[p.i].kind == syntax.Symbol {
		p.i++
	}
	if p.i < len(p.words) && p.words[p.i].start < p.at && p.words[p.i].kind != syntax.Symbol {
		p.under = p.words[p.i]
		if p.under.kind == syntax.Open {
			p.under.end = p.at
		}
	}
	p.widen()
	p.fresh = p.i > 0 && strings.Contains(p.File.Text[p.words[p.i-1].end:p.under.start], "\n")
}

// widen makes a domain and a name one word.
func (p *passage) widen() {
	if n := p.i - 2; n >= 0 && p.words[n+1].end == p.under.start && p.words[n].end == p.words[n+1].start && p.isSlash(n+1) {
		p.i, p.under.start = n, p.words[n].start
	}
	k := p.i
	for k < len(p.words) && p.words[k].end < p.under.end {
		k++
	}
	if k+2 < len(p.words) && p.under.start < p.under.end && p.words[k].end == p.under.end && p.isSlash(k+1) &&
		p.words[k+1].start == p.under.end && p.words[k+2].start == p.words[k+1].end {
		p.under.end = p.words[k+2].end
	}
}

func (p *passage) isSlash(k int) bool {
	return p.words[k].role == syntax.Subject && p.words[k].raw == "/"
}

// query is what is typed of the word under the caret, without quotes.
func (p *passage) query() string {
	return strings.ToLower(strings.ReplaceAll(p.File.Text[p.under.start:max(p.under.start, p.at)], "'", ""))
}

// find is the word at an offset for which something can be said: the one that
// the offset is in, or else the one it stands behind.
func find(c *Context, at int) (*passage, int, bool) {
	at = min(max(at, 0), len(c.File.Text))
	behind := at
	if at < len(c.File.Text) && c.File.Text[at] > ' ' {
		behind++ // so that the word which begins here is not of the next statement
	}
	p, ok := cut(c, behind)
	if !ok {
		return nil, 0, false
	}
	found := -1
	for k := range p.words {
		if t := &p.words[k]; t.start <= at && at < t.end || t.end == at && found < 0 {
			found = k
		}
	}
	return p, found, found >= 0
}

// bounds is the lines of the passage around an offset and no more: a statement
// reaches from a line that begins with a start word to the next such line.
func (c *Context) bounds(at int) (from, to int) {
	text := c.File.Text
	if c.Kind == Rule {
		return 0, len(text)
	}
	from, to = lineStart(text, at), lineEnd(text, at)
	if c.Kind == Check {
		return from, to
	}
	for from > 0 && opening(text[from:]) >= at-from {
		from = lineStart(text, from-1)
	}
	for to < len(text) && opening(text[to+1:]) == far {
		to = lineEnd(text, to+1)
	}
	return from, to
}

// opening is where the start word stands that a line begins with, or far away.
func opening(rest string) int {
	indent := 0
	for indent < len(rest) && (rest[indent] == ' ' || rest[indent] == '\t') {
		indent++
	}
	for _, word := range startWords {
		if n := indent + len(word); n < len(rest) && rest[n] <= ' ' && strings.EqualFold(rest[indent:n], word) {
			return indent
		}
	}
	return far
}

const far = int(^uint(0) >> 1)

func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

func lineEnd(text string, at int) int {
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// tokens cuts some whole lines of the text.
func (c *Context) tokens(from, to int) []syntax.Token {
	if c.Kind == Check {
		return checkTokens(c.File.Text, from, to)
	}
	tokens := syntax.Tokens(source.NewFile("", c.File.Text[from:to]))
	for i := range tokens {
		tokens[i].Start += from
		tokens[i].End += from
		if c.Kind == Rule {
			tokens[i].Role = syntax.Condition
		}
	}
	return tokens
}

// starts tells whether word k begins a passage.
func (p *passage) starts(k int) bool {
	if p.Kind != Policy || k == 0 {
		return k == 0
	}
	t, before := &p.words[k], &p.words[k-1]
	if t.role == syntax.Plain {
		return before.role != syntax.Plain
	}
	return t.role == syntax.Keyword && isStart(t.raw) && strings.Contains(p.File.Text[before.end:t.start], "\n")
}

func isStart(word string) bool {
	for _, start := range startWords {
		if strings.EqualFold(word, start) {
			return true
		}
	}
	return false
}

var startWords = [...]string{"Allow", "Deny", "Endorse", "Admit", "Define"}
