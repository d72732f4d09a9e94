package lint

import "oci-policy-playground/engine/source"

var allowByExclusion = &Check{Name: "allow-by-exclusion", Severity: source.Info, Source: advancedPage, Leaf: saysAllowByExclusion,
	Doc: "Whatever is not excluded is granted, and that includes the permissions and calls that Oracle adds to the type later.\n" +
		"List what is allowed instead, if the list is short enough to keep."}

func saysAllowByExclusion(p *Pass, l *leaf) finding {
	if !l.excludes() || !l.is("request.permission") && !l.is("request.operation") {
		return nothing
	}
	return finding{says: "what Oracle adds later is granted too"}
}
