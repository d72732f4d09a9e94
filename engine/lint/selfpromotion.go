package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var selfPromotion = &Check{Name: "self-promotion", Severity: source.Warning, Source: advancedPage, At: policy.Grant, Statement: saysSelfPromotion,
	Doc: "Adding a user to a group asks for permission on both, and with both on every group one can join any of them, Administrators too.\n" +
		"Leave the powerful groups out: `where target.group.name != 'Administrators'` on the statement for groups."}

func saysSelfPromotion(p *Pass, st *statement) finding {
	if isAdmin(st) || runsTheTenancy(st) || mentions(st.If, "target.group.", "request.permission", "request.operation") ||
		!p.grants(st, p.permission("GROUP_UPDATE")) || !p.elsewhere(st, p.permission("USER_UPDATE"), nil) {
		return nothing
	}
	return finding{says: "with their power over users, they can join any group"}
}
