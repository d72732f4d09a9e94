package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// leaf judges one comparison. A variable that the request does not carry makes
// it false, a negative one too; only `!variable` is true then. In a list, being
// in it is being equal to one member, so an absent member among others takes
// nothing away; being not in it is being unlike each.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
func (j *judge) leaf(c *Check, l *policy.Leaf, n *Need) {
	if l.Never != "" {
		c.Reason, c.Got = NeverTrue, l.Never
		return
	}
	left := j.value(l.Left, n)
	c.Got, c.Reason = left.show(), Compared
	if l.Op == policy.IsSet || l.Op == policy.IsUnset {
		presence(c, l, left)
		return
	}
	right := j.operands(l, n)
	c.Against = against(right)
	switch gap := firstGap(right); {
	case left.state == absent:
		c.Reason, c.Variable = NotCarried, l.Left.Text
	case gap.state == absent && (l.Op != policy.In && l.Op != policy.Intersect || len(right) == 1):
		c.Reason, c.Variable = NotCarried, gap.name
	case left.state == unknown:
		c.Result, c.Reason, c.Variable = Unknown, NotGiven, l.Left.Text
	case holdsFor(j.comparer(l), l.Op, left.members, right):
		c.Result = Pass
	case gap.state == unknown && undecided(j.comparer(l), l.Op, left.members, right):
		c.Result, c.Reason, c.Variable = Unknown, NotGiven, gap.name
	}
}

func presence(c *Check, l *policy.Leaf, left held) {
	switch {
	case left.state == unknown:
		c.Result, c.Reason, c.Variable = Unknown, NotGiven, l.Left.Text
	case (left.state == given) == (l.Op == policy.IsSet):
		c.Result = Pass
	}
}

func (h held) show() string {
	switch h.state {
	case absent:
		return "not carried"
	case unknown:
		return "not given"
	}
	return "'" + strings.Join(h.members, "', '") + "'"
}

// operand is one thing on the right-hand side: a literal, a pattern, or a
// variable's values. A variable that is absent or unknown has no members.
type operand struct {
	kind    policy.TermKind
	members []string
	state   state
	name    string // of a variable
}

func (j *judge) operands(l *policy.Leaf, n *Need) []operand {
	all := make([]operand, len(l.Right))
	for i, t := range l.Right {
		all[i] = operand{kind: t.Kind, state: given}
		if t.Kind == policy.Variable {
			h := j.value(t, n)
			all[i].members, all[i].state, all[i].name = h.members, h.state, t.Text
		} else {
			all[i].members = []string{t.Text}
		}
	}
	return all
}

// against is what a variable on the right-hand side holds.
func against(right []operand) string {
	for _, o := range right {
		if o.kind == policy.Variable && o.state == given {
			return held{given, o.members}.show()
		}
	}
	return ""
}

// firstGap is the operand to blame when not every operand has a value: an
// absent one if there is any, for it makes the test false.
func firstGap(all []operand) operand {
	gap := operand{state: given}
	for _, o := range all {
		if o.state == absent {
			return o
		}
		if o.state == unknown && gap.state == given {
			gap = o
		}
	}
	return gap
}

// undecided tells whether a test that the known operands do not make true hangs
// on the others. A test for being unlike all is false already when one of the
// known is alike; for being alike to one it is open.
func undecided(by comparer, op policy.Op, left []string, right []operand) bool {
	if op != policy.NotIn && op != policy.NotEqual {
		return true
	}
	return !slices.ContainsFunc(right, func(o operand) bool { return by.equal(left, o) })
}

// comparer tells how two single values compare, by the type of the variable.
type comparer struct {
	same  func(got, want string) bool
	order func(got, want string) (int, bool)
}

func (j *judge) comparer(l *policy.Leaf) comparer {
	typ := catalog.String
	if l.Left.Var != nil {
		typ = l.Left.Var.Type
	}
	switch typ {
	case catalog.RegionKey:
		return comparer{same: j.sameRegion}
	case catalog.Number, catalog.Month, catalog.Day:
		return comparer{same: sameNumber, order: orderNumbers}
	case catalog.Instant:
		return comparer{same: sameInstant, order: orderInstants}
	case catalog.Weekday, catalog.Boolean, catalog.TimeOfDay:
		return comparer{same: strings.EqualFold, order: orderNumbers}
	}
	if l.Fold {
		return comparer{same: strings.EqualFold, order: orderNumbers}
	}
	return comparer{same: func(got, want string) bool { return got == want }, order: orderNumbers}
}

// sameRegion takes a region's name and its key for one.
func (j *judge) sameRegion(got, want string) bool {
	a, known := j.catalog.Region(got)
	b, alsoKnown := j.catalog.Region(want)
	return known && alsoKnown && a.Name == b.Name || strings.EqualFold(got, want)
}

// holdsFor judges an operator over sets: what a request carries may be several
// values. Two sets are equal here when one lies in the other, so that a literal
// is equal to a set that holds it.
//
// https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm
func holdsFor(by comparer, op policy.Op, left []string, right []operand) bool {
	switch op {
	case policy.Equal, policy.In:
		return slices.ContainsFunc(right, func(o operand) bool { return by.equal(left, o) })
	case policy.NotEqual, policy.NotIn:
		return !slices.ContainsFunc(right, func(o operand) bool { return o.state != given || by.equal(left, o) })
	case policy.Intersect:
		return slices.ContainsFunc(right, func(o operand) bool { return slices.ContainsFunc(left, func(got string) bool { return by.in(got, o) }) })
	case policy.SameSet:
		return by.sameSet(left, right)
	case policy.Between:
		return between(left[0], right[0].members[0], right[1].members[0])
	case policy.Before, policy.After:
		return ordered(orderInstants, op, left, right[0].members[0])
	}
	return by.order != nil && right[0].state == given && ordered(by.order, op, left, right[0].members[0])
}

// equal: one side lies in the other. A side without a value is equal to nothing.
func (by comparer) equal(left []string, right operand) bool {
	if right.state != given {
		return false
	}
	if right.kind != policy.Variable {
		return slices.ContainsFunc(left, func(got string) bool { return by.in(got, right) })
	}
	return by.subset(left, right.members) || by.subset(right.members, left)
}

func (by comparer) subset(inner, outer []string) bool {
	for _, a := range inner {
		if !slices.ContainsFunc(outer, func(b string) bool { return by.same(a, b) }) {
			return false
		}
	}
	return true
}

// in tells whether a value is among an operand's, or matches its pattern.
// Patterns never mind case.
func (by comparer) in(got string, o operand) bool {
	if o.kind == policy.Pattern && o.state == given {
		return glob(strings.ToLower(o.members[0]), strings.ToLower(got))
	}
	return slices.ContainsFunc(o.members, func(want string) bool { return by.same(got, want) })
}

// sameSet: every member is matched by an operand, and every operand by a member.
func (by comparer) sameSet(left []string, right []operand) bool {
	if firstGap(right).state != given {
		return false
	}
	for _, got := range left {
		if !slices.ContainsFunc(right, func(o operand) bool { return by.in(got, o) }) {
			return false
		}
	}
	for _, o := range right {
		for _, want := range o.members {
			if !slices.ContainsFunc(left, func(got string) bool { return by.in(got, operand{kind: o.kind, members: []string{want}, state: given}) }) {
				return false
			}
		}
	}
	return true
}
