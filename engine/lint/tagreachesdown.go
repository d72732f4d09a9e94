package lint

import (
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

var tagReachesDown = &Check{Name: "tag-reaches-down", Severity: source.Info, Source: tagsPage, Leaf: saysTagReachesDown,
	Doc: "The tag of a compartment counts for everything below it as well, whatever the tags of the compartments between say.\n" +
		"Check that what lies in the nested compartments is meant too."}

func saysTagReachesDown(p *Pass, l *leaf) finding {
	tag, ok := strings.CutPrefix(l.Left.Text, "target.resource.compartment.tag.")
	namespace, key, dotted := strings.Cut(tag, ".")
	if !ok || !dotted {
		return nothing
	}
	c := tagged(l.in.Where, namespace, key)
	if c == nil {
		return nothing
	}
	return finding{says: "this holds below % too", name: c.Label()}
}

// tagged is the first compartment from c down that has the tag, and something
// below it.
func tagged(c *tenancy.Compartment, namespace, key string) *tenancy.Compartment {
	if len(c.Children) == 0 {
		return nil
	}
	if _, ok := c.Tags.Value(namespace, key); ok {
		return c
	}
	for _, child := range c.Children {
		if found := tagged(child, namespace, key); found != nil {
			return found
		}
	}
	return nil
}
