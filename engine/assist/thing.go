package assist

import (
	"strings"

	"oci-policy-playground/engine/tenancy"
)

// thing is an entry of the tenancy.
type thing struct {
	kind                    string               // group, dynamic group, user, compartment, resource
	name, domain, label, id string               // the label is the name with its domain, or the path
	pointer                 string               // into tenancy.json
	rule                    string               // of a dynamic group
	place                   *tenancy.Compartment // a compartment, or where a resource lives
	sort                    string               // of a resource
	tags                    tenancy.Tags
}

// things is all there is in the tenancy, gathered once.
func (p *passage) things() []*thing {
	if p.known != nil {
		return p.known
	}
	add := func(kind, domain, name, id, pointer string) *thing {
		t := &thing{kind: kind, domain: domain, name: name, label: tenancy.Qualified(domain, name), id: id, pointer: pointer}
		p.known = append(p.known, t)
		return t
	}
	for _, g := range p.World.Groups {
		add("group", g.Domain, g.Name, g.ID, g.Pointer).tags = g.Tags
	}
	for _, g := range p.World.DynamicGroups {
		t := add("dynamic group", g.Domain, g.Name, g.ID, g.Pointer)
		t.tags, t.rule = g.Tags, g.MatchingRule
	}
	for _, u := range p.World.Users {
		add("user", u.Domain, u.Name, u.ID, u.Pointer)
	}
	for _, c := range p.World.Root.All() {
		t := add("compartment", "", c.Name, c.ID, c.Pointer)
		t.tags, t.place, t.label = c.Tags, c, c.Label()
	}
	for _, r := range p.World.Resources {
		t := add("resource", "", r.Name, r.ID, r.Pointer)
		t.tags, t.place, t.sort = r.Tags, r.Compartment, r.Type
	}
	return p.known
}

// thing is the entry of a kind that has this name in this domain, or nil.
func (p *passage) thing(kind, domain, name string) *thing {
	if domain == "" && kind != "compartment" {
		domain = tenancy.DefaultDomain
	}
	for _, t := range p.things() {
		if t.kind == kind && strings.EqualFold(t.name, name) && strings.EqualFold(t.domain, domain) {
			return t
		}
	}
	return nil
}

// about is a few words beside the name of a thing.
func (p *passage) about(t *thing) string {
	switch t.kind {
	case "group":
		return counted(len(p.members(t)), "user")
	case "dynamic group":
		return brief(t.rule)
	case "compartment":
		if n := len(p.living(t)); n > 0 {
			return counted(n, "resource")
		}
	}
	return ""
}

// members is the users in a group, or the groups of a user.
func (p *passage) members(t *thing) []string {
	var names []string
	for _, u := range p.World.Users {
		for _, g := range u.Groups {
			if g.ID == t.id {
				names = append(names, u.Qualified())
			} else if u.ID == t.id {
				names = append(names, g.Qualified())
			}
		}
	}
	return names
}

// living is the resources in a compartment, or those that a rule names or whose compartment it names.
func (p *passage) living(t *thing) []string {
	var names []string
	for _, r := range p.World.Resources {
		if r.Compartment == t.place {
			names = append(names, r.Type+" "+r.Name)
		} else if strings.Contains(t.rule, "'"+r.ID+"'") || strings.Contains(t.rule, "'"+r.Compartment.ID+"'") {
			names = append(names, r.Name)
		}
	}
	return names
}
