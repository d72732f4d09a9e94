package catalog

import "slices"

// Presence says whether a request carries a variable. A test of a variable that
// the request does not carry is false, also a negative one:
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
type Presence uint8

// Whether a variable is there.
const (
	Present Presence = 1 + iota
	Absent
	Unsure // it hangs on which call is made, or nobody documents it
)

// rule is one exception of a variable: calls on which it is there, or is not.
type rule struct {
	kind ruleKind
	id   uint16
}

type ruleKind uint16

const (
	onList       ruleKind = 1 + iota // every list call
	onCreate                         // what a create call asks of the resource to come
	onOperation                      // one call
	onPermission                     // one permission, in whichever call
	onType                           // every permission of one type
	onEvery                          // every call: for variables that a few calls alone carry
)

// Presence tells whether the check of a permission carries a variable. The check
// matters, not the call: a launch asks about an image and a subnet as well, and
// each answer sees its own target only. op is nil for a request that names a
// permission and no call; then all calls that need it are asked.
func (c *Catalog) Presence(v *Variable, op *Operation, p *Permission) Presence {
	if op != nil {
		return c.carried(v, op, p)
	}
	calls := c.callsOf(p)
	if len(calls) == 0 {
		return c.carried(v, nil, p)
	}
	first := c.carried(v, c.operation(calls[0]), p)
	for _, id := range calls[1:] {
		if c.carried(v, c.operation(id), p) != first {
			return Unsure
		}
	}
	return first
}

func (c *Catalog) carried(v *Variable, op *Operation, p *Permission) Presence {
	switch {
	case c.excepted(v.present, op, p):
		return Present
	case c.excepted(v.absent, op, p):
		return Absent
	case len(v.types) == 0:
		return Present
	case p.home == 0:
		return Unsure
	case !slices.Contains(v.types, p.home-1):
		return Absent
	case op == nil && p.listed && slices.Contains(v.absent, rule{onList, 0}):
		return Unsure
	}
	return Present
}

func (c *Catalog) excepted(rules []rule, op *Operation, p *Permission) bool {
	return slices.ContainsFunc(rules, func(r rule) bool { return c.covers(r, op, p) })
}

func (c *Catalog) covers(r rule, op *Operation, p *Permission) bool {
	switch r.kind {
	case onPermission:
		return r.id == p.id
	case onType:
		return r.id+1 == p.home
	case onOperation:
		return op != nil && op.id == r.id
	case onList:
		return op != nil && op.Kind == ListOp
	case onCreate:
		return op != nil && op.Kind == CreateOp && p.creates
	case onEvery:
		return true
	}
	panic("catalog: a rule of no kind")
}
