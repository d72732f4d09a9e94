package lint

import (
	"strings"

	"oci-policy-playground/engine/source"
)

var policyTypeEqual = &Check{Name: "policy-type-equal", Severity: source.Warning, Source: pages + "policysyntax/denypolicies.htm", Run: runPolicyTypeEqual,
	Doc: "A policy with allow and deny statements is of both types, and `=` holds when one of them fits. So this also lets its authors write deny statements.\n" +
		"Ask for the exact set with `sets-equal`."}

func runPolicyTypeEqual(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.is("target.policy.type") && l.affirms() && len(l.Right) == 1 && strings.EqualFold(l.Right[0].Text, "allow") {
			replace(p.reportLeaf(l, "policies with deny statements pass as well", ""), "ask for allow alone", "", "sets-equal("+l.written()+", ('allow'))")
		}
	}
}
