package tenancy

import (
	"fmt"
	"strings"
)

// pending is a compartment that waits for its parent.
type pending struct {
	spec    CompartmentSpec
	pointer string
	parent  string // id or path
}

// compartments hangs the compartments under the root: first those written in
// their parent, then, round by round, those that name theirs.
func (b *builder) compartments() {
	waiting := b.nest(b.t.Root, b.spec.Compartments, "/compartments")
	for len(waiting) > 0 {
		left := b.round(waiting)
		if len(left) == len(waiting) {
			b.orphans(left)
			return
		}
		waiting = left
	}
}

// round places every waiting compartment whose parent stands, and returns the
// rest.
func (b *builder) round(waiting []pending) (left []pending) {
	for _, p := range waiting {
		if parent, ok := b.place(p.parent); ok {
			left = append(left, b.hang(parent, p.spec, p.pointer)...)
		} else {
			left = append(left, p)
		}
	}
	return left
}

func (b *builder) nest(parent *Compartment, specs []CompartmentSpec, at string) (waiting []pending) {
	for i, s := range specs {
		pointer := fmt.Sprintf("%s/%d", at, i)
		if s.CompartmentID != "" && s.CompartmentID != parent.ID {
			waiting = append(waiting, pending{s, pointer, s.CompartmentID})
			continue
		}
		waiting = append(waiting, b.hang(parent, s, pointer)...)
	}
	return waiting
}

func (b *builder) hang(parent *Compartment, s CompartmentSpec, at string) []pending {
	if s.Name == "" || strings.Contains(s.Name, ":") {
		b.report(at, "nameless", "a compartment needs a `name` without a colon", "It and what it holds are left out.")
		return nil
	}
	if _, twice := parent.Child(s.Name); twice {
		b.twice(at, "compartment", s.Name)
		return nil
	}
	if len(parent.Chain()) > MaxDepth {
		b.report(at, "too-deep", fmt.Sprintf("compartments nest at most %d deep", MaxDepth), "It and what it holds are left out.")
		return nil
	}
	c := &Compartment{Name: s.Name, Parent: parent, Tags: s.DefinedTags, Pointer: at}
	c.ID = orElse(s.ID, ocid("compartment", strings.ReplaceAll(c.Path(), ":", ".")))
	parent.Children = append(parent.Children, c)
	return b.nest(c, s.Compartments, at+"/compartments")
}

// orphans reports the compartments whose parents never came: either nobody has
// that name, or they wait for each other in a circle.
func (b *builder) orphans(left []pending) {
	for _, p := range left {
		if b.waitsIn(left, p.parent) {
			b.report(p.pointer+"/compartmentId", "circular-parent", fmt.Sprintf("compartment `%s` lies in itself", p.spec.Name),
				"Following `compartmentId` upwards comes back to it. It is left out; name a parent that leads to the root.")
		} else {
			b.report(p.pointer+"/compartmentId", "missing-parent", fmt.Sprintf("there is no compartment `%s`", p.parent),
				"Its child is left out. Name the parent by its id or its path from the root.")
		}
	}
}

func (b *builder) waitsIn(left []pending, parent string) bool {
	_, ok := first(left, func(p pending) bool {
		return p.spec.ID == parent || p.spec.Name == parent || ocid("compartment", p.spec.Name) == parent
	})
	return ok
}
