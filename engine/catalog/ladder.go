package catalog

import "slices"

// Fact is an answer that admits to not knowing.
type Fact uint8

// The answers.
const (
	KnownYes Fact = 1 + iota
	KnownNo
	NotKnown
)

// Least is the lowest verb at which a statement about r carries p, by Oracle's
// tables. With NotKnown the tables do not say; a verb beside it is the one from
// which on r carries p all the same.
//
// A family carries what its members carry
// (https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm).
func (c *Catalog) Least(r *Resource, p *Permission) (Verb, Fact) {
	least := c.lowest(r, p.id)
	switch {
	case least != 0:
		return least, KnownYes
	case r.Kind == AllKind && p.Unverbed():
		// The administrators' policy is manage all-resources, so that has everything.
		return Manage, NotKnown
	case c.silent(r, p):
		return 0, NotKnown
	}
	return 0, KnownNo
}

// lowest is the least verb among the rows that count for a statement about r.
func (c *Catalog) lowest(r *Resource, permission uint16) Verb {
	least := Verb(0)
	for _, row := range c.rows[permission] {
		if (least == 0 || row.verb < least) && c.passes(r, row.resource, permission) {
			least = row.verb
		}
	}
	return least
}

// passes reports that the row of a resource counts for a permission in a
// statement about r.
func (c *Catalog) passes(r *Resource, from, permission uint16) bool {
	if r.id != from && slices.Contains(r.excludes, permission) {
		return false
	}
	return c.reaches(r, from)
}

// silent reports that no table decides whether r carries p: p belongs to a type
// in r without a table, or to no type at all while r has such a type, or it
// belongs to r and only operations name it, or nobody knows which types of its
// service r has.
func (c *Catalog) silent(r *Resource, p *Permission) bool {
	if p.home == 0 {
		return !p.SeedOnly && c.blank(r)
	}
	home := &c.resources[p.home-1]
	if r.Kind == FamilyKind && r.Unknown && home.Service == r.Service {
		return true
	}
	return c.reaches(r, home.id) && (home.Unknown || p.Unverbed())
}

// blank reports that r or one of its members has no known table.
func (c *Catalog) blank(r *Resource) bool {
	return r.Unknown || slices.ContainsFunc(r.members, func(m uint16) bool { return c.blank(&c.resources[m]) })
}

// Carries answers whether verb v on r includes p, by Oracle's tables.
func (c *Catalog) Carries(r *Resource, v Verb, p *Permission) Fact {
	least, fact := c.Least(r, p)
	switch {
	case least != 0 && v >= least:
		return KnownYes
	case fact == NotKnown && v > p.Above:
		return NotKnown
	}
	return KnownNo
}

// SeedLeast is the lowest verb at which r carries p by the rule of the community
// list: the ending of the name decides. False outside that list.
func (c *Catalog) SeedLeast(r *Resource, p *Permission) (Verb, bool) {
	if p.SeedVerb == 0 || p.home == 0 || !c.reaches(r, p.home-1) {
		return 0, false
	}
	return p.SeedVerb, true
}

// Level lists the rows under r that carry p: the type's own, or those of the
// members of a family. A Deny statement takes away, per type, from a verb up:
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm
func (c *Catalog) Level(r *Resource, p *Permission) []Carrier {
	var level []Carrier
	for i, row := range p.rows {
		if c.passes(r, row.resource, p.id) {
			level = append(level, p.Carriers[i])
		}
	}
	return level
}

// Adds lists the permissions that verb v has on r over the verb below it, by name.
func (c *Catalog) Adds(r *Resource, v Verb) []string {
	var names []string
	for id, name := range c.permissionNames {
		least := c.lowest(r, uint16(id))
		if least == 0 && r.Kind == AllKind {
			least, _ = c.Least(r, c.permission(uint16(id)))
		}
		if least == v && v != 0 {
			names = append(names, name)
		}
	}
	return names
}
