//go:build js && wasm

package main

import (
	"oci-policy-playground/engine"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/source"
)

// answer is what became of a check:
//
//	check     the sentence
//	verdict   ALLOW, DENY, CONDITIONAL or INVALID
//	holds     whether that is what the check expects
//	headline  why, in a sentence or two; OCI's words are in backquotes
//	needs     the permissions that are needed, each with the statements that decide it: the chain as data
//	depends   what a CONDITIONAL verdict hangs on
//	least     the least statement that would grant what is missing, and leastAt the compartment to attach it to
//	chain     all of this as text
func (p *printer) answer(check string, a *engine.Answer) {
	s := &a.Story
	p.text("check", check)
	p.text("verdict", a.Decision.Verdict.String())
	p.truth("holds", a.Holds)
	p.text("headline", s.Headline)
	list(p, "needs", s.Needs, (*printer).need)
	p.texts("depends", s.Depends)
	p.text("least", s.Least)
	p.text("leastAt", s.LeastAt)
	p.text("chain", s.Text())
}

// need is a permission: where it is needed, its state (granted, missing, undecided, not needed) and the statements about it.
func (p *printer) need(n *explain.Need) {
	p.text("permission", n.Permission)
	p.text("place", n.Place)
	p.text("state", n.State)
	list(p, "statements", n.Statements, (*printer).statement)
}

// statement is one statement with its policy and line, whether it grants (pass, fail, unknown, skipped), and its facets.
func (p *printer) statement(s *explain.Statement) {
	p.text("policy", s.Policy)
	p.number("line", s.Line)
	p.text("text", s.Text)
	p.text("result", s.Outcome.String())
	list(p, "facets", s.Rows, (*printer).facet)
}

// facet is the subject, grant, location or condition of a statement, or a part of one, and how it was judged.
func (p *printer) facet(r *explain.Row) {
	p.text("facet", r.Facet.String())
	p.text("result", r.Result.String())
	p.text("text", r.Text)
	p.text("value", r.Detail)
	list(p, "path", r.Path, (*printer).hop)
	list(p, "parts", r.Under, (*printer).facet)
}

func (p *printer) hop(h *explain.Hop) {
	p.text("name", h.Name)
	p.truth("named", h.Named)
}

// problem is something to say about a text; its place is in bytes.
func (p *printer) problem(d *source.Diagnostic) {
	p.text("file", d.Span.File)
	p.number("start", d.Span.Start)
	p.number("end", d.Span.End)
	p.text("severity", d.Severity.String())
	p.text("code", d.Code)
	p.text("summary", d.Summary)
	p.text("detail", d.Detail)
}
