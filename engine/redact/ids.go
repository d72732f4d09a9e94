package redact

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/tenancy"
)

// id is the new OCID of an old one. What names nothing of the tenancy gets a
// number.
func (r *redactor) id(old string) string {
	if new, ok := r.ids[old]; ok || r.learning || old == "" {
		r.use(old, new)
		return orElse(new, old)
	}
	kind := kindOf(old)
	for {
		r.names.counts["ocid "+kind]++
		new := remade(old, fmt.Sprintf("other%d", r.names.counts["ocid "+kind]))
		if _, ok := r.ids[new]; !ok {
			r.noteID(old, new)
			r.use(old, new)
			return new
		}
	}
}

func (r *redactor) noteID(old, new string) {
	if _, ok := r.ids[old]; !ok && old != "" {
		r.ids[old] = new
	}
}

// use tells of an OCID the first time that it is written.
func (r *redactor) use(old, new string) {
	if !r.learning && old != new && !r.told[old] {
		r.told[old] = true
		r.names.pairs = append(r.names.pairs, Pair{"OCID", old, new})
	}
}

func kindOf(id string) string {
	_, after, _ := strings.Cut(id, ".")
	kind, _, _ := strings.Cut(after, ".")
	return kind
}

// remade is an OCID of the same kind and realm with another end, and without the
// region.
func remade(id, end string) string {
	parts := strings.SplitN(id, ".", 4)
	if !tenancy.IsOCID(id) {
		return "id-" + end
	}
	if len(parts) < 4 {
		return "ocid1." + kindOf(id) + ".oc1.." + end
	}
	return strings.Join(parts[:3], ".") + ".." + end
}

var ending = strings.NewReplacer(":", ".", "/", ".")

// note notes the OCIDs of a tenancy, those that are made of names as well: the new
// ones end in the new names, so that they stay what the names make of them.
func (r *redactor) note(world *tenancy.Tenancy) {
	n := r.names
	for _, c := range world.Root.All() {
		name := n.of("compartment", c.Path())
		if c.Parent == nil {
			name = n.of("tenancy", c.Name)
		}
		r.noteID(c.ID, remade(c.ID, ending.Replace(name)))
	}
	for _, g := range world.Groups {
		r.noteID(g.ID, remade(g.ID, ending.Replace(r.qualified("group", g.Qualified()))))
	}
	for _, g := range world.DynamicGroups {
		r.noteID(g.ID, remade(g.ID, ending.Replace(r.qualified("dynamic group", g.Qualified()))))
	}
	for _, u := range world.Users {
		r.noteID(u.ID, remade(u.ID, ending.Replace(r.qualified("user", u.Qualified()))))
	}
	for _, res := range world.Resources {
		r.noteID(res.ID, remade(res.ID, n.of(res.Type, res.Name)))
	}
}
