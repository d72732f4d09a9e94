package authz

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// Land is a tenancy and the statements that hold in it.
type Land struct {
	Set   *policy.Set
	World *tenancy.Tenancy
}

// land is the tenancy that a compartment lies in.
func (j *judge) land(c *tenancy.Compartment) *Land {
	root := c.Root()
	for i := range j.lands {
		if j.lands[i].World.Root == root {
			return &j.lands[i]
		}
	}
	return &j.lands[0]
}

// home is the tenancy that a principal is of. A service is at home everywhere.
func (j *judge) home(p Principal, there *Land) *Land {
	if p.Kind == Service {
		return there
	}
	for i := range j.lands {
		if j.lands[i].World == p.Home {
			return &j.lands[i]
		}
	}
	return &j.lands[0]
}

// strange tells whether a statement's Admit speaks of those of a tenancy: it
// fails for another one, and nobody knows for one that names none.
func strange(c *Check, from policy.Reach, home *Land) bool {
	switch {
	case from.Any || from.ID == home.World.ID:
		return false
	case from.ID == "":
		c.Result, c.Reason = Unknown, NoTenancyNamed
	default:
		c.Reason = OtherTenancy
	}
	return c.Result == Fail
}

// admitted tells whether the subject of an Admit includes a principal of another
// tenancy, whose groups it knows by OCID.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm
func (j *judge) admitted(c *Check, s *policy.Statement, n *Need) {
	if strange(c, s.From, n.home) {
		return
	}
	unsure := *c
	switch s.Who.Kind {
	case policy.InGroups:
		j.strangers(c, s, n)
	case policy.InDynamicGroups:
		j.strangeResources(c, s, n)
	default:
		j.included(c, s, n)
	}
	if unsure.Result == Unknown && c.Result == Pass {
		c.Result, c.Reason = Unknown, unsure.Reason
	}
}

func (j *judge) strangers(c *Check, s *policy.Statement, n *Need) {
	c.Result, c.Reason = Fail, UsersOnly
	if n.Principal.Kind != User {
		return
	}
	c.Reason = NotInGroups
	for _, g := range n.Principal.User.Groups {
		if anyFold(s.Who.Aliases, g.ID) {
			c.Result, c.Reason, c.Group = Pass, InGroup, g
		}
	}
}

func (j *judge) strangeResources(c *Check, s *policy.Statement, n *Need) {
	c.Result, c.Reason = Fail, ResourcesOnly
	if !n.Principal.grouped() {
		return
	}
	c.Reason = NoRuleMatches
	for _, g := range j.groupsOf(n.Principal, n.home) {
		if anyFold(s.Who.Aliases, g.ID) {
			c.Result, c.Reason, c.DynamicGroup = Pass, RuleMatches, g
		}
	}
}

func anyFold(all []string, one string) bool {
	for _, s := range all {
		if strings.EqualFold(s, one) {
			return true
		}
	}
	return false
}

// reaches tells whether an Endorse speaks of the tenancy of the target, and in
// an association of the place of the caller's own resource too.
func reaches(c *Check, s *policy.Statement, n *Need) {
	to := s.To
	switch {
	case !to.Any && to.ID != n.there.World.ID:
		c.Reason = OtherTenancy
		return
	case n.Joins != nil && (s.Where == nil || !n.Joins.From.Within(s.Where)):
		c.Reason = Elsewhere
		return
	case to.Path != "":
		if at, ok := n.there.World.Compartment(to.Path); !ok || !n.Compartment.Within(at) {
			c.Reason = Elsewhere
			return
		}
	}
	c.Result, c.Reason = Pass, Reached
}
