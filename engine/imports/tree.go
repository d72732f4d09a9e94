package imports

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// sameTenancy tells whether all that was found is of the tenancy that is open,
// and notes which that is.
func (r *reader) sameTenancy() bool {
	open, _ := tenancy.New(r.spec)
	for _, all := range r.found {
		for _, v := range all {
			id := r.tenancyOf(v)
			switch {
			case id == "" || id == open.ID:
			case r.spec.ID == "":
				r.spec.ID = id
			case r.spec.ID != id:
				r.fail("other-tenancy", place(v), "this is of another tenancy than what is open",
					fmt.Sprintf("Open is `%s`, this is of `%s`. Begin with an empty scenario for it.", r.spec.ID, id))
				return false
			}
		}
	}
	return true
}

// tenancyOf is the OCID of the tenancy that an object says it is of, "" when it
// says none.
func (r *reader) tenancyOf(v scenario.Value) string {
	for _, id := range [...]string{v.Under("compartmentId").Text(), v.Under("tenancyOcid").Text(), identifier(v)} {
		if ocidKind(id) == "tenancy" {
			return id
		}
	}
	return ""
}

func (r *reader) tenancy() {
	for _, v := range r.found[tenancies] {
		if name := called(v); name != "" {
			r.spec.Name = name
			r.take("tenancies", name)
		}
		if region, ok := catalog.Default().Region(v.Under("homeRegionKey").Text()); ok {
			r.spec.HomeRegion = region.Name
		}
		if tags := v.Under("definedTags").Tags(); tags != nil {
			r.spec.DefinedTags = tags
		}
	}
}

// node is a compartment while the tree is put together.
type node struct {
	spec     tenancy.CompartmentSpec
	parent   *node // nil below the root and while it is unknown
	children []*node
}

// tree is the compartments that there are and those that come.
type tree struct {
	roots []*node
	all   []*node
	byID  map[string]*node
}

func (t *tree) add(n *node) {
	t.all = append(t.all, n)
	if n.spec.ID != "" {
		t.byID[n.spec.ID] = n
	}
	if n.parent == nil {
		t.roots = append(t.roots, n)
	} else {
		n.parent.children = append(n.parent.children, n)
	}
}

func plant(specs []tenancy.CompartmentSpec) *tree {
	t := &tree{byID: map[string]*node{}}
	t.grow(nil, specs)
	return t
}

func (t *tree) grow(parent *node, specs []tenancy.CompartmentSpec) {
	for _, s := range specs {
		below := s.Compartments
		s.Compartments = nil
		n := &node{spec: s, parent: parent}
		t.add(n)
		t.grow(n, below)
	}
}

// specs are the compartments as tenancy.json has them.
func specs(nodes []*node) []tenancy.CompartmentSpec {
	var all []tenancy.CompartmentSpec
	for _, n := range nodes {
		s := n.spec
		s.Compartments = specs(n.children)
		all = append(all, s)
	}
	return all
}

// compartments lays those found over the tree: the same OCID is the same
// compartment, and else one of that name without an OCID in the same place.
func (r *reader) compartments() {
	t := plant(r.spec.Compartments)
	for _, v := range r.found[compartments] {
		if name := called(v); !scenario.IsName(name) || strings.Contains(name, ":") {
			r.badName(v, "compartment", name)
			continue
		}
		r.merge(t, v)
	}
	for _, n := range slices.Clone(t.all) {
		t.rehang(n, r.spec.ID)
	}
	if len(r.found[compartments]) > 0 {
		r.missing(t)
	}
	r.spec.Compartments = specs(t.roots)
}

func (r *reader) merge(t *tree, v scenario.Value) {
	id, above := identifier(v), v.Under("compartmentId").Text()
	n := t.byID[id]
	if n == nil {
		n = t.unnamed(called(v), t.byID[above])
	}
	if n == nil {
		n = &node{}
		t.add(n)
	}
	n.spec.Name, n.spec.ID, n.spec.CompartmentID = called(v), id, above
	t.byID[id] = n
	if tags := v.Under("definedTags").Tags(); tags != nil {
		n.spec.DefinedTags = tags
	}
	r.take("compartments", n.spec.Name)
}

// unnamed is the compartment of a name below another that has no OCID yet.
func (t *tree) unnamed(name string, parent *node) *node {
	for _, n := range t.all {
		if n.parent == parent && n.spec.ID == "" && strings.EqualFold(n.spec.Name, name) {
			return n
		}
	}
	return nil
}

// rehang moves a compartment below the parent it names, if that is there and not
// below it.
func (t *tree) rehang(n *node, root string) {
	above := t.byID[n.spec.CompartmentID]
	if above == nil && n.spec.CompartmentID != root || n.spec.CompartmentID == "" {
		return
	}
	for up := above; up != nil; up = up.parent {
		if up == n {
			return
		}
	}
	from := &t.roots
	if n.parent != nil {
		from = &n.parent.children
	}
	*from = slices.DeleteFunc(*from, func(c *node) bool { return c == n })
	n.parent, n.spec.CompartmentID = above, ""
	if above == nil {
		t.roots = append(t.roots, n)
	} else {
		above.children = append(above.children, n)
	}
}

// missing says which compartments wait for a parent.
func (r *reader) missing(t *tree) {
	var waiting []string
	for _, n := range t.roots {
		if n.spec.CompartmentID != "" {
			waiting = append(waiting, n.spec.Name)
		}
	}
	if len(waiting) > 0 {
		r.say(source.Warning, "missing-parent", source.Span{}, fmt.Sprintf("%s in one that is not here", counted(len(waiting), "compartment lies", "compartments lie")),
			"Nothing counts in "+names(waiting)+" until the list with the parent is imported, too; `--compartment-id-in-subtree true` lists all.")
	}
}

func (r *reader) badName(v scenario.Value, what, name string) {
	r.say(source.Warning, "bad-name", place(v), fmt.Sprintf("a %s called `%s` is left out", what, scenario.Shown(name)),
		"Here a name has no slash, no colon and no invisible characters.")
}

// known gives a compartment's OCID a place in the tree: one that no list had
// gets a name made of its OCID until a list brings the right one.
func (r *reader) known(id string, at source.Span) {
	if r.ids == nil {
		r.ids = r.placed()
	}
	if id == "" || r.ids[id] {
		return
	}
	r.ids[id] = true
	name := "compartment-" + id[max(0, len(id)-6):]
	if !scenario.IsName(name) || strings.Contains(name, ":") {
		name = "compartment-unknown"
	}
	r.spec.Compartments = append(r.spec.Compartments, tenancy.CompartmentSpec{Name: name, ID: id})
	r.say(source.Warning, "unknown-compartment", at, fmt.Sprintf("which compartment `%s` is, is not known", scenario.Shown(id)),
		fmt.Sprintf("It stands below the root as `%s`. Import the list of compartments as well: it then gets its name and its place.", name))
}

// placed are the OCIDs of the compartments that there are.
func (r *reader) placed() map[string]bool {
	ids := map[string]bool{}
	for id := range plant(r.spec.Compartments).byID {
		ids[id] = true
	}
	world, _ := tenancy.New(r.spec)
	for _, c := range world.Root.All() {
		ids[c.ID] = true
	}
	return ids
}
