package lint

import "oci-policy-playground/engine/source"

var objectNameHidesList = &Check{Name: "object-name-hides-list", Severity: source.Warning, Source: objectPage, Run: runObjectNameHidesList,
	Doc: "Listing objects names no object, so a test of `target.object.name` refuses the list. A browser of buckets shows nothing then.\n" +
		"Grant OBJECT_INSPECT beside it, with a test of the bucket's name alone."}

func runObjectNameHidesList(p *Pass) {
	p.eachLostList(func(l *leaf) bool { return l.is("target.object.name") })
}
