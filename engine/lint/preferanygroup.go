package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var preferAnyGroup = &Check{Name: "prefer-any-group", Severity: source.Info, Source: syntaxPage, Run: runPreferAnyGroup,
	Doc: "any-user includes the services of OCI and callers of other tenancies that act for them; any-group is people, instances and resources of this tenancy.\n" +
		"Write any-group unless a service is meant."}

// runPreferAnyGroup leaves to the other checks what says nothing of the caller.
func runPreferAnyGroup(p *Pass) {
	for _, st := range p.statements {
		if st.Who.Kind == policy.AnyUser && mentions(st.If, callers...) && !mentions(st.If, "request.principal.", "request.resource.", "request.instance.", "request.service") {
			replace(p.reportFacet(st, policy.Subject, "`any-group` is narrower", ""), "write `any-group`", "", "any-group")
		}
	}
}
