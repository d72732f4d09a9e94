package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var deadPermission = &Check{Name: "dead-permission", Severity: source.Warning, Source: advancedPage, Run: runDeadPermission,
	Doc: "A condition can only take from what the verb and the type grant. A test for a permission that is not among it never holds.\n" +
		"Choose a higher verb or another type, or mend the name."}

func runDeadPermission(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		if !l.is("request.permission") || !l.affirms() && !l.excludes() || murky(l.in) {
			continue
		}
		for k, term := range l.Right {
			if term.Kind == policy.Literal {
				p.deadValue(l, k, term.Text)
			}
		}
	}
}

func (p *Pass) deadValue(l *leaf, k int, text string) {
	perm, ok := p.Catalog.Permission(text)
	if !ok {
		d := p.reportValue(l, k, "the catalog has no permission %", text)
		if near, ok := suggest.Closest(text, names(p.permissions(l.in))); ok {
			replace(d, "write %", near, syntax.InQuotes(near))
		}
		return
	}
	if l.affirms() && !slices.Contains(p.permissions(l.in), perm) && !p.maybe(l.in, perm) {
		p.reportValue(l, k, "this statement does not grant %", perm.Name)
	}
}

// maybe tells whether a statement could grant a permission for all that the
// catalog knows.
func (p *Pass) maybe(st *statement, perm *catalog.Permission) bool {
	return slices.ContainsFunc(st.Grants.Resources, func(r *catalog.Resource) bool {
		return p.Catalog.Carries(r, st.Grants.Verb, perm) == catalog.NotKnown
	})
}

func names(all []*catalog.Permission) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, perm := range all {
			if !yield(perm.Name) {
				return
			}
		}
	}
}
