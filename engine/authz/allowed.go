package authz

import "oci-policy-playground/engine/catalog"

// Allowed is the verdict on a request.
func (x *Index) Allowed(req Request) Verdict {
	j := &x.judge
	if unjudgeable(req) != "" || unplaced(req, j.lands[0].World) != "" || misread(j.catalog, req) != "" {
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
