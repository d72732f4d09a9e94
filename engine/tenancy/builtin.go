package tenancy

import (
	"slices"
	"strings"
)

// everybody is the group that holds all users of a domain without anybody's
// doing. Every domain comes with one.
//
// https://docs.oracle.com/iaas/Content/Identity/groups/managinggroups.htm
const everybody = "All-Domain-Users"

// builtIn adds the groups that are there though nobody described them.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policygetstarted.htm
func (b *builder) builtIn() {
	b.t.builtIn = append(b.t.builtIn, b.standing(DefaultDomain, "Administrators"))
	for _, domain := range b.t.Domains {
		b.t.builtIn = append(b.t.builtIn, b.standing(domain, everybody))
	}
}

// standing is the group as described, or one of that name.
func (b *builder) standing(domain, name string) *Group {
	if g, ok := b.t.Group(domain, name); ok {
		return g
	}
	n := named{Name: name, Domain: domain}
	n.ID = ocid("group", strings.ReplaceAll(n.Qualified(), "/", "."))
	return &Group{n}
}

// Everybody is the group of all users of a domain.
func (t *Tenancy) Everybody(domain string) *Group {
	g, _ := first(t.builtIn, func(g *Group) bool { return g.Is(domain, everybody) })
	return g
}

// In tells whether a user is in a group.
func (u *User) In(g *Group) bool {
	return slices.Contains(u.Groups, g) || g.Is(u.Domain, everybody)
}
