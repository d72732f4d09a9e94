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
func Add(f *source.File, world *tenancy.Tenancy, missing ...source.Missing) []source.Edit {
	if len(missing) == 0 {
		return nil
	}
	a := adding{world: world, file: f, root: rootOf(f)}
	for i, m := range missing {
		if !slices.ContainsFunc(missing[:i], func(x source.Missing) bool { return same(x, m) }) {
			a.collect(m)
		}
	}
	for i := range a.nests {
		n := &a.nests[i]
		for j := range n.fresh {
			a.entry(n.in.Pointer, "compartments", compartmentShape(&n.fresh[j]).text("  "))
		}
	}
	for _, l := range a.lists {
		a.place(l)
	}
	for _, p := range a.parts {
		e := layout{f.Text, p.around}.add(p.words...)
		e.Span.File = f.Name
		a.edits = append(a.edits, e)
	}
	return a.edits
}

// same tells whether two are one thing, for case tells no names apart.
func same(a, b source.Missing) bool {
	return a.Kind == b.Kind && strings.EqualFold(a.Name, b.Name)
}

// adding is what is added: first entries of lists, and then parts of the text.
type adding struct {
	world *tenancy.Tenancy
	file  *source.File
	root  *value
	nests []nest
	lists []entries
	parts []added
	edits []source.Edit
}

// nest is the compartments that are added below one that is there.
type nest struct {
	in    *tenancy.Compartment
	fresh []tenancy.CompartmentSpec
}

// entries are added to the list under a key of an object.
type entries struct {
	of, key string
	texts   []string
}

// added are parts of a list or an object.
type added struct {
	around *value
	words  []string
}

func (a *adding) collect(m source.Missing) {
	domain, name := tenancy.Unqualified(m.Name)
	parts := keyed("name", Quoted(name))
	if domain != "" {
		parts = append(parts, keyed("domain", Quoted(domain))...)
	}
	key := "groups"
	switch m.Kind {
	case "compartment":
		a.nest(strings.Split(m.Name, ":"))
		return
	case "dynamic group":
		key = "dynamicGroups"
		parts = append(parts, keyed("matchingRule", Quoted(a.world.FirstRule()))...)
	case "user":
		key = "users"
	}
	a.entry("", key, "{"+strings.Join(parts, ", ")+"}")
}

// nest adds what there is not yet of a path.
func (a *adding) nest(path []string) {
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
	at := a.below(in)
	for _, name := range path[depth:] {
		at = tenancy.Nest(at, name)
	}
}

func (a *adding) below(in *tenancy.Compartment) *[]tenancy.CompartmentSpec {
	for i := range a.nests {
		if a.nests[i].in == in {
			return &a.nests[i].fresh
		}
	}
	a.nests = append(a.nests, nest{in: in})
	return &a.nests[len(a.nests)-1].fresh
}

func (a *adding) entry(of, key, text string) {
	for i := range a.lists {
		if l := &a.lists[i]; l.of == of && l.key == key {
			l.texts = append(l.texts, text)
			return
		}
	}
	a.lists = append(a.lists, entries{of, key, []string{text}})
}

// place finds where entries go: into their list, which is made where it is not
// there.
func (a *adding) place(l entries) {
	whole := "[" + strings.Join(l.texts, ", ") + "]"
	object := a.root.find(l.of)
	switch list := a.root.find(l.of + "/" + l.key); {
	case list != nil && list.kind == 'n':
		a.edits = append(a.edits, source.Edit{Span: a.file.Span(list.start, list.end), New: whole})
	case list != nil && list.kind == '[' && len(list.entries)+len(l.texts) <= MaxListEntries:
		a.parts = append(a.parts, added{list, l.texts})
	case list == nil && object != nil && object.kind == '{':
		a.member(object, Quoted(l.key)+colon(a.file.Text, object)+whole)
	}
}

// member adds one to an object, which may get several.
func (a *adding) member(object *value, words string) {
	for i := range a.parts {
		if p := &a.parts[i]; p.around == object {
			p.words = append(p.words, words)
			return
		}
	}
	a.parts = append(a.parts, added{object, []string{words}})
}
