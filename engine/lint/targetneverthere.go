package lint

import "oci-policy-playground/engine/source"

var targetNeverThere = &Check{Name: "target-never-there", Severity: source.Warning, Source: conditionPage, Leaf: saysTargetNeverThere,
	Doc: "A test of a variable that the request does not carry is false, also with `!=`. None of what this statement grants carries this one, so the test never holds.\n" +
		"Test a variable of this resource type, or give the resources a compartment of their own."}

func saysTargetNeverThere(p *Pass, l *leaf) finding {
	if lost := p.lossOf(l); lost == nil || !lost.never {
		return nothing
	}
	return finding{says: "no request for this carries %", name: l.written()}
}
