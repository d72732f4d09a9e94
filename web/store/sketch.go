package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// sketched gives statements that came alone a tenancy to be judged in: the groups and compartments that they name, somebody
// in the first group, and a first request. Whoever pastes a policy sees something at once.
func sketched(e *engine.Engine, s *scenario.Scenario) *scenario.Scenario {
	if s.Tenancy != nil || len(s.Policies) == 0 {
		return s
	}
	var k sketch
	for _, p := range s.Policies {
		for _, st := range e.Read(p.File).Statements {
			if allow, ok := st.Form.(*syntax.Allow); ok {
				k.who(allow.Who)
				k.where(allow.In)
			}
		}
	}
	next := *s
	next.Tenancy = scenario.NewTenancy(k.text())
	if s.Checks == nil {
		next.Checks = scenario.NewChecks("alice may ListBuckets in " + k.place() + "\n")
	}
	return &next
}

// sketch is what statements name.
type sketch struct {
	groups, dynamic []string
	places          []tenancy.CompartmentSpec
}

func (k *sketch) who(w syntax.Who) {
	groups, ok := w.(*syntax.Groups)
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
		at = below(at, name)
	}
}

// below finds the compartment of that name among some, or adds it, and gives what lies in it.
func below(all *[]tenancy.CompartmentSpec, name string) *[]tenancy.CompartmentSpec {
	for i := range *all {
		if strings.EqualFold((*all)[i].Name, name) {
			return &(*all)[i].Compartments
		}
	}
	*all = append(*all, tenancy.CompartmentSpec{Name: name})
	return &(*all)[len(*all)-1].Compartments
}

// path is the names from the first compartment down.
func (k *sketch) path() []string {
	var names []string
	for at := k.places; len(at) > 0; at = at[0].Compartments {
		names = append(names, at[0].Name)
	}
	return names
}

// place is the same as a sentence writes it.
func (k *sketch) place() string { return place(strings.Join(k.path(), ":")) }

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
