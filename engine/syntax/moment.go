package syntax

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// moment is where reading a statement stopped: at token i, which plays a role
// that the words before it determine.
type moment struct {
	text   string
	tokens []Token
	i      int
	role   Role
}

// word is the k-th token from the moment in lower case; "" beyond the ends.
func (m *moment) word(k int) string {
	if m.i+k < 0 || m.i+k >= len(m.tokens) {
		return ""
	}
	return strings.ToLower(m.written(k))
}

// written is the k-th token as typed.
func (m *moment) written(k int) string {
	t := m.tokens[m.i+k]
	return m.text[t.Start:t.End]
}

func (m *moment) kind(k int) Kind {
	if m.i+k < 0 || m.i+k >= len(m.tokens) {
		return Space
	}
	return m.tokens[m.i+k].Kind
}

// at is the place of the k-th token; behind the last one, just after it.
func (m *moment) at(k int) source.Span {
	if m.i+k >= len(m.tokens) {
		return after(m.tokens[len(m.tokens)-1])
	}
	return span(m.tokens[max(0, m.i+k)])
}

// start is the word the statement starts with.
func (m *moment) start() string { return m.word(-m.i) }

// title is it in its canonical case.
func (m *moment) title() string {
	for _, title := range [...]string{"Deny", "Endorse", "Admit", "Define"} {
		if strings.EqualFold(title, m.start()) {
			return title
		}
	}
	return "Allow"
}

// crosses tells the statements that speak of other tenancies.
func (m *moment) crosses() bool { return m.start() == "endorse" || m.start() == "admit" }

func (m *moment) ended() bool { return m.i >= len(m.tokens) }

// before is the empty place in front of the k-th token.
func (m *moment) before(k int) source.Span {
	s := m.at(k)
	return source.Span{Start: s.Start, End: s.Start}
}

// behind is the empty place after the k-th token.
func (m *moment) behind(k int) source.Span {
	s := m.at(k)
	return source.Span{Start: s.End, End: s.End}
}

// from is the place from the start of the k-th token to the start of the l-th:
// what goes when everything between them is to go.
func (m *moment) from(k, l int) source.Span {
	return source.Span{Start: m.at(k).Start, End: m.at(l).Start}
}

// gap is the place from the end of the k-th token to the start of the l-th.
func (m *moment) gap(k, l int) source.Span {
	return source.Span{Start: m.at(k).End, End: m.at(l).Start}
}

// sameLine tells whether the moment is on the line of the token before it.
func (m *moment) sameLine() bool {
	return m.i > 0 && !strings.Contains(m.text[m.at(-1).End:m.at(0).Start], "\n")
}

// last is the last token, counted from the moment.
func (m *moment) last() int { return len(m.tokens) - 1 - m.i }

// seek is the first token from k on whose word is among those, or one beyond
// the last.
func (m *moment) seek(k int, words ...string) int {
	for ; m.i+k < len(m.tokens); k++ {
		for _, w := range words {
			if m.word(k) == w {
				return k
			}
		}
	}
	return k
}

// closer is the token that closes the bracket at k.
func (m *moment) closer(k int) (int, bool) {
	depth := 0
	for ; m.i+k < len(m.tokens); k++ {
		switch m.word(k) {
		case "{", "(", "[":
			depth++
		case "}", ")", "]":
			depth--
		}
		if depth == 0 {
			return k, true
		}
	}
	return 0, false
}

// opener is the bracket that is open before the k-th token.
func (m *moment) opener(k int) (int, bool) {
	depth := 0
	for k--; m.i+k >= 0; k-- {
		switch m.word(k) {
		case "{", "(", "[":
			if depth--; depth < 0 {
				return k, true
			}
		case "}", ")", "]":
			depth++
		}
	}
	return 0, false
}

// chain is the run of conditions the moment is in, from its first token to its
// last: between commas, braces and `where`.
func (m *moment) chain(stops string) (first, last int) {
	first, last = m.edge(-1, stops)+1, m.edge(1, stops)-1
	return first, last
}

// edge is the first token before or behind the moment that ends its chain.
func (m *moment) edge(step int, stops string) int {
	k, depth := step, 0
	for ; m.i+k >= 0 && m.i+k < len(m.tokens); k += step {
		w := m.word(k)
		if depth == 0 && (w == "where" || w != "" && strings.Contains(stops, w)) {
			return k
		}
		if depth += step * nesting(w); depth < 0 {
			return k
		}
	}
	return k
}
