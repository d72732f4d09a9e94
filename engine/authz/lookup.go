package authz

import (
	"strings"

	"oci-policy-playground/engine/policy"
)

// granted is the result of one permission.
func (x *Index) granted(name, by string) Result {
	j, n, s := &x.judge, &x.need, x.scope(name)
	*n = Need{Permission: s.permission, Compartment: j.place(s.permission)}
	n.there = j.land(n.Compartment)
	n.Principal = j.principal(by)
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
	var grant, location, subject Check
	for _, s := range statements {
		if s.Effect != e || (n.Joins != nil) != (s.Grants.Associates != nil) || len(s.Faults) > 0 {
			continue
		}
		j.grant(&grant, s, n)
		j.location(&location, s, n)
		j.subject(&subject, s, n)
		one := both(grant.Result, both(location.Result, subject.Result))
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
		x.include(e.groups[n.home.World.Everybody(p.User.Domain)], Pass)
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
