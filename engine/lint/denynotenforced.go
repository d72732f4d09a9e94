package lint

import "oci-policy-playground/engine/source"

var denyNotEnforced = &Check{Name: "deny-not-enforced", Severity: source.Warning, Source: pages + "known-issues/known-issues-deny-policies.htm", Run: runDenyNotEnforced,
	Doc: "OCI does not enforce conditions on the target's dynamic group in statements that deny, which is a known issue. What looks forbidden stays allowed.\n" +
		"Deny without this test, or leave the group out of what is allowed."}

func runDenyNotEnforced(p *Pass) {
	for i := range p.denied {
		if l := &p.denied[i]; l.begins("target.dynamic-group.") || l.begins("target.dynamicgroup.") {
			p.reportLeft(l, "this is not enforced in a denial", "")
		}
	}
}
