package scenario

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
)

func (b *binder) ask(a Ask) authz.Ask {
	switch a := a.(type) {
	case *Call:
		return authz.Ask{Operation: b.operation(a.Name)}
	case *VerbOn:
		return authz.Ask{Verb: b.verb(a.Verb), Resource: b.typeNamed(a.Type)}
	case *Permissions:
		var ask authz.Ask
		for _, n := range a.Names {
			if p := b.permission(n); p != nil {
				ask.Permissions = append(ask.Permissions, p)
			}
		}
		return ask
	}
	panic("a sentence asks in a way of its own")
}

// operation finds the one operation of a name.
func (b *binder) operation(n *Name) *catalog.Operation {
	found := b.catalog.Operation(n.plain())
	switch len(found) {
	case 1:
		return found[0]
	case 0:
		b.unknownOperation(n)
	default:
		b.severalOperations(n, found)
	}
	return nil
}

func (b *binder) unknownOperation(n *Name) {
	if p, ok := b.catalog.Permission(n.plain()); ok {
		b.say("unknown-operation", n.Span(), fmt.Sprintf("`%s` is a permission, not an operation", p.Name), "Permissions are asked for in braces.",
			source.Replace("put it in braces", n.Span(), "{"+p.Name+"}"))
		return
	}
	if _, ok := b.catalog.Resource(n.plain()); ok {
		b.say("unknown-operation", n.Span(), fmt.Sprintf("`%s` is a resource type, not an operation", n.plain()),
			"A type is asked for with a verb in front.", source.Replace("ask to manage it", n.Span(), "manage "+n.plain()))
		return
	}
	b.unknown("operation", n, closest(n, b.catalog.Operations(), func(o *catalog.Operation) string { return o.Name }),
		"Operations have the names of Oracle's API, such as ListBuckets. A verb and a type such as `read buckets` can be asked for as well.")
}

func (b *binder) severalOperations(n *Name, found []*catalog.Operation) {
	narrow := func(o *catalog.Operation) string { return o.Service + ":" + o.Name }
	var fixes []source.Fix
	for _, o := range found[:min(4, len(found))] {
		fixes = append(fixes, source.Replace(fmt.Sprintf("write `%s`", narrow(o)), n.Span(), narrow(o)))
	}
	b.say("ambiguous-operation", n.Span(), fmt.Sprintf("%d services have an operation `%s`", len(found), found[0].Name),
		fmt.Sprintf("Write the service in front: %s.", listed(found, narrow)), fixes...)
}

func (b *binder) verb(n *Name) catalog.Verb {
	v, ok := catalog.ParseVerb(n.plain())
	if !ok {
		verbs := []catalog.Verb{catalog.Inspect, catalog.Read, catalog.Use, catalog.Manage}
		b.unknown("verb", n, closest(n, slices.Values(verbs), catalog.Verb.String), "The verbs are inspect, read, use and manage. An operation is written as one word.")
	}
	return v
}

// typeNamed finds a resource type or family, by another name of it too.
func (b *binder) typeNamed(n *Name) *catalog.Resource {
	if r, ok := b.catalogued(n.plain()); ok {
		return r
	}
	b.unknown("resource type", n, closest(n, b.catalog.Resources(), func(r *catalog.Resource) string { return r.Name }),
		"Types and families are written as in a statement, such as `buckets` or `object-family`. The catalog of this page lists them.")
	return nil
}

func (b *binder) catalogued(name string) (*catalog.Resource, bool) {
	if r, ok := b.catalog.Resource(name); ok {
		return r, true
	}
	alias, ok := b.catalog.Alias(name)
	if !ok || alias.Kind == catalog.Mistake {
		return nil, false
	}
	return b.catalog.Resource(alias.Resource)
}

func (b *binder) permission(n *Name) *catalog.Permission {
	p, ok := b.catalog.Permission(n.plain())
	if !ok {
		b.unknown("permission", n, closest(n, b.catalog.Permissions(), func(p *catalog.Permission) string { return p.Name }),
			"Permissions are written as in a statement, such as `BUCKET_READ`. The catalog of this page lists them.")
	}
	return p
}

// touched is the types whose resources the ask reaches, in order; every says
// that it reaches all there are.
func (b *binder) touched() (types []string, every bool) {
	ask := b.request.Ask
	switch {
	case ask.Resource != nil && ask.Resource.Kind == catalog.AllKind:
		return nil, true
	case ask.Resource != nil:
		types = append([]string{ask.Resource.Name}, ask.Resource.Members...)
	case ask.Permissions != nil:
		for _, p := range ask.Permissions {
			types = b.typesOf(types, p.Name)
		}
	case ask.Operation != nil:
		for n := range leaves(&ask.Operation.Needs) {
			types = b.typesOf(types, n.Permission)
		}
	}
	slices.Sort(types)
	return slices.Compact(types), false
}

// typesOf adds the types that a permission belongs to.
func (b *binder) typesOf(types []string, permission string) []string {
	p, ok := b.catalog.Permission(permission)
	if !ok {
		return types
	}
	for _, c := range p.Carriers {
		if r, ok := b.catalog.Resource(c.Resource); ok && r.Kind == catalog.TypeKind {
			types = append(types, r.Name)
		}
	}
	if p.Type != "" {
		types = append(types, p.Type, p.On())
	}
	return types
}

func has(types []string, name string) bool {
	return slices.ContainsFunc(types, func(t string) bool { return strings.EqualFold(t, name) })
}
