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

// when judges a part that counts in a circumstance. While nobody knows whether
// it holds, the part matters only if it is not granted anyway.
func (j *judge) when(f *Formula, n catalog.Need, d *Decision) {
	f.Circumstance, f.Not, f.Applies = n.Circumstance, n.Not, j.applies(n)
	if f.Applies == Fail {
		f.Result = Pass
		return
	}
	f.Under = []Formula{j.formula(n.Under[0], d)}
	f.Result = f.Under[0].Result
	if f.Applies == Unknown && f.Result == Fail {
		f.Result = Unknown
	}
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

// touches tells whether the request places a resource of the types that a part
// of the formula is about.
func (j *judge) touches(n catalog.Need) bool {
	if n.Kind == catalog.Leaf {
		p, _ := j.catalog.Permission(n.Permission)
		_, placed := j.request.Elsewhere[p.Type]
		return placed
	}
	return slices.ContainsFunc(n.Under, j.touches)
}

// deciders collects what an unknown result hangs on, each once.
func deciders(f Formula) []Decider {
	var all []Decider
	add := func(d Decider) {
		if !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	if f.Result != Unknown {
		return nil
	}
	if f.Need != nil {
		for _, a := range f.Need.Hanging {
			hanging(a, f.Need, add)
		}
	}
	if f.Applies == Unknown {
		add(Decider{Circumstance: f.Circumstance})
	}
	for _, u := range f.Under {
		for _, d := range deciders(u) {
			add(d)
		}
	}
	return all
}

func hanging(a *Attempt, n *Need, add func(Decider)) {
	for _, c := range a.Checks {
		switch {
		case c.Result != Unknown:
		case c.Facet == policy.Condition:
			unknownLeaves(c, add)
		default:
			add(Decider{Permission: n.Permission})
		}
	}
}

func unknownLeaves(c Check, add func(Decider)) {
	if c.Result != Unknown {
		return
	}
	if c.Variable != "" {
		add(Decider{Variable: c.Variable})
	}
	for _, u := range c.Under {
		unknownLeaves(u, add)
	}
}

// inRegion puts the request's region into the name of a regional service.
func (j *judge) inRegion(service string) string {
	region := j.world.HomeRegion
	if v, ok := j.request.Values["request.region"]; ok && len(v.Members) > 0 {
		region = v.Members[0]
	}
	if r, ok := j.catalog.Region(region); ok {
		region = r.Name
	}
	if region == "" {
		return service
	}
	return strings.ReplaceAll(service, "{region}", region)
}
