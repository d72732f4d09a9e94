package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var anyoneUnnamed = &Check{Name: "anyone-unnamed", Severity: source.Warning, Source: syntaxPage, At: policy.Condition, Statement: saysAnyoneUnnamed,
	Doc: "any-user is mostly written to reach a function, an instance or a service, and then the condition must say which. This condition says nothing of the caller, so it admits all of them and every person.\n" +
		"Add a test of `request.principal.type` and of an identifier, or name a group."}

func saysAnyoneUnnamed(p *Pass, st *statement) finding {
	if st.Who.Kind != policy.AnyUser || st.If == nil || mentions(st.If, callers...) {
		return nothing
	}
	return finding{says: "the condition does not say who the caller is"}
}

// callers are how variables begin that tell something of the caller.
var callers = []string{"request.principal.", "request.user.", "request.groups.", "request.domain.", "request.dynamicgroup.",
	"request.instance.", "request.resource.", "request.networksource.", "request.service", "target.group.member"}
