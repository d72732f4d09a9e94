package lint

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var grantsNothing = &Check{Name: "grants-nothing", Severity: source.Warning, Source: policiesPage, Run: runGrantsNothing,
	Doc: "The table of this type has no permission at this verb: some types begin at read or use. OCI accepts the statement, and it allows no call.\n" +
		"Write the lowest verb that has a permission."}

func runGrantsNothing(p *Pass) {
	for _, st := range p.statements {
		verb, ok := st.Allow().Do.(*syntax.Verb)
		if !ok || murky(st) || len(st.Grants.Resources) != 1 || st.Grants.Verb == catalog.Manage {
			continue
		}
		l := ladder{st.Grants.Resources[0], st.Grants.Verb, st.Grants.Community}
		if l.resource.Kind != catalog.TypeKind || len(p.expand(l)) > 0 {
			continue
		}
		d := p.reportFacet(st, policy.Grant, "this grants nothing: % begins higher", l.resource.Name)
		for l.verb++; l.verb <= catalog.Manage; l.verb++ {
			if len(p.expand(l)) > 0 {
				offer(d, fill("write %", l.verb.String()), st.Syntax.Place(verb.Verb), l.verb.String())
				break
			}
		}
	}
}
