package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/policy"
)

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
	return right[0].state == given && ordered(by.order, op, left, right[0].members[0])
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
		return MatchesPattern(strings.ToLower(o.members[0]), strings.ToLower(got))
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
