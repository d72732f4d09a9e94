package authz

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// grant tells whether what a statement grants includes a permission.
func (j *judge) grant(c *Check, s *policy.Statement, n *Need) {
	switch {
	case !c.about(s, policy.Grant):
	case n.Joins != nil:
		associates(c, s, n)
	case s.Grants.Verb != 0:
		j.byVerb(c, s, n.Permission)
	default:
		j.byName(c, &s.Grants, n.Permission)
	}
}

func (j *judge) byName(c *Check, g *policy.Grants, p *catalog.Permission) {
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
func (j *judge) named(g *policy.Grants, p *catalog.Permission) bool {
	return g.Narrow == nil || p.Type == "" || j.within(g.Narrow, p)
}

// within tells whether a permission belongs to a type or family.
func (j *judge) within(r *catalog.Resource, p *catalog.Permission) bool {
	return j.catalog.Includes(r, p.Type) || j.catalog.Carries(r, catalog.Manage, p) == catalog.KnownYes
}

// byVerb looks the permission up in the ladder of each type named. Several
// types are a mistake that is granted each.
func (j *judge) byVerb(c *Check, s *policy.Statement, p *catalog.Permission) {
	g := &s.Grants
	best := standing{reason: OtherType}
	switch {
	case g.Opaque && p.Type == "":
		best = standing{result: Unknown, reason: TableUnknown}
	case g.Opaque && s.Effect.Denies():
		best.reason = UnknownType
	}
	for _, r := range g.Resources {
		one := j.standing(s.Effect.Denies(), r, g, p)
		if one.rank() > best.rank() {
			best, c.Resource = one, r
		}
	}
	c.Result, c.Reason, c.Least = best.result, best.reason, best.least
}

// standing is how a permission stands to what a verb gives or takes away.
type standing struct {
	result Result
	reason Reason
	least  catalog.Verb
}

func (j *judge) standing(denies bool, r *catalog.Resource, g *policy.Grants, p *catalog.Permission) standing {
	if denies {
		return j.inverted(r, g, p)
	}
	return j.ladder(r, g, p)
}

// rank prefers what grants to what may, that to a verb too weak, and anything to
// another type.
func (s standing) rank() int {
	switch {
	case s.result == Pass:
		return 3
	case s.result == Unknown:
		return 2
	case s.reason == VerbTooWeak || s.reason == StartsAbove:
		return 1
	}
	return 0
}

// ladder looks a permission up on the verbs of one type or family.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policyadvancedfeatures.htm
func (j *judge) ladder(r *catalog.Resource, g *policy.Grants, p *catalog.Permission) standing {
	at := j.rung(r, p)
	switch {
	case at.seed != 0 && g.Community && g.Verb >= at.seed:
		return standing{Pass, CommunityCarried, at.seed}
	case at.seed != 0 && g.Community:
		return standing{Fail, VerbTooWeak, at.seed}
	case at.least != 0 && g.Verb >= at.least:
		return standing{Pass, Carried, at.least}
	case at.fact == catalog.NotKnown && g.Verb > p.Above:
		return standing{Unknown, TableUnknown, at.least}
	case at.least != 0:
		return standing{Fail, VerbTooWeak, at.least}
	}
	return standing{reason: OtherType}
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
