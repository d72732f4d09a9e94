package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var selfPromotion = &Check{Name: "self-promotion", Severity: source.Warning, Source: advancedPage, Run: runSelfPromotion,
	Doc: "Adding a user to a group asks for permission on both, and with both on every group one can join any of them, Administrators too.\n" +
		"Leave the powerful groups out: `where target.group.name != 'Administrators'` on the statement for groups."}

func runSelfPromotion(p *Pass) {
	users, groups := p.permission("USER_UPDATE"), p.permission("GROUP_UPDATE")
	for _, st := range p.statements {
		if isAdmin(st) || runsTheTenancy(st) || mentions(st.If, "target.group.", "request.permission", "request.operation") || !p.grants(st, groups) {
			continue
		}
		if p.elsewhere(st, users, nil) {
			p.reportFacet(st, policy.Grant, "with their power over users, they can join any group", "")
		}
	}
}
