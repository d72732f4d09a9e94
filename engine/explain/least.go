package explain

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// share is the needs that one statement can grant: those of one caller in one
// compartment under one condition.
type share struct {
	who, condition string
	place          *tenancy.Compartment
	permissions    []string
}

// least is the shortest statements that would grant everything missing, one a
// line, and the compartment to attach them to.
func least(d authz.Decision) (text, attach string) {
	var shares []*share
	for _, n := range lacking(d.Formula) {
		if n.Admitted != nil || len(n.Denied.Holding) > 0 {
			return "", ""
		}
		shares = add(shares, n, d)
	}
	lines := make([]string, len(shares))
	for i, s := range shares {
		lines[i] = s.text()
	}
	return strings.Join(lines, "\n"), lacking(d.Formula)[0].Compartment.Chain()[0].Label()
}

// add puts a need to the share it fits in, or begins one.
func add(shares []*share, n *authz.Need, d authz.Decision) []*share {
	who, condition := leastSubject(n, d)
	condition = together(condition, held(n))
	i := slices.IndexFunc(shares, func(s *share) bool {
		return s.who == who && s.condition == condition && s.place == n.Compartment
	})
	if i < 0 {
		return append(shares, &share{who, condition, n.Compartment, []string{n.Permission.Name}})
	}
	if s := shares[i]; !slices.Contains(s.permissions, n.Permission.Name) {
		s.permissions = append(s.permissions, n.Permission.Name)
	}
	return shares
}

func (s *share) text() string {
	text := fmt.Sprintf("Allow %s to {%s} in %s", s.who, strings.Join(s.permissions, ", "), policy.LocationOf(s.place, s.place.Chain()[0]))
	if s.condition != "" {
		text += " where " + s.condition
	}
	return text
}

// held is the condition of the nearest statement where the request meets it:
// its writer wanted it kept.
func held(n *authz.Need) string {
	near := ranked(n)
	if len(near) == 0 || near[0].Failed() != 1 || near[0].Checks[policy.Condition].Result != authz.Pass || near[0].Statement.If == nil {
		return ""
	}
	s := near[0].Statement
	return strings.ReplaceAll(s.Syntax.Words(s.Syntax.Clause().Where.If), "\n", " ")
}

// together is both conditions, once where they say the same.
func together(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "" || strings.EqualFold(dense(a), dense(b)):
		return a
	}
	return "all {" + a + ", " + b + "}"
}

// dense is a condition without its blanks.
func dense(s string) string { return strings.Join(strings.Fields(s), "") }

// leastSubject is the narrowest subject that a statement can give the caller of
// a need: a group it is in, the one that the nearest statement names where it
// names one, or everybody under a condition.
func leastSubject(n *authz.Need, d authz.Decision) (who, condition string) {
	p := n.Principal
	switch {
	case p.User != nil && len(p.User.Groups) > 0:
		g := p.User.Groups[0]
		if near := ranked(n); len(near) > 0 && near[0].Checks[policy.Subject].Group != nil {
			g = near[0].Checks[policy.Subject].Group
		}
		return "group " + qualified(g.Domain, g.Name), ""
	case p.User != nil:
		return "any-user", "request.user.id = " + policy.InQuotes(p.User.ID)
	case p.Kind == authz.Service:
		return "service " + policy.Quoted(p.Service), ""
	case p.Kind == authz.Workload:
		return "any-user", workload(p.Resource)
	case len(d.DynamicGroups) > 0:
		g := d.DynamicGroups[0]
		return "dynamic-group " + qualified(g.Domain, g.Name), ""
	}
	return "any-user", "request.principal.id = " + policy.InQuotes(p.Resource.ID)
}

func qualified(domain, name string) string {
	if strings.EqualFold(domain, tenancy.DefaultDomain) {
		return policy.Quoted(name)
	}
	return policy.Quoted(domain) + "/" + policy.Quoted(name)
}

// workload is the condition that names one pod's identity.
//
// https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
func workload(r *tenancy.Resource) string {
	return fmt.Sprintf("all {request.principal.type = 'workload', request.principal.namespace = %s, request.principal.service_account = %s, request.principal.cluster_id = %s}",
		policy.InQuotes(r.Namespace), policy.InQuotes(r.ServiceAccount), policy.InQuotes(r.Cluster))
}
