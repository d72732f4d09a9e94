package authz

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// grant tells whether what a statement grants includes a permission.
func (j *judge) grant(s *policy.Statement, n *Need) Check {
	if c, ok := refused(s, policy.Grant); ok {
		return c
	}
	c := Check{Facet: policy.Grant, Span: s.Span(policy.Grant)}
	switch {
	case n.Joins != nil:
		associates(&c, s, n)
	case s.Grants.Verb != 0:
		j.byVerb(&c, s, n.Permission)
	default:
		j.byName(&c, s.Grants, n.Permission)
	}
	return c
}

func (j *judge) byName(c *Check, g policy.Grants, p *catalog.Permission) {
	switch {
	case !slices.Contains(g.Permissions, p):
		c.Reason = NotNamed
	case !j.named(g, p):
		c.Reason, c.Resource = NarrowedAway, g.Narrow
	default:
		c.Result, c.Reason = Pass, Named
	}
}

// named tells whether the type behind the braces leaves a permission in them.
func (j *judge) named(g policy.Grants, p *catalog.Permission) bool {
	return g.Narrow == nil || p.Type == "" || j.within(g.Narrow, p)
}

// within tells whether a permission belongs to a type or family.
func (j *judge) within(r *catalog.Resource, p *catalog.Permission) bool {
	return j.catalog.Includes(r, p.Type) || j.catalog.Carries(r, catalog.Manage, p) == catalog.KnownYes
}

// byVerb looks the permission up in the ladder of each type named. Several
// types are a mistake that is granted each.
func (j *judge) byVerb(c *Check, s *policy.Statement, p *catalog.Permission) {
	g, look := s.Grants, j.ladder
	if s.Effect.Denies() {
		look = j.inverted
	}
	c.Reason = OtherType
	if g.Opaque && p.Type == "" {
		c.Result, c.Reason = Unknown, TableUnknown
	}
	for _, r := range g.Resources {
		if one := look(r, g, p); better(one, *c) {
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
		case c.Reason == VerbTooWeak || c.Reason == StartsAbove:
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
