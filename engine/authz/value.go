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

// holds keeps the members of a set until the next comparison.
func (j *judge) holds(members ...string) held {
	from := len(j.texts)
	j.texts = append(j.texts, members...)
	return j.since(from)
}

// since is the set of the members that were kept after a point.
func (j *judge) since(from int) held {
	if len(j.texts) == from {
		return notCarried
	}
	return held{given, j.texts[from:len(j.texts):len(j.texts)]}
}

// value looks a variable up for one need. What the principal and the catalog
// rule out is absent whatever the request says; then comes what the person gave,
// then what follows from the tenancy.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/policyreference_topic-General_Variables_for_All_Requests.htm
func (j *judge) value(t policy.Term, n *Need) held {
	switch t.Text {
	case "request.permission":
		return j.holds(n.Permission.Name)
	case "request.operation":
		if op := j.request.Ask.Operation; op != nil {
			return j.holds(op.Name)
		}
	}
	if t.Var != nil && !j.carries(t.Var, n) {
		return notCarried
	}
	if v, ok := j.given(t.Text); ok {
		if v.Absent || len(v.Members) == 0 {
			return notCarried
		}
		return held{given, v.Members}
	}
	return j.derived(t.Text, n)
}

// given is what the person gave for a variable, by this name or another of it.
func (j *judge) given(name string) (Value, bool) {
	v, ok := j.request.Values[name]
	for _, other := range j.synonyms[name] {
		if !ok {
			v, ok = j.request.Values[other]
		}
	}
	return v, ok
}

// carries tells whether the principal is of a kind that has the variable, and
// the check of this permission one that carries it.
func (j *judge) carries(v *catalog.Variable, n *Need) bool {
	if len(v.Principals) > 0 && !slices.Contains(v.Principals, n.Principal.Kind.String()) {
		return false
	}
	return j.catalog.Presence(v, j.request.Ask.Operation, n.Permission) != catalog.Absent
}

// derived is what follows from the principal, the target, the time and the
// address.
func (j *judge) derived(name string, n *Need) held {
	h, ok := j.ofPrincipal(name, n)
	if !ok {
		h, ok = j.ofGroups(name, n)
	}
	if !ok {
		h, ok = j.ofTarget(name, n)
	}
	if !ok {
		h, ok = j.ofTime(name)
	}
	if !ok {
		h, _ = j.ofNetwork(name, n)
	}
	return h
}

func (j *judge) ofPrincipal(name string, n *Need) (held, bool) {
	p := n.Principal
	switch name {
	case "request.principal.type":
		return j.holds(p.Type()), true
	case "request.principal.id":
		return j.idOf(p), true
	}
	switch {
	case p.User != nil:
		return j.ofUser(name, p.User)
	case p.Resource != nil:
		return j.ofResource(name, p.Resource)
	}
	return held{}, false
}

func (j *judge) idOf(p Principal) held {
	switch {
	case p.User != nil:
		return j.holds(p.User.ID)
	case p.Resource != nil:
		return j.holds(p.Resource.ID)
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

func (j *judge) ofUser(name string, u *tenancy.User) (held, bool) {
	from := len(j.texts)
	switch name {
	case "request.user.id":
		return j.holds(u.ID), true
	case "request.user.name":
		return j.holds(u.Name), true
	case "request.domain.name":
		return j.holds(u.Domain), true
	case "request.groups.name":
		for _, g := range u.Groups {
			j.texts = append(j.texts, g.Name)
		}
		return j.since(from), true
	case "request.groups.id":
		for _, g := range u.Groups {
			j.texts = append(j.texts, g.ID)
		}
		return j.since(from), true
	}
	return held{}, false
}

func (j *judge) ofResource(name string, r *tenancy.Resource) (held, bool) {
	switch name {
	case "request.instance.id":
		return j.holds(r.ID), true
	case "request.principal.compartment.id", "request.instance.compartment.id", "request.resource.compartment.id":
		return j.holds(r.Compartment.ID), true
	case "request.principal.namespace":
		return j.some(r.Namespace), true
	case "request.principal.service_account":
		return j.some(r.ServiceAccount), true
	case "request.principal.cluster_id":
		return j.some(r.Cluster), true
	}
	return held{}, false
}

// some is a value that the tenancy may leave open.
func (j *judge) some(s string) held {
	if s == "" {
		return nobodyKnows
	}
	return j.holds(s)
}

// ofGroups is what follows from the principal's groups, plain or dynamic, and
// from the tags on them and on its compartment. Users live in the root.
//
// https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm
func (j *judge) ofGroups(name string, n *Need) (held, bool) {
	p, from := n.Principal, len(j.texts)
	if tag, ok := strings.CutPrefix(name, "request.principal.group.tag."); ok {
		return j.groupTags(tag, n), true
	}
	if tag, ok := strings.CutPrefix(name, "request.principal.compartment.tag."); ok {
		return j.homeTag(tag, n), true
	}
	if p.Resource == nil {
		return held{}, false
	}
	switch name {
	case "request.dynamicgroup.name":
		for _, g := range j.groupsOf(p, n.home) {
			j.texts = append(j.texts, g.Name)
		}
		return j.since(from), true
	case "request.dynamicgroup.id":
		for _, g := range j.groupsOf(p, n.home) {
			j.texts = append(j.texts, g.ID)
		}
		return j.since(from), true
	}
	return held{}, false
}

func (j *judge) groupTags(tag string, n *Need) held {
	from := len(j.texts)
	if u := n.Principal.User; u != nil {
		for _, g := range u.Groups {
			j.tag(from, tag, g.Tags)
		}
	} else {
		for _, g := range j.groupsOf(n.Principal, n.home) {
			j.tag(from, tag, g.Tags)
		}
	}
	return j.since(from)
}

func (j *judge) homeTag(tag string, n *Need) held {
	p, home, from := n.Principal, n.home.World.Root, len(j.texts)
	switch {
	case p.Resource != nil:
		home = p.Resource.Compartment
	case p.User == nil:
		return nobodyKnows
	}
	j.tag(from, tag, home.Tags)
	return j.since(from)
}

// tag keeps the value that one tag, written namespace.key, has in a set of tags,
// unless it is kept since a point already.
func (j *judge) tag(from int, tag string, tags tenancy.Tags) {
	namespace, key, _ := tagName(tag)
	if v, ok := tags.Value(namespace, key); ok && !slices.Contains(j.texts[from:], v) {
		j.texts = append(j.texts, v)
	}
}
