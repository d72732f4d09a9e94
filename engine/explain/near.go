package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// ranked orders attempts that failed: the fewest facets first, then by how near
// the failing facet is to what the writer meant.
func ranked(near []*authz.Attempt) []*authz.Attempt {
	sorted := slices.Clone(near)
	slices.SortStableFunc(sorted, func(a, b *authz.Attempt) int {
		return cmp.Or(cmp.Compare(a.Failed(), b.Failed()), cmp.Compare(distance(a), distance(b)))
	})
	return sorted
}

// distance is small when a small edit would do: a statement OCI refuses, a
// condition, a place, a verb; then another subject; then another type.
func distance(a *authz.Attempt) int {
	far := 0
	for _, c := range a.Checks {
		if c.Result == authz.Fail {
			far += weight(c)
		}
	}
	return far
}

func weight(c authz.Check) int {
	switch c.Reason {
	case authz.Refused:
		return 0
	case authz.VerbTooWeak:
		return 3
	case authz.NotNamed, authz.NarrowedAway:
		return 4
	case authz.OtherType:
		return 9
	}
	return map[policy.Facet]int{policy.Condition: 1, policy.Location: 2, policy.Subject: 6}[c.Facet]
}

// fixes are edits of one statement that would make it grant: offered where a
// single facet fails and a single edit mends it.
func fixes(a *authz.Attempt, n *authz.Need) []source.Fix {
	if a.Failed() != 1 {
		return nil
	}
	for _, c := range a.Checks {
		if c.Result == authz.Fail {
			return fixesOf(c, a.Statement, n)
		}
	}
	return nil
}

func fixesOf(c authz.Check, s *policy.Statement, n *authz.Need) []source.Fix {
	switch c.Reason {
	case authz.Refused:
		return c.Problem.Fixes
	case authz.VerbTooWeak:
		verb := s.Allow().Do.(*syntax.Verb).Verb
		return []source.Fix{source.Replace(fmt.Sprintf("Change to `%s %s`", c.Least, c.Resource.Name), s.Syntax.Place(verb), c.Least.String())}
	case authz.NotNamed:
		names := s.Allow().Do.(*syntax.Permissions).Names
		end := s.Syntax.Place(names[len(names)-1]).End
		return []source.Fix{source.Replace("Add `"+n.Permission.Name+"`", source.Span{File: c.Span.File, Start: end, End: end}, ", "+n.Permission.Name)}
	case authz.Elsewhere:
		return moveTo(c, s, n)
	}
	return nil
}

// moveTo offers to name the target, and the whole tenancy, where the policy is
// attached high enough to speak of them.
func moveTo(c authz.Check, s *policy.Statement, n *authz.Need) []source.Fix {
	var all []source.Fix
	if n.Compartment.Within(s.AttachedTo) && n.Compartment.Parent != nil {
		there := policy.LocationOf(n.Compartment, s.AttachedTo)
		all = append(all, source.Replace("Change to `in "+there+"`", c.Span, there))
	}
	if s.AttachedTo.Parent == nil {
		all = append(all, source.Replace("Change to `in tenancy`", c.Span, "tenancy"))
	}
	return all
}

// least is the shortest statement that would grant everything missing, where
// one statement can: a single compartment, and the caller's own needs.
func least(d authz.Decision) (text, attach string) {
	missing := lacking(d.Formula)
	who, condition := leastSubject(d.Request.Principal)
	place := missing[0].Compartment
	var names []string
	for _, n := range missing {
		if n.Compartment != place || n.Principal != d.Request.Principal {
			return "", ""
		}
		if !slices.Contains(names, n.Permission.Name) {
			names = append(names, n.Permission.Name)
		}
	}
	root := place.Chain()[0]
	text = fmt.Sprintf("Allow %s to {%s} in %s%s", who, strings.Join(names, ", "), policy.LocationOf(place, root), condition)
	return text, root.Label()
}

// leastSubject is the narrowest subject that a statement can give a principal.
func leastSubject(p authz.Principal) (who, condition string) {
	switch {
	case p.User != nil && len(p.User.Groups) > 0:
		g := p.User.Groups[0]
		return "group " + qualified(g.Domain, g.Name), ""
	case p.User != nil:
		return "any-user", fmt.Sprintf(" where request.user.id = '%s'", p.User.ID)
	case p.Kind == authz.Service:
		return "service " + p.Service, ""
	case p.Kind == authz.Workload:
		return "any-user", workload(p)
	}
	return "any-user", fmt.Sprintf(" where request.principal.id = '%s'", p.Resource.ID)
}

func qualified(domain, name string) string {
	if strings.EqualFold(domain, "Default") {
		return policy.Quoted(name)
	}
	return policy.Quoted(domain) + "/" + policy.Quoted(name)
}

// workload is the condition that names one pod's identity.
//
// https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
func workload(p authz.Principal) string {
	return fmt.Sprintf(" where all {request.principal.type = 'workload', request.principal.namespace = '%s', request.principal.service_account = '%s', request.principal.cluster_id = '%s'}",
		p.Resource.Namespace, p.Resource.ServiceAccount, p.Resource.Cluster)
}
