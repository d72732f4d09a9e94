package syntax

import "oci-policy-playground/engine/source"

// Document is a policy as written: its statements in order.
type Document struct {
	File       *source.File
	Statements []*Statement
}

// Statement is one statement and where it stands. Statements with the same text
// share one Form. Text has blanks for what was pasted along with it.
type Statement struct {
	Form Form
	Span source.Span
	Text string
	Line int // in which it begins, from 1
}

// Form is what a statement turned out to be: *Allow, *Deny, *Endorse, *Admit,
// *Define or *Bad.
type Form interface{ form() }

// Bad is a statement that could not be read. It grants nothing.
type Bad struct{}

func (*Allow) form()   {}
func (*Deny) form()    {}
func (*Endorse) form() {}
func (*Admit) form()   {}
func (*Define) form()  {}
func (*Bad) form()     {}

// Place is where a node of this statement stands in its file.
func (s *Statement) Place(n Node) source.Span {
	return source.Span{File: s.Span.File, Start: s.Span.Start + n.start(), End: s.Span.Start + n.end()}
}

// Words is a node as it was typed.
func (s *Statement) Words(n Node) string { return s.Text[n.start():n.end()] }

// Kind is the word a statement starts with, in its canonical case, or "Bad".
// An Endorse or Admit that denies is a Deny.
func (s *Statement) Kind() string {
	switch form := s.Form.(type) {
	case *Allow:
		return "Allow"
	case *Deny:
		return "Deny"
	case *Endorse:
		return unlessDenied(form.Deny, "Endorse")
	case *Admit:
		return unlessDenied(form.Deny, "Admit")
	case *Define:
		return "Define"
	}
	return "Bad"
}

func unlessDenied(denied bool, kind string) string {
	if denied {
		return "Deny"
	}
	return kind
}

// Clause is the four parts of a statement, whether it allows, denies, endorses
// or admits; nil for a definition and for what could not be read. It does not
// say which of them it is: that is told by its form.
func (s *Statement) Clause() *Clause { return clauseOf(s.Form) }

func clauseOf(form Form) *Clause {
	switch form := form.(type) {
	case *Allow:
		return &form.Clause
	case *Deny:
		return &form.Clause
	case *Endorse:
		return form.clause(form.Who)
	case *Admit:
		return form.clause(form.Who)
	}
	return nil
}

func (c *Crossing) clause(who Who) *Clause { return &Clause{who, c.To, c.Do, c.In, c.Where} }

// with is the second half of an association, if there is one.
func (s *Statement) with() *With {
	switch form := s.Form.(type) {
	case *Endorse:
		return form.With
	case *Admit:
		return form.With
	}
	return nil
}

// subjectEnd is where those end whom a statement speaks of.
func (s *Statement) subjectEnd() int {
	if admit, ok := s.Form.(*Admit); ok && admit.Of != nil {
		return admit.Of.end()
	}
	return s.Clause().Who.end()
}
