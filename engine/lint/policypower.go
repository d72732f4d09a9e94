package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var policyPower = &Check{Name: "policy-power", Severity: source.Warning, Source: policiesPage, At: policy.Grant, Statement: saysPolicyPower,
	Doc: "Whoever writes policies in a compartment can grant anything in it and below it, to anyone and to themselves. `manage all-resources` includes that.\n" +
		"Keep it to those who may hold all of it, or leave `POLICY_CREATE` and `POLICY_UPDATE` out by a condition."}

func saysPolicyPower(p *Pass, st *statement) finding {
	if runsTheTenancy(st) || isAdmin(st) && st.Where.Parent == nil || mentions(st.If, "request.permission", "request.operation", "target.") ||
		!p.grants(st, p.permission("POLICY_CREATE")) && !p.grants(st, p.permission("POLICY_UPDATE")) {
		return nothing
	}
	// Below the root it is what administrators of a compartment have.
	return finding{says: "this is the power to write policies in %", name: st.Where.Label(), mild: st.Where.Parent != nil}
}
