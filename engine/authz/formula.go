package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// formula judges what an operation needs. Parts that do not count in the
// request's circumstances pass without being judged.
func (j *judge) formula(n catalog.Need, d *Decision) Formula {
	f := Formula{Kind: n.Kind}
	switch n.Kind {
	case catalog.Leaf:
		f.Need = j.need(n)
		f.Result = f.Need.Result
		d.Needs = append(d.Needs, f.Need)
	case catalog.All:
		f.Result = Pass
		for _, u := range n.Under {
			f.Under = append(f.Under, j.formula(u, d))
			f.Result = both(f.Result, f.Under[len(f.Under)-1].Result)
		}
	case catalog.Any:
		for _, u := range n.Under {
			f.Under = append(f.Under, j.formula(u, d))
			f.Result = either(f.Result, f.Under[len(f.Under)-1].Result)
		}
	case catalog.When:
		j.when(&f, n, d)
	default:
		panic("a formula of no kind")
	}
	return f
}

// when judges a part that counts in a circumstance. Its result is that of the
// part; whether it counts is weighed by outcome.
func (j *judge) when(f *Formula, n catalog.Need, d *Decision) {
	f.Circumstance, f.Not, f.Applies = n.Circumstance, n.Not, j.applies(n)
	if f.Applies == Fail {
		f.Result = Pass
		return
	}
	f.Under = []Formula{j.formula(n.Under[0], d)}
	f.Result = f.Under[0].Result
}

// outcome is the result of a formula in every state of the world that is
// possible: what nobody said of the circumstances is tried both ways. It is
// unknown when the ways differ.
func outcome(f Formula, open []*catalog.Circumstance, holds map[*catalog.Circumstance]bool) Result {
	if len(open) == 0 {
		return f.in(holds)
	}
	holds[open[0]] = true
	with := outcome(f, open[1:], holds)
	holds[open[0]] = false
	if without := outcome(f, open[1:], holds); without != with {
		return Unknown
	}
	return with
}

// in is the result of a formula while certain circumstances hold.
func (f Formula) in(holds map[*catalog.Circumstance]bool) Result {
	switch {
	case f.Applies == Unknown && holds[f.Circumstance] == f.Not:
		return Pass
	case len(f.Under) == 0:
		return f.Result
	case f.Kind == catalog.Any:
		result := Fail
		for _, u := range f.Under {
			result = either(result, u.in(holds))
		}
		return result
	}
	result := Pass
	for _, u := range f.Under {
		result = both(result, u.in(holds))
	}
	return result
}

// open is the circumstances of which nobody said whether they hold.
func (f Formula) open() []*catalog.Circumstance {
	var all []*catalog.Circumstance
	if f.Applies == Unknown && f.Circumstance != nil {
		all = append(all, f.Circumstance)
	}
	for _, u := range f.Under {
		all = append(all, u.open()...)
	}
	slices.SortFunc(all, func(a, b *catalog.Circumstance) int { return strings.Compare(a.Name, b.Name) })
	return slices.Compact(all)
}

// applies tells whether a part counts: as the request says, because the request
// places a resource that only this part touches, or as the catalog assumes.
func (j *judge) applies(n catalog.Need) Result {
	holds, said := j.request.Circumstances[n.Circumstance.Name]
	switch {
	case said:
	case j.touches(n.Under[0]):
		holds = true
	case n.Circumstance.Default == catalog.Unknown:
		return Unknown
	}
	if holds != n.Not {
		return Pass
	}
	return Fail
}

// touches tells whether the request places a resource of a type that a part of
// the formula is about, and the operation otherwise is not.
func (j *judge) touches(n catalog.Need) bool {
	if len(j.request.Elsewhere) == 0 {
		return false
	}
	always := j.types(needs(j.catalog, j.request.Ask), false)
	return slices.ContainsFunc(j.types(n, true), func(t string) bool {
		_, placed := j.request.Elsewhere[t]
		return placed && !slices.Contains(always, t)
	})
}

// types is the resource types of the permissions in a formula; those that only
// a circumstance brings in are left out unless they are asked for.
func (j *judge) types(n catalog.Need, conditional bool) []string {
	if n.Kind == catalog.Leaf {
		p, _ := j.catalog.Permission(n.Permission)
		return []string{p.Type, p.On()}
	}
	var all []string
	for _, u := range n.Under {
		if conditional || u.Kind != catalog.When {
			all = append(all, j.types(u, conditional)...)
		}
	}
	return all
}

// deciders collects what an unknown result hangs on, each once.
func (d *Decision) deciders() []Decider {
	all := deciders(d.Formula)
	if d.Own != nil && d.Own.Result == Unknown && !slices.Contains(all, Decider{Variable: d.Own.Variable}) {
		all = append(all, Decider{Variable: d.Own.Variable})
	}
	return all
}

// deciders collects what the unknown result of a formula hangs on.
func deciders(f Formula) []Decider {
	if f.Result != Unknown {
		return nil
	}
	var all []Decider
	add := func(d Decider) {
		if !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	f.walk(func(f Formula) {
		if f.Need != nil && f.Result == Unknown {
			for _, a := range f.Need.Open() {
				hanging(a, f.Need, add)
			}
		}
		if f.Applies == Unknown && f.Circumstance != nil && f.Result != Pass {
			add(Decider{Circumstance: f.Circumstance})
		}
	})
	return all
}

// walk visits the parts that are not granted whatever happens.
func (f Formula) walk(visit func(Formula)) {
	if f.Result == Pass {
		return
	}
	visit(f)
	for _, u := range f.Under {
		u.walk(visit)
	}
}

func hanging(a *Attempt, n *Need, add func(Decider)) {
	for _, c := range a.Checks {
		switch {
		case c.Result != Unknown:
		case c.Facet == policy.Condition:
			unknownLeaves(c, add)
		case c.Reason == MaybeService:
			add(Decider{Variable: c.Variable})
		default:
			add(Decider{Permission: n.Permission, Reason: c.Reason})
		}
	}
}

func unknownLeaves(c Check, add func(Decider)) {
	if c.Result != Unknown {
		return
	}
	if c.Reason == NotGiven {
		add(Decider{Variable: c.Variable})
	}
	for _, u := range c.Under {
		unknownLeaves(u, add)
	}
}

// inRegion puts the request's region into the name of a regional service. A
// tenancy's home is no hint: it may have subscribed to other regions too.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingregions.htm
func (j *judge) inRegion(service string) string {
	region := ""
	if v, ok := j.request.Values["request.region"]; ok && len(v.Members) > 0 {
		region = v.Members[0]
	}
	if r, ok := j.catalog.Region(region); ok {
		region = r.Name
	}
	if region == "" {
		return service
	}
	key := inRegion{service, region}
	name, known := j.regional[key]
	if !known {
		if j.regional == nil {
			j.regional = map[inRegion]string{}
		}
		name = strings.ReplaceAll(service, anyRegion, region)
		j.regional[key] = name
	}
	return name
}

type inRegion struct{ service, region string }

// anyRegion stands in the name of a service that each region has one of.
const anyRegion = "{region}"
