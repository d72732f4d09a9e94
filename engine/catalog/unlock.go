package catalog

import "slices"

// Unlock is a call that a verb on a resource makes possible, or more possible
// than the verb below it.
type Unlock struct {
	Operation *Operation
	Depends   []Turn   // it works when all of these turn out so; empty when it works anyhow
	Also      []string // what it asks for beside, of resources outside this one
}

// Turn is a circumstance as it has to turn out.
type Turn struct {
	*Circumstance
	Not bool // it must not hold
}

// Unlocks lists the calls that verb v on r makes possible over the verb below
// it, those that ask for nothing beside first, each sort by name. A circumstance
// that is an optional parameter counts as not given.
func (c *Catalog) Unlocks(r *Resource, v Verb) []Unlock {
	var alone, beside []Unlock
	for _, o := range c.asking(r, v) {
		now := c.reach(o.Needs, r, v)
		switch {
		case now.state <= c.reach(o.Needs, r, v-1).state:
		case now.also == nil:
			alone = append(alone, Unlock{o, now.depends, nil})
		default:
			beside = append(beside, Unlock{o, now.depends, now.also})
		}
	}
	return append(alone, beside...)
}

// asking lists the calls that name a permission which v adds on r, by name.
func (c *Catalog) asking(r *Resource, v Verb) []*Operation {
	var ids []uint16
	for id := range c.permissionNames {
		if c.lowest(r, uint16(id)) == v {
			ids = append(ids, c.callsOf(c.permission(uint16(id)))...)
		}
	}
	slices.Sort(ids)
	var calls []*Operation
	for _, id := range slices.Compact(ids) {
		calls = append(calls, c.operation(id))
	}
	return calls
}

// possible says whether a call works.
type possible uint8

const (
	never possible = iota
	sometimes
	always
)

// reached tells how much of a formula a verb on a resource satisfies.
type reached struct {
	state   possible
	depends []Turn
	also    []string
}

// reach judges a formula for a caller who has verb v on r, and elsewhere
// whatever it takes. What a service needs is not the caller's matter.
func (c *Catalog) reach(n Need, r *Resource, v Verb) reached {
	switch n.Kind {
	case Leaf:
		return c.reachLeaf(n, r, v)
	case When:
		return c.reachWhen(n, r, v)
	case Any:
		return c.reachAny(n, r, v)
	}
	whole := reached{state: always}
	for _, part := range n.Under {
		p := c.reach(part, r, v)
		whole.state = min(whole.state, p.state)
		whole.depends = append(whole.depends, p.depends...)
		whole.also = append(whole.also, p.also...)
	}
	if contradicts(whole.depends) {
		whole.state = never
	}
	return whole
}

// contradicts reports that a circumstance would have to hold and not to hold.
func contradicts(turns []Turn) bool {
	return slices.ContainsFunc(turns, func(t Turn) bool { return slices.Contains(turns, Turn{t.Circumstance, !t.Not}) })
}

func (c *Catalog) reachLeaf(n Need, r *Resource, v Verb) reached {
	if n.By != "" {
		return reached{state: always}
	}
	least := c.lowest(r, n.id)
	switch {
	case least == 0:
		return reached{state: always, also: []string{n.Permission}}
	case v >= least:
		return reached{state: always}
	}
	return reached{}
}

func (c *Catalog) reachWhen(n Need, r *Resource, v Verb) reached {
	if n.Circumstance.Default == No && !n.Not {
		return reached{state: always}
	}
	inner := c.reach(n.Under[0], r, v)
	if inner.state == never && n.Circumstance.Default == Unknown {
		return reached{state: sometimes, depends: []Turn{{n.Circumstance, !n.Not}}}
	}
	return inner
}

// reachAny takes the alternative that goes furthest, of equals the one that
// asks for least beside.
func (c *Catalog) reachAny(n Need, r *Resource, v Verb) reached {
	best := c.reach(n.Under[0], r, v)
	for _, part := range n.Under[1:] {
		p := c.reach(part, r, v)
		if p.state > best.state || p.state == best.state && len(p.also) < len(best.also) {
			best = p
		}
	}
	return best
}
