package tenancy

import (
	"slices"
	"strings"
)

// Compartment is a node of the tree. The root stands for the tenancy; its path
// is empty.
type Compartment struct {
	Name, ID string
	Parent   *Compartment // nil for the root
	Children []*Compartment
	Tags     Tags
	Pointer  string // to it in the JSON of the tenancy; "" for the root
}

// Path is the names from below the root down to here, joined by colons.
func (c *Compartment) Path() string {
	if c.Parent == nil {
		return ""
	}
	if up := c.Parent.Path(); up != "" {
		return up + ":" + c.Name
	}
	return c.Name
}

// PathFrom is the path of c as a policy attached to from writes it.
func (c *Compartment) PathFrom(from *Compartment) string {
	if c == from {
		return c.Name
	}
	return strings.TrimPrefix(strings.TrimPrefix(c.Path(), from.Path()), ":")
}

// Label is the path, or the tenancy's name for the root.
func (c *Compartment) Label() string {
	if c.Parent == nil {
		return c.Name + " (root)"
	}
	return c.Path()
}

// Within reports whether c is ancestor or lies below it.
func (c *Compartment) Within(ancestor *Compartment) bool {
	for ; c != nil; c = c.Parent {
		if c == ancestor {
			return true
		}
	}
	return false
}

// Root is the root of the tree that c stands in.
func (c *Compartment) Root() *Compartment {
	for c.Parent != nil {
		c = c.Parent
	}
	return c
}

// Chain is the compartments from the root down to c.
func (c *Compartment) Chain() []*Compartment {
	var up []*Compartment
	for ; c != nil; c = c.Parent {
		up = append(up, c)
	}
	slices.Reverse(up)
	return up
}

// Child is the child of that name or OCID. Names are compared without regard to
// case.
func (c *Compartment) Child(name string) (*Compartment, bool) {
	for _, child := range c.Children {
		if strings.EqualFold(child.Name, name) || child.ID == name {
			return child, true
		}
	}
	return nil, false
}

// Walk follows the names down from c, each the child of the one before.
func (c *Compartment) Walk(names ...string) (*Compartment, bool) {
	for _, name := range names {
		next, ok := c.Child(name)
		if !ok {
			return nil, false
		}
		c = next
	}
	return c, true
}

// All is c and everything below it, parents first.
func (c *Compartment) All() []*Compartment {
	all := []*Compartment{c}
	for _, child := range c.Children {
		all = append(all, child.All()...)
	}
	return all
}

// CommonAncestor is the lowest compartment that both lie in.
func CommonAncestor(a, b *Compartment) *Compartment {
	for !b.Within(a) {
		a = a.Parent
	}
	return a
}
