package catalog

import "slices"

// Kind tells a resource type from a family.
type Kind uint8

// The kinds of things a statement names after the verb.
const (
	TypeKind Kind = 1 + iota
	FamilyKind
	AllKind // all-resources
)

// Resource is a resource type, a family of them, or all-resources.
type Resource struct {
	Name     string
	Service  string // the service's key
	Kind     Kind
	Members  []string // of a family
	Limited  []string // members that count only through the family's own rows
	Excludes []string // permissions of members that the family does not pass on
	Unknown  bool     // its verb table is not known, nor that of any member: what it gives is unknown, not nothing
	Note     string
	Source   string

	id       uint16
	adds     [Manage + 1][]uint16
	members  []uint16
	limited  []uint16
	excludes []uint16
}

// Resource finds a type, a family or all-resources by its exact name, in any case.
func (c *Catalog) Resource(name string) (*Resource, bool) {
	i, ok := find(len(c.resources), name, func(i int) string { return c.resources[i].Name })
	if !ok {
		return nil, false
	}
	return &c.resources[i], true
}

// Includes reports that a statement about r is also one about the type named:
// r is that type, a family it is in, or all-resources.
func (c *Catalog) Includes(r *Resource, typeName string) bool {
	t, ok := c.Resource(typeName)
	return ok && c.reaches(r, t.id)
}

// reaches reports that the rows of the resource with this index count for r.
func (c *Catalog) reaches(r *Resource, id uint16) bool {
	if r.Kind == AllKind || r.id == id {
		return true
	}
	if slices.Contains(r.limited, id) {
		return false
	}
	return slices.ContainsFunc(r.members, func(m uint16) bool { return c.reaches(&c.resources[m], id) })
}
