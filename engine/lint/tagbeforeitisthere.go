package lint

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
)

var tagBeforeItIsThere = &Check{Name: "tag-before-it-is-there", Severity: source.Warning, Source: tagsPage, Run: runTagBeforeItIsThere,
	Doc: "A resource that is being made has no tags yet, and a list has no single resource. A test of the resource's tag is false for both, so this grants neither.\n" +
		"Grant them by another statement, or test the tag of the compartment."}

func runTagBeforeItIsThere(p *Pass) {
	p.eachLostTag(func(lost *loss) []*catalog.Permission {
		return append(append([]*catalog.Permission(nil), lost.creates...), lost.lists...)
	},
		"lists and new resources carry no tag: %")
}
