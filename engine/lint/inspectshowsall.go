package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var inspectShowsAll = &Check{Name: "inspect-shows-all", Severity: source.Warning, Source: policiesPage, At: policy.Grant, Statement: saysInspectShowsAll,
	Doc: "Inspect lists resources without what is confidential, as a rule. Policies, networks and load balancers are the exception: their lists show the whole resource, statements and rules included.\n" +
		"Grant it to those who may read all of that."}

func saysInspectShowsAll(p *Pass, st *statement) finding {
	if st.Grants.Verb != catalog.Inspect || st.If != nil || !slices.ContainsFunc(st.Grants.Resources, p.listsInFull) {
		return nothing
	}
	return finding{says: "here `inspect` shows everything"}
}

func (p *Pass) listsInFull(r *catalog.Resource) bool {
	network, _ := p.Catalog.Resource("virtual-network-family")
	return r.Name == "policies" || r.Name == "load-balancers" || r == network || slices.Contains(network.Members, r.Name)
}
