package policy

import (
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Memory keeps statements as bound, so that an edit costs the binding of the
// statement it is in.
type Memory struct{ known, recent map[binding]*bound }

// binding is what the meaning of a statement hangs on, its place in its file
// aside. One form is shared by all statements of the same text.
type binding struct {
	form    syntax.Form
	policy  string
	at      *tenancy.Compartment
	world   *tenancy.Tenancy
	dialect Dialect
}

// bound is a statement with what there is to say about it.
type bound struct {
	statement *Statement
	problems  source.Diagnostics
}

// Round forgets what was not bound since the last call of Round.
func (m *Memory) Round() { m.known, m.recent = m.recent, map[binding]*bound{} }

// bound finds a statement that was bound before, or binds it.
func (m *Memory) bound(p Source, s *syntax.Statement, world *tenancy.Tenancy, d Dialect, bind func() *bound) *bound {
	if !lasting(s.Form) {
		return bind()
	}
	if m.recent == nil {
		m.Round()
	}
	key := binding{s.Form, p.Name, p.AttachedTo, world, d}
	b, ok := m.recent[key]
	if !ok {
		b, ok = m.known[key]
	}
	if ok {
		b = b.at(s)
	} else {
		b = bind()
	}
	m.recent[key] = b
	return b
}

// lasting tells statements that mean the same whatever stands beside them: not
// those that speak of aliases, which other statements define.
func lasting(form syntax.Form) bool {
	switch form.(type) {
	case *syntax.Allow, *syntax.Deny:
		return true
	}
	return false
}

// at is the same statement where it stands now.
func (b *bound) at(s *syntax.Statement) *bound {
	was := b.statement.Syntax
	if was == s {
		return b
	}
	move := func(at source.Span) source.Span {
		if at.File != was.Span.File {
			return at
		}
		return at.Shift(s.Span.File, s.Span.Start-was.Span.Start)
	}
	st := *b.statement
	st.Syntax, st.Line, st.Faults = s, s.Line, nil
	st.measure()
	for _, f := range b.statement.Faults {
		st.Faults = append(st.Faults, Fault{f.Facet, f.Problem.Moved(move)})
	}
	moved := &bound{statement: &st}
	for _, d := range b.problems {
		moved.problems = append(moved.problems, d.Moved(move))
	}
	return moved
}
