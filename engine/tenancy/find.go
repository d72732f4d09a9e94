package tenancy

import "strings"

// Compartment finds a compartment by its path from the root; "" and "tenancy"
// are the root itself.
func (t *Tenancy) Compartment(path string) (*Compartment, bool) {
	if path == "" || strings.EqualFold(path, "tenancy") {
		return t.Root, true
	}
	return t.Root.Walk(strings.Split(path, ":")...)
}

// CompartmentByID finds a compartment, or the root, by its OCID.
func (t *Tenancy) CompartmentByID(id string) (*Compartment, bool) {
	for _, c := range t.Root.All() {
		if c.ID == id {
			return c, true
		}
	}
	return nil, false
}

// Group finds a group by domain (empty for the default one) and name.
func (t *Tenancy) Group(domain, name string) (*Group, bool) {
	is := func(g *Group) bool { return g.Is(domain, name) }
	if g, ok := first(t.Groups, is); ok {
		return g, true
	}
	return first(t.builtIn, is)
}

// GroupByID finds a group by its OCID.
func (t *Tenancy) GroupByID(id string) (*Group, bool) {
	return first(t.Groups, func(g *Group) bool { return g.ID == id })
}

// DynamicGroup finds a dynamic group by domain and name.
func (t *Tenancy) DynamicGroup(domain, name string) (*DynamicGroup, bool) {
	return first(t.DynamicGroups, func(g *DynamicGroup) bool { return g.Is(domain, name) })
}

// DynamicGroupByID finds a dynamic group by its OCID.
func (t *Tenancy) DynamicGroupByID(id string) (*DynamicGroup, bool) {
	return first(t.DynamicGroups, func(g *DynamicGroup) bool { return g.ID == id })
}

// User finds a user by domain (empty for the default one) and name.
func (t *Tenancy) User(domain, name string) (*User, bool) {
	if domain == "" {
		domain = DefaultDomain
	}
	return first(t.Users, func(u *User) bool {
		return strings.EqualFold(u.Domain, domain) && strings.EqualFold(u.Name, name)
	})
}

// Resource finds a resource by type and name.
func (t *Tenancy) Resource(kind, name string) (*Resource, bool) {
	return first(t.Resources, func(r *Resource) bool {
		return strings.EqualFold(r.Type, kind) && strings.EqualFold(r.Name, name)
	})
}

func first[T any](all []T, is func(T) bool) (T, bool) {
	for _, one := range all {
		if is(one) {
			return one, true
		}
	}
	var none T
	return none, false
}
