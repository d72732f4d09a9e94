package redact

import (
	"maps"
	"slices"

	"oci-policy-playground/engine/tenancy"
)

// spec is a tenancy without its names.
func (r *redactor) spec(s tenancy.Spec) tenancy.Spec {
	n := r.names
	next := tenancy.Spec{Name: s.Name, HomeRegion: s.HomeRegion, DenyPolicies: s.DenyPolicies, Administrators: s.Administrators}
	if s.Name != "" {
		next.Name = n.of("tenancy", s.Name)
	}
	next.ID = r.id(s.ID)
	next.DefinedTags = r.tags(s.DefinedTags)
	next.Compartments = r.compartments(s.Compartments)
	for _, d := range s.Domains {
		next.Domains = append(next.Domains, tenancy.DomainSpec{Name: n.of("domain", d.Name), ID: r.id(d.ID)})
	}
	for _, g := range s.Groups {
		name, domain := n.of("group", g.Name), n.of("domain", g.Domain)
		next.Groups = append(next.Groups, tenancy.GroupSpec{Name: name, ID: r.id(g.ID), Domain: domain, DefinedTags: r.tags(g.DefinedTags)})
	}
	for _, u := range s.Users {
		next.Users = append(next.Users, r.user(u))
	}
	for _, g := range s.DynamicGroups {
		name, domain := n.of("dynamic group", g.Name), n.of("domain", g.Domain)
		next.DynamicGroups = append(next.DynamicGroups, tenancy.DynamicGroupSpec{Name: name, ID: r.id(g.ID), Domain: domain, MatchingRule: r.rule(g.MatchingRule), DefinedTags: r.tags(g.DefinedTags)})
	}
	for _, res := range s.Resources {
		next.Resources = append(next.Resources, r.thing(res))
	}
	for _, source := range s.NetworkSources {
		next.NetworkSources = append(next.NetworkSources, r.source(source))
	}
	return next
}

func (r *redactor) user(u tenancy.UserSpec) tenancy.UserSpec {
	name, domain := r.names.of("user", u.Name), r.names.of("domain", u.Domain)
	next := tenancy.UserSpec{Name: name, ID: r.id(u.ID), Domain: domain}
	for _, g := range u.Groups {
		next.Groups = append(next.Groups, r.qualified("group", g))
	}
	return next
}

// qualified is a name with its domain or without.
func (r *redactor) qualified(kind, name string) string {
	if domain, short := tenancy.Unqualified(name); domain != "" {
		return r.names.of("domain", domain) + "/" + r.names.of(kind, short)
	}
	return r.names.of(kind, name)
}

func (r *redactor) thing(s tenancy.ResourceSpec) tenancy.ResourceSpec {
	n := r.names
	name := n.of(orElse(s.Type, "resource"), s.Name)
	next := tenancy.ResourceSpec{Name: name, Type: s.Type, ID: r.id(s.ID), Compartment: r.where(s.Compartment), DefinedTags: r.tags(s.DefinedTags),
		Cluster: s.Cluster, Namespace: n.of("namespace", s.Namespace), ServiceAccount: n.of("service-account", s.ServiceAccount)}
	if tenancy.IsOCID(s.Cluster) {
		next.Cluster = r.id(s.Cluster)
	} else if s.Cluster != "" {
		next.Cluster = n.of("cluster", s.Cluster)
	}
	return next
}

func (r *redactor) source(s tenancy.NetworkSourceSpec) tenancy.NetworkSourceSpec {
	next := tenancy.NetworkSourceSpec{Name: r.names.of("network-source", s.Name)}
	for _, text := range s.PublicSourceList {
		next.PublicSourceList = append(next.PublicSourceList, r.address(text))
	}
	return next
}

// address is another address or range, which is noted once.
func (r *redactor) address(old string) string {
	if r.learning {
		r.network.learn(old)
		return old
	}
	new := r.network.of(old)
	if !r.told[old] && old != new {
		r.told[old] = true
		r.names.pairs = append(r.names.pairs, Pair{"address", old, new})
	}
	return new
}

// where is a compartment by its path or its OCID.
func (r *redactor) where(place string) string {
	if _, ok := r.ids[place]; ok || tenancy.IsOCID(place) {
		return r.id(place)
	}
	return r.names.of("compartment", place)
}

func (r *redactor) compartments(all []tenancy.CompartmentSpec) []tenancy.CompartmentSpec {
	var next []tenancy.CompartmentSpec
	for _, c := range all {
		next = append(next, tenancy.CompartmentSpec{Name: r.names.of("compartment", c.Name), ID: r.id(c.ID), CompartmentID: r.where(c.CompartmentID),
			DefinedTags: r.tags(c.DefinedTags), Compartments: r.compartments(c.Compartments)})
	}
	return next
}

func (r *redactor) tags(t tenancy.Tags) tenancy.Tags {
	if t == nil {
		return nil
	}
	next := tenancy.Tags{}
	for _, namespace := range slices.Sorted(maps.Keys(t)) {
		next[namespace] = map[string]string{}
		for _, key := range slices.Sorted(maps.Keys(t[namespace])) {
			next[namespace][key] = r.value("tag."+namespace+"."+key, t[namespace][key])
		}
	}
	return next
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
