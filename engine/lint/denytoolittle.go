package lint

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var denyTooLittle = &Check{Name: "deny-too-little", Severity: source.Info, Source: denyPage, At: policy.Grant, Denials: true, Statement: saysDenyTooLittle,
	Doc: "A denial takes away what its verb adds and the verbs above it: `manage` takes creating and deleting and leaves reading and using. To block everything one denies `inspect`.\n" +
		"Keep `manage` if that is meant, else write `inspect`."}

// saysDenyTooLittle takes it that whoever writes a condition means the verb.
func saysDenyTooLittle(p *Pass, st *statement) finding {
	if st.Grants.Verb != catalog.Manage || st.If != nil {
		return nothing
	}
	return finding{says: "inspect, read and use stay allowed"}
}
