package lint

import (
	"oci-policy-playground/engine/source"
)

var targetNeverThere = &Check{Name: "target-never-there", Severity: source.Warning, Source: conditionPage, Run: runTargetNeverThere,
	Doc: "A test of a variable that the request does not carry is false, also with `!=`. None of what this statement grants carries this one, so the test never holds.\n" +
		"Test a variable of this resource type, or give the resources a compartment of their own."}

func runTargetNeverThere(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		if lost := p.lossOf(l); lost != nil && lost.never {
			p.reportLeft(l, "no request for this carries %", l.written())
		}
	}
}
