package engine

import (
	"slices"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
)

// Cover is what one statement does over all the checks; each number counts
// checks.
type Cover struct {
	Statement *policy.Statement
	Grants    int
	Alone     int // grants something that no other statement does
	Denies    int
	Hangs     int // would decide, were a value known
	Nearly    int // misses by a single thing
}

// Matters tells whether the statement ever does anything.
func (c Cover) Matters() bool { return c.Grants+c.Alone+c.Denies+c.Hangs+c.Nearly > 0 }

// Word is the most that the statement ever does.
func (c Cover) Word() string {
	switch {
	case c.Denies > 0:
		return "denies"
	case c.Alone > 0:
		return "grants"
	case c.Grants > 0:
		return "grants what others do"
	case c.Hangs > 0:
		return "may matter"
	case c.Nearly > 0:
		return "nearly matters"
	}
	return "never matters"
}

// Coverage is what each statement of each tenancy does over the checks, in the
// order of the policies.
func (a *Analysis) Coverage() []Cover {
	covers, at := []Cover{}, map[*policy.Statement]int{}
	for _, l := range a.bound {
		for _, s := range l.Set.All() {
			at[s] = len(covers)
			covers = append(covers, Cover{Statement: s})
		}
	}
	for _, answer := range a.Answers {
		for s, once := range acts(answer.Decision) {
			covers[at[s]].add(once)
		}
	}
	return covers
}

// acts is what the statements do in one check, each number 0 or 1.
func acts(d authz.Decision) map[*policy.Statement]Cover {
	did := map[*policy.Statement]Cover{}
	note := func(attempts []*authz.Attempt, mark func(*Cover)) {
		for _, one := range attempts {
			c := did[one.Statement]
			mark(&c)
			did[one.Statement] = c
		}
	}
	for _, n := range d.Needs {
		note(n.Granting(), func(c *Cover) { c.Grants = 1 })
		for _, t := range n.Tallies() {
			if len(t.Holding) == 1 && t != &n.Denied {
				note(t.Holding, func(c *Cover) { c.Alone = 1 })
			}
			note(near(t.Near()), func(c *Cover) { c.Nearly = 1 })
		}
		note(n.Denied.Holding, func(c *Cover) { c.Denies = 1 })
		note(n.Open(), func(c *Cover) { c.Hangs = 1 })
	}
	return did
}

func near(attempts []*authz.Attempt) []*authz.Attempt {
	return slices.DeleteFunc(slices.Clone(attempts), func(a *authz.Attempt) bool { return a.Missed() > 1 })
}

func (c *Cover) add(once Cover) {
	c.Grants += once.Grants
	c.Alone += once.Alone
	c.Denies += once.Denies
	c.Hangs += once.Hangs
	c.Nearly += once.Nearly
}
