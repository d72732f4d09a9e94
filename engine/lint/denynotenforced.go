package lint

import "oci-policy-playground/engine/source"

var denyNotEnforced = &Check{Name: "deny-not-enforced", Severity: source.Warning, Source: pages + "known-issues/known-issues-deny-policies.htm", Denials: true, Leaf: saysDenyNotEnforced,
	Doc: "OCI does not enforce conditions on the target's dynamic group in statements that deny, which is a known issue. What looks forbidden stays allowed.\n" +
		"Deny without this test, or leave the group out of what is allowed."}

func saysDenyNotEnforced(p *Pass, l *leaf) finding {
	if !l.begins("target.dynamic-group.") && !l.begins("target.dynamicgroup.") {
		return nothing
	}
	return finding{says: "this is not enforced in a denial"}
}
