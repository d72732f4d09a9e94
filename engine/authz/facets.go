package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// refused is the check of a facet that OCI would not save.
func refused(s *policy.Statement, f policy.Facet) (Check, bool) {
	if len(s.Faults) == 0 {
		return Check{}, false
	}
	problem, ok := s.Fault(f)
	return Check{Facet: f, Reason: Refused, Span: problem.Span, Problem: &problem}, ok
}

// subject tells whether a statement speaks of the principal.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
func (j *judge) subject(s *policy.Statement, p Principal) Check {
	if c, ok := refused(s, policy.Subject); ok {
		return c
	}
	c := Check{Facet: policy.Subject, Span: s.Span(policy.Subject)}
	switch s.Who.Kind {
	case policy.InGroups:
		inGroups(&c, s.Who.Groups, p)
	case policy.InDynamicGroups:
		j.inDynamicGroups(&c, s.Who.DynamicGroups, p)
	case policy.AreServices:
		j.amongServices(&c, s.Who.Services, p)
	case policy.AnyUser:
		c.Result, c.Reason = Pass, Everyone
	case policy.AnyGroup:
		anyGroup(&c, p)
	}
	return c
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

// grant tells whether what a statement grants includes a permission.
func (j *judge) grant(s *policy.Statement, p *catalog.Permission) Check {
	if c, ok := refused(s, policy.Grant); ok {
		return c
	}
	c := Check{Facet: policy.Grant, Span: s.Span(policy.Grant)}
	if s.Grants.Verb != 0 {
		j.byVerb(&c, s.Grants, p)
	} else {
		j.byName(&c, s.Grants, p)
	}
	return c
}

func (j *judge) byName(c *Check, g policy.Grants, p *catalog.Permission) {
	switch {
	case !slices.Contains(g.Permissions, p):
		c.Reason = NotNamed
	case g.Narrow != nil && p.Type != "" && !j.within(g.Narrow, p):
		c.Reason, c.Resource = NarrowedAway, g.Narrow
	default:
		c.Result, c.Reason = Pass, Named
	}
}

// within tells whether a permission belongs to a type or family.
func (j *judge) within(r *catalog.Resource, p *catalog.Permission) bool {
	return j.catalog.Includes(r, p.Type) || j.catalog.Carries(r, catalog.Manage, p) == catalog.KnownYes
}

// byVerb looks the permission up in the ladder of each type named. Several
// types are a mistake that is granted each.
func (j *judge) byVerb(c *Check, g policy.Grants, p *catalog.Permission) {
	c.Reason = OtherType
	if g.Opaque && p.Type == "" {
		c.Result, c.Reason = Unknown, TableUnknown
	}
	for _, r := range g.Resources {
		if one := j.ladder(r, g, p); better(one, *c) {
			c.Result, c.Reason, c.Resource, c.Least = one.Result, one.Reason, r, one.Least
		}
	}
}

// better prefers what grants to what may, that to a verb too weak, and anything
// to another type.
func better(a, b Check) bool {
	rank := func(c Check) int {
		switch {
		case c.Result == Pass:
			return 3
		case c.Result == Unknown:
			return 2
		case c.Reason == VerbTooWeak:
			return 1
		}
		return 0
	}
	return rank(a) > rank(b)
}

// ladder looks a permission up on the verbs of one type or family.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policyadvancedfeatures.htm
func (j *judge) ladder(r *catalog.Resource, g policy.Grants, p *catalog.Permission) Check {
	at := j.rung(r, p)
	switch {
	case at.seed != 0 && g.Community && g.Verb >= at.seed:
		return Check{Result: Pass, Reason: CommunityCarried, Least: at.seed}
	case at.seed != 0 && g.Community:
		return Check{Reason: VerbTooWeak, Least: at.seed}
	case at.least != 0 && g.Verb >= at.least:
		return Check{Result: Pass, Reason: Carried, Least: at.least}
	case at.fact == catalog.NotKnown:
		return Check{Result: Unknown, Reason: TableUnknown, Least: at.least}
	case at.least != 0:
		return Check{Reason: VerbTooWeak, Least: at.least}
	}
	return Check{Reason: OtherType}
}

// rung is where a permission stands on the verbs of a type or family. The same
// few are asked for statement after statement.
type rung struct {
	least catalog.Verb // 0 when no table has it
	fact  catalog.Fact
	seed  catalog.Verb // by the community list, of a permission that only it has
}

type rungKey struct {
	resource   *catalog.Resource
	permission *catalog.Permission
}

func (j *judge) rung(r *catalog.Resource, p *catalog.Permission) rung {
	key := rungKey{r, p}
	if known, ok := j.rungs[key]; ok {
		return known
	}
	var at rung
	at.least, at.fact = j.catalog.Least(r, p)
	if seed, ok := j.catalog.SeedLeast(r, p); ok && p.SeedOnly {
		at.seed = seed
	}
	if j.rungs == nil {
		j.rungs = map[rungKey]rung{}
	}
	j.rungs[key] = at
	return at
}

// location tells whether the target lies in the compartment a statement names,
// or below it.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
func (j *judge) location(s *policy.Statement, target *tenancy.Compartment) Check {
	if c, ok := refused(s, policy.Location); ok {
		return c
	}
	c := Check{Facet: policy.Location, Span: s.Span(policy.Location), Reason: Elsewhere}
	if target.Within(s.Where) {
		c.Result, c.Reason = Pass, Inherited
	}
	return c
}

// condition judges the where clause with the variables of one need.
func (j *judge) condition(s *policy.Statement, n *Need) Check {
	if c, ok := refused(s, policy.Condition); ok {
		return c
	}
	if s.If == nil {
		return Check{Facet: policy.Condition, Result: Pass, Reason: NoCondition, Span: s.Span(policy.Condition)}
	}
	return j.test(s, s.If, n)
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
		j.leaf(&c, t, n)
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
