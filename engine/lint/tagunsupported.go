package lint

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
)

var tagUnsupported = &Check{Name: "tag-unsupported", Severity: source.Warning, Source: tagsPage, Run: runTagUnsupported,
	Doc: "Some permissions do not support conditions on the tags of a resource, and objects cannot be tagged at all. For them the test is false.\n" +
		"Grant them by another statement, or test the tag of the compartment."}

func runTagUnsupported(p *Pass) {
	p.eachLostTag(func(lost *loss) []*catalog.Permission { return lost.always }, "tags do not count for %")
}
