package assist

import (
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Move writes the new path of a compartment that moves below another one, in
// all of the texts that spell it out: in policies only where OCI does it, which
// is where the policy is attached at or above both the old parent and the new
// one. A policy attached elsewhere keeps a path that leads nowhere. The entry in
// the tenancy is left to the caller.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/compartments/Working_with_Compartments.htm
func Move(world *tenancy.Tenancy, c, to *tenancy.Compartment, texts []Context) []source.Edit {
	p := &passage{Context: &Context{World: world}}
	r := &renamer{thing: p.identified(c.ID), to: to}
	r.remake(p, c.Path(), Below(to, c.Name))
	r.rewrite(p, texts)
	return r.edits
}

// Below is the path of a name in a compartment.
func Below(c *tenancy.Compartment, name string) string {
	if c.Parent == nil {
		return name
	}
	return c.Path() + ":" + name
}

// reroute writes the new path in the place of the old one, up to the compartment
// that moves. A value of a condition is a name and no path; it stays.
func (r *renamer) reroute(p *passage, m *mention) {
	from := p.root()
	if m.whole.role != syntax.Location || from.Within(r.thing.place) || !r.to.Within(from) {
		return
	}
	start, _ := m.whole.inner()
	path := Below(r.to, r.thing.name)
	if from.Parent != nil {
		path = strings.TrimPrefix(path, from.Path()+":")
	}
	r.edit(p, m, start, path)
}
