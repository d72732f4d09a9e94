package lint

import (
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var halfCrossing = &Check{Name: "half-crossing", Severity: source.Info, Run: runHalfCrossing,
	Source: pages + "policieshow/iam-cross-domain.htm",
	Doc: "Access across tenancies takes two statements: an Endorse in the tenancy of those who come, and an Admit in the one they come to. Each grants nothing without the other.\n" +
		"Have the administrator of the other tenancy write the other one."}

// runHalfCrossing tells once a policy, and only where no text here has the other
// half.
func runHalfCrossing(p *Pass) {
	for _, half := range [...][2]string{{"Endorse", "Admit"}, {"Admit", "Endorse"}} {
		if p.firstOf(p.Documents, half[1]) != nil || p.firstOf(p.Abroad, half[1]) != nil {
			continue
		}
		for i := range p.Documents {
			if s := p.firstOf(p.Documents[i:i+1], half[0]); s != nil {
				at := s.Span
				at.End = at.Start + len(half[0])
				p.report(at, "this grants nothing until the other tenancy has its % too", half[1])
			}
		}
	}
}

// firstOf is the first statement of a kind.
func (p *Pass) firstOf(docs []*syntax.Document, kind string) *syntax.Statement {
	for _, d := range docs {
		for _, s := range d.Statements {
			if s.Kind() == kind {
				return s
			}
		}
	}
	return nil
}
