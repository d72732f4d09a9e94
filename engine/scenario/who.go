package scenario

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// who finds the caller. A word before the name says what kind of caller it is.
func (b *binder) who(w *Who) authz.Principal {
	world, ok := b.world(w.Of)
	if !ok {
		return authz.Principal{}
	}
	if w.Kind == nil {
		return b.user(world, w.Name)
	}
	switch kind := strings.ToLower(w.Kind.plain()); kind {
	case "user":
		return b.user(world, w.Name)
	case "service":
		return authz.Principal{Kind: authz.Service, Service: w.Name.plain()}
	default:
		return b.resource(world, kind, w)
	}
}

// user finds a user by name, with a domain in front or without.
func (b *binder) user(world *tenancy.Tenancy, n *Name) authz.Principal {
	domain, short := tenancy.Unqualified(n.plain())
	u, ok := world.User(domain, short)
	if !ok {
		otherwise := "Users are in tenancy.json under `users`. Add this one, or name one there is."
		_, group := world.Group(domain, short)
		if group {
			otherwise = "It is a group, and a check is about one caller. Name a user who is in it."
		}
		near := inAnotherDomain(world, short)
		if near == "" {
			near = closest(n, slices.Values(world.Users), (*tenancy.User).Qualified)
		}
		d := b.unknown("user", n, near, otherwise)
		if world == b.worlds[0] && !group {
			d.Missing = &source.Missing{Kind: "user", Name: tenancy.Qualified(domain, short)}
		}
	}
	return authz.Principal{Kind: authz.User, Home: world, User: u}
}

// inAnotherDomain is the first user of that name in any domain.
func inAnotherDomain(world *tenancy.Tenancy, name string) string {
	for _, u := range world.Users {
		if strings.EqualFold(u.Name, name) {
			return u.Qualified()
		}
	}
	return ""
}

// resource finds a resource that acts as itself.
func (b *binder) resource(world *tenancy.Tenancy, kind string, w *Who) authz.Principal {
	r, ok := world.Resource(kind, w.Name.plain())
	if !ok {
		b.unknownResource(world, kind, w)
	}
	switch kind {
	case "instance":
		return authz.Principal{Kind: authz.Instance, Home: world, Resource: r}
	case "workload":
		return authz.Principal{Kind: authz.Workload, Home: world, Resource: r}
	}
	return authz.Principal{Kind: authz.ResourcePrincipal, Home: world, Resource: r}
}

// unknownResource says whether the name or the type is at fault.
func (b *binder) unknownResource(world *tenancy.Tenancy, kind string, w *Who) {
	all := slices.Values(world.Resources)
	typed := slices.DeleteFunc(slices.Clone(world.Resources), func(r *tenancy.Resource) bool { return !strings.EqualFold(r.Type, kind) })
	near := closest(w.Name, slices.Values(typed), func(r *tenancy.Resource) string { return r.Name })
	switch {
	case near != "":
		b.unknown(kind, w.Name, near, "")
	case len(typed) > 0:
		b.unknown(kind, w.Name, "", fmt.Sprintf("Resources are in tenancy.json under `resources`. Those of this type are %s.",
			listed(typed, func(r *tenancy.Resource) string { return r.Name })))
	default:
		b.unknown("resource type", w.Kind, closest(w.Kind, all, func(r *tenancy.Resource) string { return r.Type }),
			"No resource in tenancy.json has this type. Add it under `resources`; a user is named without a word in front.")
	}
}

// listed is the names of things in a sentence, the first few of many.
func listed[T any](things []T, called func(T) string) string {
	const most = 8
	var texts []string
	for _, t := range things[:min(most, len(things))] {
		texts = append(texts, "`"+show(called(t))+"`")
	}
	if rest := len(things) - most; rest > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(texts, ", "), rest)
	}
	return strings.Join(texts, ", ")
}
