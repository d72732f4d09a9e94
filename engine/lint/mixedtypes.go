package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
)

var mixedTypes = &Check{Name: "mixed-types", Severity: source.Warning, Source: conditionPage, Leaf: saysMixedTypes,
	Doc: "The statement grants permissions of several types, and the variable belongs to some of them. For the others the test is false, so what they would grant is lost without a word.\n" +
		"Write one statement a type, each with a condition that fits it."}

func saysMixedTypes(p *Pass, l *leaf) finding {
	lost := p.lossOf(l)
	if !l.required || lost == nil || lost.never || lost.types < 2 || len(lost.always) == 0 || isTag(l.Left.Var) {
		return nothing
	}
	missing := slices.DeleteFunc(p.missing(l, lost.always), ofNamespace)
	if len(missing) == 0 {
		return nothing
	}
	return finding{says: "the test is false for %", name: named(missing)}
}

// ofNamespace tells permissions about the tenancy's one namespace of objects,
// which object-family brings and nobody means.
func ofNamespace(perm *catalog.Permission) bool { return perm.Type == "objectstorage-namespaces" }
