package syntax

import "oci-policy-playground/engine/source"

// Document is a policy as written: its statements in order.
type Document struct {
	File       *source.File
	Statements []*Statement
}

// Statement is one statement and where it stands. Statements with the same text
// share one Form.
type Statement struct {
	Form Form
	Span source.Span
	Text string
}

// Form is what a statement turned out to be: *Allow, *Reserved or *Bad.
type Form interface{ form() }

// Reserved is a statement of a kind that is told apart but not judged: Deny,
// Endorse, Admit, Define.
type Reserved struct {
	Kind string // in the canonical case
}

// Bad is a statement that could not be read. It grants nothing.
type Bad struct{}

func (*Allow) form()    {}
func (*Reserved) form() {}
func (*Bad) form()      {}

// Place is where a node of this statement stands in its file.
func (s *Statement) Place(n Node) source.Span {
	return source.Span{File: s.Span.File, Start: s.Span.Start + n.start(), End: s.Span.Start + n.end()}
}

// Words is a node as it was typed.
func (s *Statement) Words(n Node) string { return s.Text[n.start():n.end()] }

// Kind is the word a statement starts with, in its canonical case, or "Bad".
func (s *Statement) Kind() string {
	switch form := s.Form.(type) {
	case *Allow:
		return "Allow"
	case *Reserved:
		return form.Kind
	}
	return "Bad"
}
