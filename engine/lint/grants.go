package lint

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// ladder is a verb on a resource.
type ladder struct {
	resource  *catalog.Resource
	verb      catalog.Verb
	community bool
}

// permissions is everything a statement is known to grant, before its condition.
func (p *Pass) permissions(st *statement) []*catalog.Permission {
	g := &st.Grants
	if g.Verb == 0 {
		return g.Permissions
	}
	if len(g.Resources) == 1 {
		return p.expand(ladder{g.Resources[0], g.Verb, g.Community})
	}
	var all []*catalog.Permission
	for _, r := range g.Resources {
		all = append(all, p.expand(ladder{r, g.Verb, g.Community})...)
	}
	return all
}

func (p *Pass) expand(l ladder) []*catalog.Permission {
	list, ok := p.Memory.expanded[l]
	if !ok {
		for perm := range p.Catalog.Permissions() {
			if p.carries(l, perm) {
				list = append(list, perm)
			}
		}
		if p.Memory.expanded == nil {
			p.Memory.expanded = map[ladder][]*catalog.Permission{}
		}
		p.Memory.expanded[l] = list
	}
	return list
}

func (p *Pass) carries(l ladder, perm *catalog.Permission) bool {
	if p.Catalog.Carries(l.resource, l.verb, perm) == catalog.KnownYes {
		return true
	}
	least, ok := p.Catalog.SeedLeast(l.resource, perm)
	return ok && l.community && perm.SeedOnly && l.verb >= least
}

// grants tells whether a statement is known to grant a permission.
func (p *Pass) grants(st *statement, perm *catalog.Permission) bool {
	if st.Grants.Verb == 0 {
		return slices.Contains(st.Grants.Permissions, perm)
	}
	return slices.ContainsFunc(st.Grants.Resources, func(r *catalog.Resource) bool {
		return p.carries(ladder{r, st.Grants.Verb, st.Grants.Community}, perm)
	})
}

// murky tells statements of which the catalog cannot say all that they grant.
func murky(st *statement) bool {
	return st.Grants.Opaque || slices.ContainsFunc(st.Grants.Resources, func(r *catalog.Resource) bool { return r.Unknown })
}

// permission finds a permission that the catalog must have.
func (p *Pass) permission(name string) *catalog.Permission {
	perm, ok := p.Catalog.Permission(name)
	if !ok {
		panic("lint: the catalog has lost " + name)
	}
	return perm
}

// callsOf is the operations that ask the caller for a permission.
func (p *Pass) callsOf(perm *catalog.Permission) []*catalog.Operation {
	if p.Memory.calls == nil {
		p.Memory.calls = map[string][]*catalog.Operation{}
		for op := range p.Catalog.Operations() {
			p.note(op, &op.Needs)
		}
	}
	return p.Memory.calls[perm.Name]
}

func (p *Pass) note(op *catalog.Operation, n *catalog.Need) {
	if n.Kind == catalog.Leaf && n.By == "" {
		p.Memory.calls[n.Permission] = append(p.Memory.calls[n.Permission], op)
	}
	for i := range n.Under {
		p.note(op, &n.Under[i])
	}
}

// asked is a permission for a subject, by statements whose condition does not
// speak of a variable.
type asked struct {
	subject    word
	permission *catalog.Permission
	variable   *catalog.Variable // nil: by statements without a condition
	anyhow     bool              // under whatever condition
}

// elsewhere tells whether all whom a statement speaks of have a permission in
// its place by statements that do not hang on the variable.
func (p *Pass) elsewhere(st *statement, perm *catalog.Permission, v *catalog.Variable) bool {
	for _, s := range st.who {
		if !p.reaches(asked{s, perm, v, false}, st) && !p.reaches(asked{everyone, perm, v, false}, st) && !p.reaches(asked{everyoneElse, perm, v, false}, st) {
			return false
		}
	}
	return true
}

// anywhere tells whether a subject of the statement has a permission in any
// place, under whatever condition.
func (p *Pass) anywhere(st *statement, perm *catalog.Permission) bool {
	by := func(s word) bool { return len(p.places(asked{s, perm, nil, true})) > 0 }
	return slices.ContainsFunc(st.who, by) || by(everyone) || by(everyoneElse)
}

func (p *Pass) reaches(a asked, st *statement) bool {
	places := p.places(a)
	for c := st.Where; c != nil && len(places) > 0; c = c.Parent {
		if places[c] {
			return true
		}
	}
	return false
}

// places is where the statements grant what is asked.
func (p *Pass) places(a asked) map[*tenancy.Compartment]bool {
	places, ok := p.granted[a]
	if ok {
		return places
	}
	places = map[*tenancy.Compartment]bool{}
	for _, st := range p.bySubject[a.subject] {
		if !places[st.Where] && (a.anyhow || !hangs(st.If, a.variable)) && p.grants(st, a.permission) {
			places[st.Where] = true
		}
	}
	p.granted[a] = places
	return places
}

// hangs tells whether a condition speaks of the variable; of none given, whether
// there is a condition at all.
func hangs(t policy.Test, v *catalog.Variable) bool {
	return anyLeaf(t, func(l *policy.Leaf) bool {
		return v == nil || l.Left.Var == v || len(l.Right) == 1 && l.Right[0].Var == v
	})
}

// runsTheTenancy tells groups that are meant to hold every power.
func runsTheTenancy(st *statement) bool {
	return st.Who.Kind == policy.InGroups && !slices.ContainsFunc(st.Who.Groups, func(g *tenancy.Group) bool {
		return !strings.Contains(strings.ToLower(g.Name), "admin")
	})
}
