package lint

import (
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

var tagReachesDown = &Check{Name: "tag-reaches-down", Severity: source.Info, Source: tagsPage, Run: runTagReachesDown,
	Doc: "The tag of a compartment counts for everything below it as well, whatever the tags of the compartments between say.\n" +
		"Check that what lies in the nested compartments is meant too."}

func runTagReachesDown(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		tag, ok := strings.CutPrefix(l.Left.Text, "target.resource.compartment.tag.")
		dot := strings.IndexByte(tag, '.')
		if !ok || dot < 0 {
			continue
		}
		if c := tagged(l.in.Where, tag[:dot], tag[dot+1:]); c != nil {
			p.reportLeft(l, "this holds below % too", c.Label())
		}
	}
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
