package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var policyPower = &Check{Name: "policy-power", Severity: source.Warning, Source: policiesPage, Run: runPolicyPower,
	Doc: "Whoever writes policies in a compartment can grant anything in it and below it, to anyone and to themselves. `manage all-resources` includes that.\n" +
		"Keep it to those who may hold all of it, or leave `POLICY_CREATE` and `POLICY_UPDATE` out by a condition."}

func runPolicyPower(p *Pass) {
	write := []*catalog.Permission{p.permission("POLICY_CREATE"), p.permission("POLICY_UPDATE")}
	for _, st := range p.statements {
		if runsTheTenancy(st) || isAdmin(st) && st.Where.Parent == nil || mentions(st.If, "request.permission", "request.operation", "target.") {
			continue
		}
		if slices.ContainsFunc(write, func(perm *catalog.Permission) bool { return p.grants(st, perm) }) {
			d := p.reportFacet(st, policy.Grant, "this is the power to write policies in %", st.Where.Label())
			if st.Where.Parent != nil {
				d.Severity = source.Info // it is what administrators of a compartment have
			}
		}
	}
}
