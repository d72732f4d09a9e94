package explain

import (
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// party is the subject of a statement to write. Kind, name and id are those of a
// group or dynamic group, "" for other subjects.
type party struct{ words, kind, name, id string }

// leastSubject is the narrowest subject that a statement can give the caller of
// a need: a group or dynamic group it is in, the one that the nearest statement
// names where it names one, or everybody under a condition.
func leastSubject(n *authz.Need, d authz.Decision) (who party, tests []string) {
	p := n.Principal
	switch {
	case p.User != nil && len(p.User.Groups) > 0:
		g := p.User.Groups[0]
		if near := ranked(n); len(near) > 0 && near[0].Checks[policy.Subject].Group != nil {
			g = near[0].Checks[policy.Subject].Group
		}
		return party{"group " + qualified(g.Domain, g.Name), "group", g.Name, g.ID}, nil
	case p.User != nil:
		return party{words: "any-user"}, []string{"request.user.id = " + syntax.InQuotes(p.User.ID)}
	case p.Kind == authz.Service:
		return party{words: "service " + syntax.Quoted(p.Service)}, nil
	case p.Kind == authz.Workload:
		return party{words: "any-user"}, workload(p.Resource)
	case len(d.DynamicGroups) > 0:
		g := d.DynamicGroups[0]
		if near := ranked(n); len(near) > 0 && near[0].Checks[policy.Subject].Reason == authz.RuleMatches {
			g = near[0].Checks[policy.Subject].DynamicGroup
		}
		return party{"dynamic-group " + qualified(g.Domain, g.Name), "dynamic-group", g.Name, g.ID}, nil
	}
	return party{words: "any-user"}, []string{"request.principal.id = " + syntax.InQuotes(p.Resource.ID)}
}

// qualified is a name as a statement writes it.
func qualified(domain, name string) string {
	return tenancy.Qualified(syntax.Quoted(domain), syntax.Quoted(name))
}

// spelt is a name for a sentence: as a statement writes it where one name in
// quotes could be taken for a domain and a name, else without quotes.
func spelt(domain, name string) string {
	if strings.Contains(name, "/") {
		return qualified(domain, name)
	}
	return tenancy.Qualified(domain, name)
}

// workload is the tests that name one pod's identity.
//
// https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
func workload(r *tenancy.Resource) []string {
	return []string{"request.principal.type = 'workload'", "request.principal.namespace = " + syntax.InQuotes(r.Namespace),
		"request.principal.service_account = " + syntax.InQuotes(r.ServiceAccount), "request.principal.cluster_id = " + syntax.InQuotes(r.Cluster)}
}
