package authz

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// Allowed is the verdict on a request.
func (x *Index) Allowed(req Request) Verdict {
	j := &x.judge
	if unjudgeable(req) != "" || misread(j.catalog, req) != "" {
		return Invalid
	}
	j.request = req
	result := x.asked(req.Ask)
	var own Check
	if j.own(&own) {
		result = either(result, own.Result)
	}
	return [...]Verdict{Fail: Deny, Pass: Allow, Unknown: Conditional}[result]
}

// asked is the result of what is asked: each permission where there are several,
// else an operation's formula.
func (x *Index) asked(ask Ask) Result {
	result := Pass
	switch {
	case len(ask.Permissions) > 0:
		for _, p := range ask.Permissions {
			result = both(result, x.granted(p.Name, ""))
		}
	case ask.Verb != 0:
		for _, name := range x.carried(ask.Resource, ask.Verb) {
			result = both(result, x.granted(name, ""))
		}
	default:
		return x.operation(ask.Operation)
	}
	return result
}

// carried is the permissions of a verb on a resource.
func (x *Index) carried(r *catalog.Resource, verb catalog.Verb) []string {
	key := verbOn{r, verb}
	names, known := x.verbs[key]
	if !known {
		for v := catalog.Inspect; v <= verb; v++ {
			names = append(names, x.judge.catalog.Adds(r, v)...)
		}
		x.verbs[key] = names
	}
	return names
}

// operation is the result of an operation's formula: its leaves first, then the
// formula in every state of the world that is possible.
func (x *Index) operation(o *catalog.Operation) Result {
	x.results, x.open, x.holds = x.results[:0], x.open[:0], x.holds[:0]
	var between crossing
	x.leaves(&o.Needs, &between)
	result := x.states(&o.Needs, 0)
	if types, ok := joined[o.Name]; ok && between.from.Compartment != nil && between.to.Compartment != nil {
		x.need = between.to
		x.need.Joins = &Joins{types, between.from.Compartment}
		result = both(result, x.across(&x.need))
	}
	return result
}

// crossing is the needs of an operation at home and in another tenancy.
type crossing struct{ from, to Need }

// leaves judges the leaves that count, in order.
func (x *Index) leaves(n *catalog.Need, between *crossing) {
	switch n.Kind {
	case catalog.Leaf:
		x.results = append(x.results, x.granted(n.Permission, n.By))
		if x.need.home == x.need.there {
			between.from = x.need
		} else {
			between.to = x.need
		}
		return
	case catalog.When:
		applies := x.judge.applies(*n)
		if applies == Fail {
			return
		}
		if applies == Unknown && x.supposed(n.Circumstance) < 0 {
			x.open, x.holds = append(x.open, n.Circumstance), append(x.holds, false)
		}
	}
	for i := range n.Under {
		x.leaves(&n.Under[i], between)
	}
}

// supposed is where a circumstance stands among those nobody said anything of.
func (x *Index) supposed(c *catalog.Circumstance) int {
	for i, o := range x.open {
		if o == c {
			return i
		}
	}
	return -1
}

// states is the result over all that may hold of the open circumstances; unknown
// when that makes a difference.
func (x *Index) states(n *catalog.Need, i int) Result {
	if i == len(x.open) {
		at := 0
		return x.in(n, &at)
	}
	x.holds[i] = true
	with := x.states(n, i+1)
	x.holds[i] = false
	if without := x.states(n, i+1); without != with {
		return Unknown
	}
	return with
}

// in is the result of a formula in one state; at counts the leaves.
func (x *Index) in(n *catalog.Need, at *int) Result {
	result := Pass
	switch n.Kind {
	case catalog.Leaf:
		*at++
		return x.results[*at-1]
	case catalog.Any:
		result = Fail
		for i := range n.Under {
			result = either(result, x.in(&n.Under[i], at))
		}
		return result
	case catalog.When:
		applies := x.judge.applies(*n)
		if applies == Fail {
			return Pass
		}
		under := x.in(&n.Under[0], at)
		if applies == Unknown && x.holds[x.supposed(n.Circumstance)] == n.Not {
			return Pass
		}
		return under
	}
	for i := range n.Under {
		result = both(result, x.in(&n.Under[i], at))
	}
	return result
}

// granted is the result of one permission.
func (x *Index) granted(name, by string) Result {
	j, n, s := &x.judge, &x.need, x.scope(name)
	*n = Need{Permission: s.permission, Compartment: j.place(s.permission)}
	n.there = j.land(n.Compartment)
	n.Principal = j.principal(by, n.there)
	n.home = j.home(n.Principal, n.there)
	if n.home != n.there {
		return x.across(n)
	}
	r := x.register(n.there)
	result := x.said(r.allows, s, n, false)
	if result == Fail || !r.denies.any || exempt(&Check{}, n.Principal) {
		return result
	}
	return both(result, not(x.said(r.denies, s, n, true)))
}

func (x *Index) register(l *Land) *register {
	for i := range x.judge.lands {
		if &x.judge.lands[i] == l {
			return &x.registers[i]
		}
	}
	panic("a land of another judge")
}

// across is the result of a permission over two tenancies.
func (x *Index) across(n *Need) Result {
	home, there := n.home.Set.Crossings, n.there.Set.Crossings
	result := both(x.each(home, policy.Endorse, n), x.each(there, policy.Admit, n))
	if result == Fail {
		return Fail
	}
	return both(result, not(either(x.each(home, policy.DenyEndorse, n), x.each(there, policy.DenyAdmit, n))))
}

func (x *Index) each(statements []*policy.Statement, e policy.Effect, n *Need) Result {
	j, result := &x.judge, Fail
	for _, s := range statements {
		if s.Effect != e || (n.Joins != nil) != (s.Grants.Associates != nil) || len(s.Faults) > 0 {
			continue
		}
		one := both(j.grant(s, n).Result, both(j.location(s, n).Result, j.subject(s, n).Result))
		if one != Fail {
			result = either(result, both(one, j.truth(s, s.If, n)))
		}
	}
	return result
}

// include is an entry whose subject includes the principal, or may.
type include struct {
	entry  *entry
	result Result
}

// said is what the statements of one kind say of a need: first those without a
// condition, then the others.
func (x *Index) said(e *entries, s *scope, n *Need, denies bool) Result {
	x.includes(e, n)
	result := Fail
	for _, tested := range [...]bool{false, true} {
		for _, about := range x.about {
			if about.entry.types == nil {
				continue
			}
			for i := range s.on {
				on := &s.on[i]
				result = either(result, x.filed(about.entry.types[on.resource], on.by(denies), about.result, n, tested))
			}
			result = either(result, x.filed(about.entry.permissions[s.permission], &byName, about.result, n, tested))
			if s.permission.Type == "" {
				result = either(result, x.filed(about.entry.opaque, &nobodysGuess, about.result, n, tested))
			}
			if result == Pass {
				return Pass
			}
		}
	}
	return result
}

// filed is what the statements of a post say that lie over the target.
func (x *Index) filed(p post, by *ladderOf, subject Result, n *Need, tested bool) Result {
	result := Fail
	if p == nil {
		return Fail
	}
	for at := n.Compartment; at != nil && result != Pass; at = at.Parent {
		c := p[at]
		switch {
		case c == nil:
		case !tested:
			for v, there := range c.verbs {
				if there {
					result = either(result, both(subject, by[v]))
				}
			}
		default:
			for _, s := range c.tested {
				if one := both(subject, by[s.Grants.Verb]); one != Fail && result != Pass {
					result = either(result, both(one, x.judge.truth(s, s.If, n)))
				}
			}
		}
	}
	return result
}

// includes gathers the entries about a principal.
func (x *Index) includes(e *entries, n *Need) {
	p := n.Principal
	x.about = append(x.about[:0], include{&e.anyUser, Pass})
	var any Check
	if anyGroup(&any, p); any.Result != Fail {
		x.about = append(x.about, include{&e.anyGroup, any.Result})
	}
	switch {
	case p.User != nil:
		for _, g := range p.User.Groups {
			x.include(e.groups[g], Pass)
		}
	case p.grouped():
		for _, g := range x.judge.groupsOf(p, n.home) {
			x.include(e.dynamic[g], Pass)
		}
	case p.Kind == Service:
		x.services(e, p.Service)
	}
}

func (x *Index) include(e *entry, r Result) {
	if e != nil {
		x.about = append(x.about, include{e, r})
	}
}

// services gathers those of a service; of one whose region nobody gave, those
// that it may be.
func (x *Index) services(e *entries, service string) {
	x.include(e.services[strings.ToLower(service)], Pass)
	if !strings.Contains(service, anyRegion) {
		return
	}
	for name, entry := range e.services {
		if x.judge.fits(name, service) {
			x.include(entry, Unknown)
		}
	}
}
