package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// held is what the check of one permission holds under a variable.
type held struct {
	state   state
	members []string
}

type state uint8

const (
	unknown state = iota // it applies, but nobody gave it
	absent               // the request does not carry it
	given
)

var nobodyKnows, notCarried = held{}, held{state: absent}

func holds(members ...string) held {
	if len(members) == 0 {
		return notCarried
	}
	return held{given, members}
}

// value looks a variable up for one need. What the principal and the catalog
// rule out is absent whatever the request says; then comes what the person gave,
// then what follows from the tenancy.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/policyreference_topic-General_Variables_for_All_Requests.htm
func (j *judge) value(t policy.Term, n *Need) held {
	switch t.Text {
	case "request.permission":
		return holds(n.Permission.Name)
	case "request.operation":
		if op := j.request.Ask.Operation; op != nil {
			return holds(op.Name)
		}
	}
	if t.Var != nil && !j.carries(t.Var, n) {
		return notCarried
	}
	if v, ok := j.request.Values[t.Text]; ok {
		if v.Absent {
			return notCarried
		}
		return holds(v.Members...)
	}
	return j.derived(t.Text, n)
}

// carries tells whether the principal is of a kind that has the variable, and
// the check of this permission one that carries it.
func (j *judge) carries(v *catalog.Variable, n *Need) bool {
	if len(v.Principals) > 0 && !slices.Contains(v.Principals, n.Principal.Kind.String()) {
		return false
	}
	return j.catalog.Presence(v, j.request.Ask.Operation, n.Permission) != catalog.Absent
}

// derived is what follows from the principal, the target, the time and the address.
func (j *judge) derived(name string, n *Need) held {
	for _, from := range [...]func(string, *Need) (held, bool){ofPrincipal, j.ofGroups, j.ofTarget, j.ofTime, j.ofNetwork} {
		if h, ok := from(name, n); ok {
			return h
		}
	}
	return nobodyKnows
}

func ofPrincipal(name string, n *Need) (held, bool) {
	p := n.Principal
	switch name {
	case "request.principal.type":
		return holds(p.Type()), true
	case "request.principal.id":
		return idOf(p), true
	}
	switch {
	case p.User != nil:
		return ofUser(name, p.User)
	case p.Resource != nil:
		return ofResource(name, p)
	}
	return held{}, false
}

func idOf(p Principal) held {
	switch {
	case p.User != nil:
		return holds(p.User.ID)
	case p.Resource != nil:
		return holds(p.Resource.ID)
	}
	return nobodyKnows
}

// Type is what request.principal.type holds: for a resource the type in its
// OCID, for a service its name.
func (p Principal) Type() string {
	switch p.Kind {
	case User:
		return "user"
	case Workload:
		return "workload"
	case Service:
		return p.Service
	}
	return p.Resource.Type
}

func ofUser(name string, u *tenancy.User) (held, bool) {
	switch name {
	case "request.user.id":
		return holds(u.ID), true
	case "request.user.name":
		return holds(u.Name), true
	case "request.domain.name":
		return holds(u.Domain), true
	case "request.groups.name":
		return holds(each(u.Groups, func(g *tenancy.Group) string { return g.Name })...), true
	case "request.groups.id":
		return holds(each(u.Groups, func(g *tenancy.Group) string { return g.ID })...), true
	}
	return held{}, false
}

func ofResource(name string, p Principal) (held, bool) {
	r := p.Resource
	switch name {
	case "request.instance.id":
		return holds(r.ID), true
	case "request.principal.compartment.id", "request.instance.compartment.id", "request.resource.compartment.id":
		return holds(r.Compartment.ID), true
	case "request.principal.namespace":
		return some(r.Namespace), true
	case "request.principal.service_account":
		return some(r.ServiceAccount), true
	case "request.principal.cluster_id":
		return some(r.Cluster), true
	}
	return held{}, false
}

// some is a value that the tenancy may leave open.
func some(s string) held {
	if s == "" {
		return nobodyKnows
	}
	return holds(s)
}

// ofGroups is what follows from the principal's groups, plain or dynamic, and
// from the tags on them and on its compartment. Users live in the root.
//
// https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm
func (j *judge) ofGroups(name string, n *Need) (held, bool) {
	p := n.Principal
	if tag, ok := strings.CutPrefix(name, "request.principal.group.tag."); ok {
		return holds(tagValues(tag, j.groupTags(n))...), true
	}
	if tag, ok := strings.CutPrefix(name, "request.principal.compartment.tag."); ok {
		return j.homeTag(tag, n), true
	}
	if p.Resource == nil {
		return held{}, false
	}
	switch name {
	case "request.dynamicgroup.name":
		return holds(each(j.groupsOf(p, n.home), func(g *tenancy.DynamicGroup) string { return g.Name })...), true
	case "request.dynamicgroup.id":
		return holds(each(j.groupsOf(p, n.home), func(g *tenancy.DynamicGroup) string { return g.ID })...), true
	}
	return held{}, false
}

func (j *judge) groupTags(n *Need) []tenancy.Tags {
	p := n.Principal
	if p.User != nil {
		return each(p.User.Groups, func(g *tenancy.Group) tenancy.Tags { return g.Tags })
	}
	return each(j.groupsOf(p, n.home), func(g *tenancy.DynamicGroup) tenancy.Tags { return g.Tags })
}

func (j *judge) homeTag(tag string, n *Need) held {
	p, home := n.Principal, n.home.World.Root
	switch {
	case p.Resource != nil:
		home = p.Resource.Compartment
	case p.User == nil:
		return nobodyKnows
	}
	return holds(tagValues(tag, []tenancy.Tags{home.Tags})...)
}

// tagValues is the values of one tag, written namespace.key, over several sets.
func tagValues(tag string, sets []tenancy.Tags) []string {
	namespace, key, _ := tagName(tag)
	var values []string
	for _, tags := range sets {
		if v, ok := tags.Value(namespace, key); ok && !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}

func each[A, B any](all []A, f func(A) B) []B {
	out := make([]B, len(all))
	for i, a := range all {
		out[i] = f(a)
	}
	return out
}
