package lint

import (
	"strings"

	"oci-policy-playground/engine/source"
)

var tagName = &Check{Name: "tag-name", Severity: source.Warning, Source: tagsPage, Leaf: saysTagName,
	Doc: "In a variable the names of a tag's namespace and key may have letters of a to z, digits and `_ @ - : .` only. A tag with other characters cannot be tested, and neither name can be changed later.\n" +
		"Make a tag with a plainer name."}

func saysTagName(p *Pass, l *leaf) finding {
	_, tag, ok := strings.Cut(l.Left.Text, ".tag.")
	if !ok || strings.IndexFunc(tag, notInTagNames) < 0 {
		return nothing
	}
	return finding{says: "a variable cannot name the tag %", name: tag}
}

func notInTagNames(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune("_@-:.", r)
}
