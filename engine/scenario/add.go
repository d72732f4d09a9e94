package scenario

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// Add are the edits of a tenancy.json that add what is missing, with the parents
// of compartments that are missing too. A dynamic group begins with the rule of
// [tenancy.Tenancy.FirstRule]. World is what the text says. What has no place in it
// is left out, and a text that is no JSON has no places.
func Add(v Values, world *tenancy.Tenancy, missing ...source.Missing) []source.Edit {
	a := adding{world: world, json: v, parts: map[*value][]string{}}
	for i, m := range missing {
		if !slices.ContainsFunc(missing[:i], func(x source.Missing) bool { return same(x, m) }) {
			a.collect(m)
		}
	}
	for _, n := range a.nests {
		a.list(n.in.Pointer, "compartments", texts(n.fresh, compartmentShape))
	}
	a.list("", "groups", texts(a.spec.Groups, groupShape))
	a.list("", "users", texts(a.spec.Users, userShape))
	a.list("", "dynamicGroups", texts(a.spec.DynamicGroups, dynamicGroupShape))
	for _, around := range a.order {
		e := layout{v.file.Text, around}.add(a.parts[around]...)
		e.Span.File = v.file.Name
		a.edits = append(a.edits, e)
	}
	return a.edits
}

// same tells whether two are one thing, for case tells no names apart.
func same(a, b source.Missing) bool {
	return a.Kind == b.Kind && strings.EqualFold(a.Domain, b.Domain) && strings.EqualFold(a.Name, b.Name)
}

// adding is what is added, first as entries and then as parts of the text.
type adding struct {
	world *tenancy.Tenancy
	spec  tenancy.Spec
	nests []nest

	json  Values
	order []*value // the lists and objects that get parts
	parts map[*value][]string
	edits []source.Edit
}

// nest is the compartments that are added below one that is there.
type nest struct {
	in    *tenancy.Compartment
	fresh []tenancy.CompartmentSpec
}

func (a *adding) collect(m source.Missing) {
	switch m.Kind {
	case "group":
		a.spec.Groups = append(a.spec.Groups, tenancy.GroupSpec{Name: m.Name, Domain: m.Domain})
	case "user":
		a.spec.Users = append(a.spec.Users, tenancy.UserSpec{Name: m.Name, Domain: m.Domain})
	case "dynamic group":
		a.spec.DynamicGroups = append(a.spec.DynamicGroups, tenancy.DynamicGroupSpec{Name: m.Name, Domain: m.Domain, MatchingRule: a.world.FirstRule()})
	case "compartment":
		a.place(strings.Split(m.Name, ":"))
	default:
		panic("something is missing that cannot be added")
	}
}

// place adds what there is not yet of a path.
func (a *adding) place(path []string) {
	if len(path) > tenancy.MaxDepth || slices.Contains(path, "") {
		return
	}
	in, depth := a.world.Root, 0
	for ; depth < len(path); depth++ {
		next, ok := in.Child(path[depth])
		if !ok {
			break
		}
		in = next
	}
	i := slices.IndexFunc(a.nests, func(n nest) bool { return n.in == in })
	if i < 0 {
		i = len(a.nests)
		a.nests = append(a.nests, nest{in: in})
	}
	at := &a.nests[i].fresh
	for _, name := range path[depth:] {
		at = tenancy.Nest(at, name)
	}
}

// list puts entries into the list under a key of an object, which is made where
// it is not there.
func (a *adding) list(of, key string, entries []string) {
	if len(entries) == 0 {
		return
	}
	object := a.json.root.find(of)
	switch list := a.json.root.find(of + "/" + key); {
	case list != nil && list.kind == 'n':
		a.edits = append(a.edits, source.Edit{Span: a.json.file.Span(list.start, list.end), New: "[" + strings.Join(entries, ", ") + "]"})
	case list != nil && list.kind == '[' && len(list.entries)+len(entries) <= MaxListEntries:
		a.put(list, entries...)
	case list == nil && object != nil && object.kind == '{':
		a.put(object, Quoted(key)+colon(a.json.file.Text, object)+"["+strings.Join(entries, ", ")+"]")
	}
}

func (a *adding) put(around *value, parts ...string) {
	if a.parts[around] == nil {
		a.order = append(a.order, around)
	}
	a.parts[around] = append(a.parts[around], parts...)
}

// texts are entries as tenancy.json has them.
func texts[T any](all []T, of func(*T) *shape) []string {
	written := make([]string, len(all))
	for i := range all {
		written[i] = of(&all[i]).text("  ")
	}
	return written
}
