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
func answer(check string, a *engine.Answer) object {
	s := &a.Story
	return object{"check": check, "verdict": a.Decision.Verdict.String(), "holds": a.Holds, "headline": s.Headline,
		"needs": list(s.Needs, need), "depends": words(s.Depends), "least": s.Least, "leastAt": s.LeastAt, "chain": s.Text()}
}

// need is a permission: where it is needed, its state (granted, missing, undecided, not needed) and the statements about it.
func need(n explain.Need) object {
	return object{"permission": n.Permission, "place": n.Place, "state": n.State, "statements": list(n.Statements, statement)}
}

// statement is one statement with its policy and line, whether it grants (pass, fail, unknown, skipped), and its facets.
func statement(s explain.Statement) object {
	return object{"policy": s.Policy, "line": s.Line, "text": s.Text, "result": s.Outcome.String(), "facets": list(s.Rows, facet)}
}

// facet is the subject, grant, location or condition of a statement, or a part of one, and how it was judged.
func facet(r explain.Row) object {
	return object{"facet": r.Facet.String(), "result": r.Result.String(), "text": r.Text, "value": r.Detail,
		"path": list(r.Path, func(h explain.Hop) object { return object{"name": h.Name, "named": h.Named} }), "parts": list(r.Under, facet)}
}

// problem is something to say about a text; its place is in bytes.
func problem(d source.Diagnostic) object {
	return object{"file": d.Span.File, "start": d.Span.Start, "end": d.Span.End, "severity": d.Severity.String(),
		"code": d.Code, "summary": d.Summary, "detail": d.Detail}
}

func list[T any](all []T, show func(T) object) []any {
	shown := make([]any, len(all))
	for i, one := range all {
		shown[i] = show(one)
	}
	return shown
}

func words(all []string) []any {
	shown := make([]any, len(all))
	for i, one := range all {
		shown[i] = one
	}
	return shown
}
