package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var tenancyAdmin = &Check{Name: "tenancy-admin", Severity: source.Warning, Source: pages + "Concepts/policygetstarted.htm", At: policy.Grant, Statement: saysTenancyAdmin,
	Doc: "This is the whole power of the Administrators, given under another name: it shows in no list of administrators, and it can undo every limit.\n" +
		"Add the people to Administrators, or grant families in compartments."}

func saysTenancyAdmin(p *Pass, st *statement) finding {
	if !isAdmin(st) || st.Where.Parent != nil || runsTheTenancy(st) {
		return nothing
	}
	return finding{says: "this makes administrators of the tenancy"}
}

func isAdmin(st *statement) bool {
	return st.If == nil && st.Grants.Verb == catalog.Manage && slices.ContainsFunc(st.Grants.Resources, func(r *catalog.Resource) bool { return r.Kind == catalog.AllKind })
}
