package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
)

var mixedTypes = &Check{Name: "mixed-types", Severity: source.Warning, Source: conditionPage, Run: runMixedTypes,
	Doc: "The statement grants permissions of several types, and the variable belongs to some of them. For the others the test is false, so what they would grant is lost without a word.\n" +
		"Write one statement a type, each with a condition that fits it."}

func runMixedTypes(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		lost := p.lossOf(l)
		if !l.required || lost == nil || lost.never || lost.types < 2 || len(lost.always) == 0 || isTag(l.Left.Var) {
			continue
		}
		missing := p.missing(l, lost.always)
		if missing = slices.DeleteFunc(missing, ofNamespace); len(missing) > 0 {
			p.reportLeft(l, "the test is false for %", named(missing))
		}
	}
}

// ofNamespace tells permissions about the tenancy's one namespace of objects,
// which object-family brings and nobody means.
func ofNamespace(perm *catalog.Permission) bool { return perm.Type == "objectstorage-namespaces" }
