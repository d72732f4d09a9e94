package lint

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

var domainInQuotes = &Check{Name: "domain-in-quotes", Severity: source.Warning, Source: subjectPage, Run: runDomainInQuotes,
	Doc: "In one pair of quotes a domain and a name are one name with a slash, in the Default domain. A reader takes it for the group of the other domain.\n" +
		"Quote the domain and the name apart, or rename the group."}

func runDomainInQuotes(p *Pass) {
	p.eachBareName(func(st *statement, name *syntax.GroupName) {
		domain, bare := tenancy.Unqualified(string(name.Name().Text))
		if !slices.ContainsFunc(p.World.Domains, func(d string) bool { return strings.EqualFold(d, domain) }) {
			return
		}
		d := p.reportNode(st, name, "this is one name with a slash, not a group of %", domain)
		if _, ok := p.World.Group(domain, bare); ok {
			replace(d, "quote them apart", "", syntax.InQuotes(domain)+"/"+syntax.InQuotes(bare))
		}
	})
}
