package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// about begins the check of a facet. There is no more to it where OCI would not
// save the statement for that.
func (c *Check) about(s *policy.Statement, f policy.Facet) (judged bool) {
	if len(s.Faults) > 0 {
		if problem := s.Fault(f); problem != nil {
			*c = Check{Facet: f, Reason: Refused, Span: s.InFile(problem.Span), Problem: problem}
			return false
		}
	}
	*c = Check{Facet: f, Span: s.Span(f)}
	return true
}

// subject tells whether a statement speaks of the principal.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
func (j *judge) subject(c *Check, s *policy.Statement, n *Need) {
	switch {
	case !c.about(s, policy.Subject):
	case s.Effect.Denies() && s.Effect != policy.DenyAdmit && exempt(c, n.Principal):
	case s.Effect == policy.Admit || s.Effect == policy.DenyAdmit:
		j.admitted(c, s, n)
	default:
		j.included(c, s, n)
	}
}

// exempt tells whether a caller is in the group that no Deny concerns.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm
func exempt(c *Check, p Principal) bool {
	if p.Kind != User {
		return false
	}
	for _, g := range p.User.Groups {
		if g.Is(tenancy.DefaultDomain, "Administrators") {
			c.Reason, c.Group = Exempt, g
			return true
		}
	}
	return false
}

// included tells whether a subject that names its own tenancy's principals
// includes one.
func (j *judge) included(c *Check, s *policy.Statement, n *Need) {
	switch s.Who.Kind {
	case policy.InGroups:
		inGroups(c, s.Who.Groups, n.Principal)
	case policy.InDynamicGroups:
		j.inDynamicGroups(c, s.Who.DynamicGroups, n.Principal)
	case policy.AreServices:
		j.amongServices(c, s.Who.Services, n.Principal)
	case policy.AnyUser:
		c.Result, c.Reason = Pass, Everyone
	case policy.AnyGroup:
		anyGroup(c, n.Principal)
	}
}

// amongServices looks a service up by its name. Where the name holds a region
// that nobody gave, a name that differs in its region alone may be the one.
func (j *judge) amongServices(c *Check, names []string, p Principal) {
	c.Reason = NotService
	if p.Kind != Service {
		return
	}
	for _, name := range names {
		if strings.EqualFold(name, p.Service) {
			c.Result, c.Reason = Pass, IsService
			return
		}
		if j.fits(name, p.Service) {
			c.Result, c.Reason, c.Variable = Unknown, MaybeService, "request.region"
		}
	}
}

// fits tells whether a service's name is a template with some region put in.
func (j *judge) fits(name, template string) bool {
	stem, end, regional := strings.Cut(strings.ToLower(template), anyRegion)
	region, begins := strings.CutPrefix(strings.ToLower(name), stem)
	region, ends := strings.CutSuffix(region, end)
	_, known := j.catalog.Region(region)
	return regional && begins && ends && known
}

func inGroups(c *Check, groups []*tenancy.Group, p Principal) {
	if p.Kind != User {
		c.Reason = UsersOnly
		return
	}
	c.Reason = NotInGroups
	for _, g := range p.User.Groups {
		if slices.Contains(groups, g) {
			c.Result, c.Reason, c.Group = Pass, InGroup, g
			return
		}
	}
	if i := slices.IndexFunc(groups, p.User.In); i >= 0 {
		c.Result, c.Reason, c.Group = Pass, InGroup, groups[i]
	}
}

// anyGroup: two pages of Oracle define any-group differently; both leave
// services out, neither speaks of workloads.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policysyntax.htm
func anyGroup(c *Check, p Principal) {
	switch p.Kind {
	case Service:
		c.Reason = NotEveryone
	case Workload:
		c.Result, c.Reason = Unknown, MaybeEveryone
	default:
		c.Result, c.Reason = Pass, Everyone
	}
}

// location tells whether the target lies in the compartment a statement names,
// or below it.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
func (j *judge) location(c *Check, s *policy.Statement, n *Need) {
	switch {
	case !c.about(s, policy.Location):
	case s.Effect == policy.Endorse || s.Effect == policy.DenyEndorse:
		reaches(c, s, n)
	case n.Compartment.Within(s.Where):
		c.Result, c.Reason = Pass, Inherited
	default:
		c.Reason = Elsewhere
	}
}

// condition judges the where clause with the variables of one need.
func (j *judge) condition(c *Check, s *policy.Statement, n *Need) {
	switch {
	case !c.about(s, policy.Condition):
	case s.If == nil:
		c.Result, c.Reason = Pass, NoCondition
	default:
		*c = j.test(s, s.If, n)
	}
}

// test judges a condition, whole, so that every leaf can be shown.
func (j *judge) test(s *policy.Statement, t policy.Test, n *Need) Check {
	c := Check{Facet: policy.Condition, Reason: Tested, Span: s.Syntax.Place(t.Node())}
	switch t := t.(type) {
	case *policy.Every:
		c.Want, c.Result = "all", Pass
		c.Under = j.tests(s, t.Under, n)
		for _, u := range c.Under {
			c.Result = both(c.Result, u.Result)
		}
	case *policy.Some:
		c.Want = "any"
		c.Under = j.tests(s, t.Under, n)
		for _, u := range c.Under {
			c.Result = either(c.Result, u.Result)
		}
	case *policy.Leaf:
		if unenforced(s, t) {
			c.Reason, c.Variable = NotEnforced, t.Left.Text
		} else {
			j.leaf(&c, t, n)
		}
		c.Want = s.Syntax.Words(t.Syntax)
	default:
		panic("a condition that nobody judges")
	}
	return c
}

func (j *judge) tests(s *policy.Statement, under []policy.Test, n *Need) []Check {
	checks := make([]Check, len(under))
	for i, u := range under {
		checks[i] = j.test(s, u, n)
	}
	return checks
}
