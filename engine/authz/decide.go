package authz

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// Decide judges a request by a set of statements.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
func Decide(set *policy.Set, world *tenancy.Tenancy, c *catalog.Catalog, req Request) Decision {
	d := Decision{Request: req, Invalid: cmp.Or(unjudgeable(req), misread(c, req))}
	if d.Invalid != "" {
		d.Verdict = Invalid
		return d
	}
	j := judge{set: set, world: world, catalog: c, request: req}
	j.request.Values = renamed(c, req.Values)
	d.Formula = j.formula(needs(c, req.Ask), &d)
	d.Formula.Result = outcome(d.Formula, d.Formula.open(), map[*catalog.Circumstance]bool{})
	d.Own = j.own()
	switch d.result() {
	case Pass:
		d.Verdict = Allow
	case Unknown:
		d.Verdict = Conditional
		d.Deciders = d.deciders()
	case Fail:
		d.DynamicGroups = j.groupsOf(req.Principal)
	}
	return d
}

// Again judges one need of a decision once more, by another set of statements:
// whether an edit of a statement would help is found out by making it.
func Again(set *policy.Set, world *tenancy.Tenancy, c *catalog.Catalog, req Request, n *Need) *Need {
	j := judge{set: set, world: world, catalog: c, request: req}
	j.request.Values = renamed(c, req.Values)
	again := &Need{Permission: n.Permission, Principal: n.Principal, Compartment: n.Compartment, Tried: len(set.Statements)}
	again.judge(&j)
	return again
}

// judge judges one request.
type judge struct {
	set     *policy.Set
	world   *tenancy.Tenancy
	catalog *catalog.Catalog
	request Request
	members map[memberKey]Check
	rungs   map[rungKey]rung
}

func unjudgeable(req Request) string {
	ask := req.Ask
	switch {
	case req.Compartment == nil:
		return "it names no compartment of this tenancy"
	case req.Principal.Kind == 0:
		return "it names no principal of this tenancy"
	case ask.Verb == 0 && len(ask.Permissions) == 0 && ask.Operation == nil:
		return "it asks for nothing the catalog knows"
	case ask.Verb == 0 && len(ask.Permissions) == 0 && ask.Operation.Unknown != "":
		return ask.Operation.Unknown
	case ask.Verb != 0 && ask.Resource.Unknown:
		return "what the verbs give on " + ask.Resource.Name + " is not published"
	}
	return ""
}

// misread says which value of a request is not what its variable holds: judging
// it would make up a denial.
func misread(c *catalog.Catalog, req Request) string {
	for _, name := range slices.Sorted(maps.Keys(req.Values)) {
		v, ok := c.Variable(name)
		if !ok {
			continue
		}
		for _, member := range req.Values[name].Members {
			if !reads(v.Type, member) {
				return "`" + member + "` is no " + v.Type.String() + ", which `" + v.Name + "` holds"
			}
		}
	}
	return ""
}

// renamed is the values with each variable under the name that conditions are
// bound to.
func renamed(c *catalog.Catalog, values map[string]Value) map[string]Value {
	all := maps.Clone(values)
	for name, value := range values {
		if v, ok := c.Variable(name); ok && v.SameAs != "" {
			all[strings.ToLower(v.SameAs)] = value
		}
	}
	return all
}

func reads(t catalog.VarType, text string) bool {
	ok := true
	switch t {
	case catalog.Instant:
		_, ok = policy.ParseInstant(text)
	case catalog.TimeOfDay:
		_, ok = policy.ParseTimeOfDay(text)
	case catalog.Number, catalog.Month, catalog.Day:
		_, ok = number(text)
	}
	return ok
}

// needs is the formula of what is asked: an operation's own, or every
// permission that is named or that the verb carries.
func needs(c *catalog.Catalog, ask Ask) catalog.Need {
	all := catalog.Need{Kind: catalog.All}
	switch {
	case len(ask.Permissions) > 0:
		for _, p := range ask.Permissions {
			all.Under = append(all.Under, catalog.Need{Kind: catalog.Leaf, Permission: p.Name})
		}
	case ask.Verb != 0:
		for v := catalog.Inspect; v <= ask.Verb; v++ {
			for _, name := range c.Adds(ask.Resource, v) {
				all.Under = append(all.Under, catalog.Need{Kind: catalog.Leaf, Permission: name})
			}
		}
	default:
		return ask.Operation.Needs
	}
	return all
}

// need judges every statement against one permission.
func (j *judge) need(leaf catalog.Need) *Need {
	p, ok := j.catalog.Permission(leaf.Permission)
	if !ok {
		panic("the catalog asks for a permission it does not have: " + leaf.Permission)
	}
	n := &Need{Permission: p, Principal: j.principal(leaf.By), Compartment: j.place(p), Tried: len(j.set.Statements)}
	n.judge(j)
	return n
}

func (n *Need) judge(j *judge) {
	fewest := 3
	for _, s := range j.set.Statements {
		var a Attempt
		j.attempt(&a, s, n)
		n.keep(&a, &fewest)
	}
	switch {
	case len(n.GrantedBy) > 0:
		n.Result = Pass
	case len(n.Hanging) > 0:
		n.Result = Unknown
	}
}

// keep files an attempt where it belongs, or forgets it: of those that fail,
// the ones that miss by least are near.
func (n *Need) keep(a *Attempt, fewest *int) {
	missed := a.Missed()
	if a.Outcome == Fail && missed > min(*fewest, 2) {
		return
	}
	kept := *a
	switch {
	case a.Outcome == Pass:
		n.GrantedBy = append(n.GrantedBy, &kept)
	case a.Outcome == Unknown:
		n.Hanging = append(n.Hanging, &kept)
	case missed < *fewest:
		*fewest, n.Near = missed, []*Attempt{&kept}
	default:
		n.Near = append(n.Near, &kept)
	}
}

// principal is who needs a permission: the caller, or a service that acts on
// the caller's behalf.
func (j *judge) principal(by string) Principal {
	if by == "" {
		return j.request.Principal
	}
	return Principal{Kind: Service, Service: j.inRegion(by)}
}

// place is the compartment a permission is checked in: that of the resource it
// belongs to, where the request places that elsewhere.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
func (j *judge) place(p *catalog.Permission) *tenancy.Compartment {
	if c, ok := j.request.Elsewhere[p.Type]; ok {
		return c
	}
	for _, name := range slices.Sorted(maps.Keys(j.request.Elsewhere)) {
		if family, ok := j.catalog.Resource(name); ok && family.Kind != catalog.TypeKind && j.catalog.Includes(family, p.Type) {
			return j.request.Elsewhere[name]
		}
	}
	return j.request.Compartment
}

// attempt judges one statement. The condition is left out once two facets have
// failed: such a statement is not near.
func (j *judge) attempt(a *Attempt, s *policy.Statement, n *Need) {
	a.Statement = s
	a.Checks[policy.Condition] = Check{Facet: policy.Condition, Result: Skipped}
	a.Checks[policy.Grant] = j.grant(s, n.Permission)
	a.Checks[policy.Location] = j.location(s, n.Compartment)
	a.Checks[policy.Subject] = j.subject(s, n.Principal)
	if a.Failed() < 2 {
		a.Checks[policy.Condition] = j.condition(s, n)
	}
	a.Outcome = Pass
	for i := range a.Checks {
		a.Outcome = both(a.Outcome, a.Checks[i].Result)
	}
}

// both is Kleene's and; a skipped check leaves it as it is failed already.
func both(a, b Result) Result {
	switch {
	case a == Fail || b == Fail || a == Skipped || b == Skipped:
		return Fail
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Pass
}

// either is Kleene's or.
func either(a, b Result) Result {
	switch {
	case a == Pass || b == Pass:
		return Pass
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Fail
}
