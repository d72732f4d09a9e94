package authz

import (
	"cmp"
	"maps"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// Decide judges a request by a set of statements.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
//
// The caller and the target may be of other tenancies than the one whose set it
// is, if those are given too.
func Decide(set *policy.Set, world *tenancy.Tenancy, c *catalog.Catalog, req Request, others ...Land) Decision {
	d := Decision{Request: req, Invalid: cmp.Or(unjudgeable(req), unplaced(req, world), misread(c, req))}
	if d.Invalid != "" {
		d.Verdict = Invalid
		return d
	}
	j := newJudge(append([]Land{{set, world}}, others...), c, req)
	d.Formula = j.formula(needs(c, req.Ask), &d)
	d.Formula.Result = outcome(d.Formula, d.Formula.open(), map[*catalog.Circumstance]bool{})
	j.join(&d)
	if own := (Check{}); j.own(&own) {
		d.Own = &own
	}
	d.Cased = j.cased
	switch d.result() {
	case Pass:
		d.Verdict = Allow
	case Unknown:
		d.Verdict = Conditional
		d.Deciders = d.deciders()
	case Fail:
		d.DynamicGroups = j.groupsOf(req.Principal, j.home(req.Principal, &j.lands[0]))
	}
	return d
}

// Again judges one need of a decision once more, by one set of statements in
// place of those of every tenancy: whether an edit of a statement would help is
// found out by making it.
func Again(set *policy.Set, c *catalog.Catalog, req Request, n *Need) *Need {
	lands := []Land{{set, n.there.World}}
	if n.home != n.there {
		lands = append(lands, Land{set, n.home.World})
	}
	j := newJudge(lands, c, req)
	for _, land := range [...]*Land{n.there, n.home} {
		j.rules = append(j.rules, land.Set.Rules)
	}
	again := &Need{Permission: n.Permission, Principal: n.Principal, Compartment: n.Compartment, Joins: n.Joins, there: &j.lands[0]}
	again.judge(j)
	return again
}

// judge judges one request.
type judge struct {
	lands   []Land // the first is the one that names in the request are of
	rules   []map[*tenancy.DynamicGroup]*policy.Rule
	catalog *catalog.Catalog
	request Request

	synonyms map[string][]string // other names of variables, where the values have them
	texts    []string            // the members of the sets of one comparison
	sides    []operand           // its right-hand side
	cased    bool                // a comparison met two values that differ in case alone

	members  map[memberKey]Check
	groups   map[*tenancy.Resource][]*tenancy.DynamicGroup
	rungs    map[rungKey]rung
	regional map[inRegion]string
}

func newJudge(lands []Land, c *catalog.Catalog, req Request) *judge {
	j := &judge{lands: lands, catalog: c, request: req}
	j.request.Values = renamed(c, req.Values)
	for _, l := range lands {
		j.rules = append(j.rules, l.Set.Rules)
	}
	return j
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
	first := ""
	for name, value := range req.Values {
		if (first == "" || name < first) && !readable(c, name, value) {
			first = name
		}
	}
	if first == "" {
		return ""
	}
	v, _ := c.Variable(first)
	for _, member := range req.Values[first].Members {
		if !reads(v.Type, member) {
			return "`" + member + "` is no " + v.Type.String() + ", which `" + v.Name + "` holds"
		}
	}
	return ""
}

func readable(c *catalog.Catalog, name string, value Value) bool {
	v, ok := c.Variable(name)
	for _, member := range value.Members {
		if ok && !reads(v.Type, member) {
			return false
		}
	}
	return true
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
