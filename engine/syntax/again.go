package syntax

import (
	"sort"
	"strings"

	"oci-policy-playground/engine/source"
)

// memory is a policy as read.
type memory struct {
	doc    *Document
	faults []source.Diagnostics // of each statement, counted from its first byte
	around source.Diagnostics   // of the whole file
	faulty bool                 // some statement has a diagnostic, or had one
	plain  bool                 // nothing is wrapped around its statements, and nothing of several lines can open
}

func (m *memory) add(s *Statement, problems source.Diagnostics) {
	m.doc.Statements = append(m.doc.Statements, s)
	m.faults = append(m.faults, problems)
	m.faulty = m.faulty || len(problems) > 0
}

func (m *memory) addAll(all []*Statement, faults []source.Diagnostics) {
	m.doc.Statements = append(m.doc.Statements, all...)
	m.faults = append(m.faults, faults...)
}

func (m *memory) problems() source.Diagnostics {
	var all source.Diagnostics
	if m.faulty {
		for i, s := range m.doc.Statements {
			all = append(all, shift(m.faults[i], s.Span.File, s.Span.Start)...)
		}
	}
	return append(all, shift(m.around, m.doc.File.Name, 0)...)
}

// recall makes statements of a policy known by their texts, from first up to
// last.
func (p *Parser) recall(m *memory, first, last int) {
	if p.known == nil {
		return
	}
	for i := first; i < last; i++ {
		s := m.doc.Statements[i]
		if _, ok := p.known[s.Text]; !ok {
			p.known[s.Text] = reading{s.Form, m.faults[i], len(s.Text)}
		}
	}
}

// isPlain tells texts in which every line can be cut into tokens by itself.
func isPlain(text string) bool {
	return !strings.Contains(text, "/*") && !strings.Contains(text, "*/") && !strings.Contains(text, "<<")
}

// again reads a policy that differs from the one of its name read before in one
// stretch: the statements before and behind stay as they are. Nil where that
// cannot be relied on.
//
// What begins a statement is told by the words around its first, so the two
// statements before the stretch are read again, and the two behind; of these the
// last has to come out as it was.
func (p *Parser) again(f *source.File) *memory {
	old := p.before[f.Name]
	if old == nil || !old.plain || len(old.doc.Statements) == 0 {
		return nil
	}
	e := editOf(old.doc, f.Text)
	part := f.Text[e.from:e.to]
	text, tokens, cuts := pieces(part)
	if len(cuts) > 0 || !isPlain(part) {
		return nil
	}
	m := &memory{doc: &Document{File: f}, plain: true, faulty: old.faulty}
	m.addAll(old.doc.Statements[:e.first], old.faults[:e.first])
	p.recall(old, e.first, e.last)
	p.statements(m, text, tokens, e.from)
	if !e.meets(old.doc, m.doc) || !m.remarks(old, e, remarks(tokens)) {
		return nil
	}
	m.follow(old, e, f.Lines()-old.doc.File.Lines())
	return m
}

// edit is the stretch of a text that is read again: the bytes from and to, in
// place of the statements from first up to last of the old document.
type edit struct {
	from, to    int
	first, last int
	longer      int // bytes
}

func editOf(old *Document, text string) edit {
	before := old.File.Text
	start, tail := source.Common(before, text)
	all := old.Statements
	e := edit{longer: len(text) - len(before), to: len(text), last: len(all)}
	e.first = sort.Search(len(all), func(i int) bool { return all[i].Span.End >= start }) - 2
	for e.first > 0 && !isWord(rune(all[e.first].Text[0])) {
		e.first--
	}
	if e.first > 0 {
		e.from = all[e.first].Span.Start
	}
	e.first = max(0, e.first)
	behind := sort.Search(len(all), func(i int) bool { return all[i].Span.Start > len(before)-tail })
	if behind += 2; behind < len(all) {
		e.last, e.to = behind, all[behind].Span.Start+e.longer
	}
	return e
}

// meets tells whether the last statement read again is the one that stood there
// before, so that what follows it follows it still.
func (e edit) meets(old, new *Document) bool {
	if e.last == len(old.Statements) {
		return true
	}
	if len(new.Statements) == 0 {
		return false
	}
	was, is := old.Statements[e.last-1], new.Statements[len(new.Statements)-1]
	return is.Span.Start == was.Span.Start+e.longer && is.Text == was.Text
}

// remarks finds the first remark of the file, given those of the stretch; false
// when it has to be looked for behind that.
func (m *memory) remarks(old *memory, e edit, found source.Diagnostics) bool {
	switch {
	case len(old.around) > 0 && old.around[0].Span.Start < e.from:
		m.around = old.around
	case len(found) > 0 || len(old.around) == 0:
		m.around = shift(found, "", e.from)
	case old.around[0].Span.Start >= e.to-e.longer:
		m.around = shift(old.around, "", e.longer)
	default:
		return false
	}
	return true
}

// follow adds the statements behind the stretch, moved where they are now.
func (m *memory) follow(old *memory, e edit, lines int) {
	rest, faults := old.doc.Statements[e.last:], old.faults[e.last:]
	if e.longer == 0 && lines == 0 {
		m.addAll(rest, faults)
		return
	}
	moved, all := make([]Statement, len(rest)), make([]*Statement, len(rest))
	for i, s := range rest {
		moved[i] = Statement{Form: s.Form, Span: s.Span.Shift(s.Span.File, e.longer), Text: s.Text, Line: s.Line + lines}
		all[i] = &moved[i]
	}
	m.addAll(all, faults)
}
