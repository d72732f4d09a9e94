package store

import (
	"cmp"
	"slices"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// sketched gives statements that came alone a tenancy to be judged in: the groups and compartments that they name, somebody
// in the first group, and a first request, which the first statement about that group is for. Whoever pastes a policy sees
// it at work.
func sketched(e *engine.Engine, s *scenario.Scenario) *scenario.Scenario {
	if s.Tenancy != nil || len(s.Policies) == 0 {
		return s
	}
	var k sketch
	for _, p := range s.Policies {
		for _, st := range e.Read(p.File).Statements {
			if allow, ok := st.Form.(*syntax.Allow); ok {
				k.who(allow)
				k.where(allow.In)
			}
		}
	}
	next := *s
	next.Tenancy = scenario.NewTenancy(k.text())
	if s.Checks == nil {
		next.Checks = scenario.NewChecks("alice may " + k.asks() + " in " + k.place() + "\n")
	}
	return &next
}

// sketch is what statements name.
type sketch struct {
	first           *syntax.Allow // that alice may use; one about a type with known permissions, if there is one
	groups, dynamic []string
	places          []tenancy.CompartmentSpec
}

func (k *sketch) who(allow *syntax.Allow) {
	groups, ok := allow.Who.(*syntax.Groups)
	if !ok {
		return
	}
	to := &k.groups
	if strings.EqualFold(groups.Kind, "dynamic-group") {
		to = &k.dynamic
	}
	for _, g := range groups.Names {
		if name := nameOf(g); name != "" && !slices.Contains(*to, name) {
			*to = append(*to, name)
		}
	}
	isFirst := func(g *syntax.GroupName) bool { return len(k.groups) > 0 && nameOf(g) == k.groups[0] }
	if to == &k.groups && slices.ContainsFunc(groups.Names, isFirst) && (k.first == nil || untold(k.first) && !untold(allow)) {
		k.first = allow
	}
}

// untold tells a statement about a type of which nobody knows what the verbs give.
func untold(allow *syntax.Allow) bool {
	do, ok := allow.Do.(*syntax.Verb)
	if !ok {
		return false
	}
	r, known := catalog.Default().Resource(do.Types[0].Text)
	return known && r.Unknown
}

// nameOf is a group's plain name; one of another domain or given by its OCID is left for the person to add.
func nameOf(g *syntax.GroupName) string {
	if g.Domain() != nil || g.Name() == nil {
		return ""
	}
	return string(g.Name().Text)
}

func (k *sketch) where(in syntax.In) {
	path, ok := in.(*syntax.ByPath)
	if !ok {
		return
	}
	at := &k.places
	for name := range strings.SplitSeq(string(path.Path.Text), ":") {
		if name == "" {
			return
		}
		at = tenancy.Nest(at, name)
	}
}

// path is the names from the first compartment down.
func (k *sketch) path() []string {
	var names []string
	for at := k.places; len(at) > 0; at = at[0].Compartments {
		names = append(names, at[0].Name)
	}
	return names
}

// place is where the first statement is about, or else the first compartment, as a sentence writes it.
func (k *sketch) place() string {
	if k.first != nil {
		if in, ok := k.first.In.(*syntax.ByPath); ok {
			return place(string(in.Path.Text))
		}
	}
	return place(strings.Join(k.path(), ":"))
}

// asks is what alice asks for: what the first statement lets her do, as a call where one is for just that.
func (k *sketch) asks() string {
	if k.first == nil {
		return "ListBuckets"
	}
	switch do := k.first.Do.(type) {
	case *syntax.Permissions:
		return "{" + do.Names[0].Text + "}"
	case *syntax.Verb:
		verb, named := catalog.ParseVerb(do.Verb.Text)
		if r, known := catalog.Default().Resource(do.Types[0].Text); named && known && r.Kind != catalog.AllKind {
			return cmp.Or(call(r, verb), verb.String()+" "+r.Name)
		}
	}
	return "ListBuckets"
}

// call is the shortest call that a verb on a type makes possible and the verbs below it do not, or else one that these make
// possible, if it takes no more than that. One that names the type goes before others.
func call(r *catalog.Resource, verb catalog.Verb) string {
	c := catalog.Default()
	word := strings.ReplaceAll(strings.TrimSuffix(r.Name, "s"), "-", "")
	names := func(call string) int { return strings.Count(strings.ToLower(call), word) }
	for ; verb > 0; verb-- {
		best := ""
		for _, u := range c.Unlocks(r, verb) {
			name := u.Operation.Name
			alone := len(u.Also)+len(u.Depends) == 0 && len(c.Operation(name)) == 1
			if alone && (best == "" || cmp.Or(names(best)-names(name), len(name)-len(best)) < 0) {
				best = name
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

func (k *sketch) text() string {
	world := tenancy.Spec{Name: "acme", Compartments: k.places, Users: []tenancy.UserSpec{{Name: "alice"}}}
	for _, g := range k.groups {
		world.Groups = append(world.Groups, tenancy.GroupSpec{Name: g})
	}
	for _, g := range k.dynamic {
		rule := "any {instance.compartment.id = 'ocid1.compartment.oc1.." + strings.Join(k.path(), ".") + "'}"
		world.DynamicGroups = append(world.DynamicGroups, tenancy.DynamicGroupSpec{Name: g, MatchingRule: rule})
	}
	if len(k.groups) > 0 {
		world.Users[0].Groups = k.groups[:1]
	}
	return scenario.TenancyText(world)
}
