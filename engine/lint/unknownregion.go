package lint

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var unknownRegion = &Check{Name: "unknown-region", Severity: source.Warning, Source: "https://docs.oracle.com/en-us/iaas/Content/General/Concepts/regions.htm", Run: runUnknownRegion,
	Doc: "A region is tested by its key of three letters, such as `iad`. This is neither the key nor the name of a region of the commercial realm, so no request there comes from it.\n" +
		"Write the region's key."}

func runUnknownRegion(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.Left.Var == nil || l.Left.Var.Type != catalog.RegionKey {
			continue
		}
		for k, term := range l.Right {
			if _, ok := p.Catalog.Region(term.Text); !ok && term.Kind == policy.Literal {
				p.strangeRegion(l, k, term.Text)
			}
		}
	}
}

func (p *Pass) strangeRegion(l *leaf, k int, name string) {
	d := p.reportValue(l, k, "% is no region", name)
	near, ok := suggest.Closest(name, func(yield func(string) bool) {
		for r := range p.Catalog.Regions() {
			if !yield(r.Name) {
				return
			}
		}
	})
	if r, found := p.Catalog.Region(near); ok && found {
		replace(d, "write the key of %", near, syntax.InQuotes(strings.ToLower(r.Key)))
	}
}
