package lint

import (
	"oci-policy-playground/engine/source"
)

var allowByExclusion = &Check{Name: "allow-by-exclusion", Severity: source.Warning, Source: advancedPage, Run: runAllowByExclusion,
	Doc: "Whatever is not excluded is granted, and that includes the permissions and calls that Oracle adds to the type later.\n" +
		"List what is allowed instead, if the list is short enough to keep."}

func runAllowByExclusion(p *Pass) {
	for i := range p.leaves {
		if l := &p.leaves[i]; l.excludes() && (l.is("request.permission") || l.is("request.operation")) {
			p.reportLeaf(l, "what Oracle adds later is granted too", "")
		}
	}
}
