package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

var unqualifiedGroup = &Check{Name: "unqualified-group", Severity: source.Warning, Source: subjectPage, Run: runUnqualifiedGroup,
	Doc: "A group without an identity domain is looked for in the Default domain alone. Here another domain has a group of that name as well, and its members get nothing.\n" +
		"Write the domain before the name, even if it is Default."}

func runUnqualifiedGroup(p *Pass) {
	if len(p.World.Domains) < 2 {
		return
	}
	groups, dynamic := map[string]string{}, map[string]string{}
	for _, g := range p.World.Groups {
		noteNamesake(groups, g.Domain, g.Name)
	}
	for _, g := range p.World.DynamicGroups {
		noteNamesake(dynamic, g.Domain, g.Name)
	}
	p.eachBareName(func(st *statement, name *syntax.GroupName) {
		namesakes := groups
		if st.Who.Kind == policy.InDynamicGroups {
			namesakes = dynamic
		}
		domain, ok := namesakes[strings.ToLower(string(name.Name().Text))]
		if !ok {
			return
		}
		d := p.reportNode(st, name, "this means Default; domain % has such a group too", domain)
		replace(d, "write the Default domain", "", "'Default'/"+st.Syntax.Words(name))
	})
}

func noteNamesake(namesakes map[string]string, domain, name string) {
	if domain != tenancy.DefaultDomain {
		namesakes[strings.ToLower(name)] = domain
	}
}

// eachBareName visits the names of groups that have no domain.
func (p *Pass) eachBareName(visit func(*statement, *syntax.GroupName)) {
	for _, st := range p.statements {
		who, ok := st.Allow().Who.(*syntax.Groups)
		if !ok {
			continue
		}
		for _, name := range who.Names {
			if name.ID == nil && name.Domain() == nil {
				visit(st, name)
			}
		}
	}
}
