package authz

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// unenforced tells a test that never makes a Deny bite, for OCI does not enforce
// it there.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/known-issues/known-issues-deny-policies.htm
func unenforced(s *policy.Statement, l *policy.Leaf) bool {
	return s.Effect.Denies() && strings.HasPrefix(l.Left.Text, "target.dynamic-group.")
}

// inverted looks a permission up on the verbs of a type or family that a Deny
// takes away: the verb it names and those above, each member of a family by the
// verb that its own table has. What a lower verb gives stays.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm
func (j *judge) inverted(r *catalog.Resource, g *policy.Grants, p *catalog.Permission) standing {
	at := j.rung(r, p)
	highest := catalog.Verb(0)
	for _, row := range j.catalog.Level(r, p) {
		highest = max(highest, row.Verb)
	}
	if at.seed != 0 && g.Community {
		highest = at.seed
	}
	switch {
	case highest >= g.Verb:
		return standing{Pass, Carried, highest}
	case highest != 0:
		return standing{Fail, StartsAbove, highest}
	case at.fact != catalog.NotKnown:
		return standing{reason: OtherType}
	case at.least != 0 && g.Verb <= p.Above+1:
		return standing{Pass, Carried, at.least}
	}
	return standing{result: Unknown, reason: TableUnknown}
}
