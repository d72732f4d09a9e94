package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var openToEveryone = &Check{Name: "open-to-everyone", Severity: source.Warning, Source: syntaxPage, At: policy.Subject, Statement: saysOpenToEveryone,
	Doc: "Without a condition this is for every user and every instance or function of the tenancy, those made tomorrow too; any-user adds the services of OCI.\n" +
		"Name a group, or add a condition on `request.principal` that says who is meant."}

func saysOpenToEveryone(p *Pass, st *statement) finding {
	if !isEveryone(st) || st.If != nil {
		return nothing
	}
	return finding{says: "nothing limits who this is for"}
}

func isEveryone(st *statement) bool {
	return st.Who.Kind == policy.AnyUser || st.Who.Kind == policy.AnyGroup
}
