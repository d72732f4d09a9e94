package store

import (
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// entry is something that tenancy.json tells of.
type entry struct {
	kind, name, domain, id string
	tags                   tenancy.Tags
	place                  *tenancy.Compartment // the one of these that it is
	group                  *tenancy.Group
	user                   *tenancy.User
	resource               *tenancy.Resource
	source                 *tenancy.NetworkSource
}

// entryAt finds what a pointer leads to.
func (s State) entryAt(pointer string) *entry {
	w := s.Analysis.World
	for _, c := range w.Root.All() {
		if c.Pointer == pointer {
			return &entry{kind: "compartment", name: c.Name, id: c.ID, tags: c.Tags, place: c}
		}
	}
	for _, g := range w.Groups {
		if g.Pointer == pointer {
			return &entry{kind: "group", name: g.Name, domain: g.Domain, id: g.ID, tags: g.Tags, group: g}
		}
	}
	for _, g := range w.DynamicGroups {
		if g.Pointer == pointer {
			return &entry{kind: "dynamic group", name: g.Name, domain: g.Domain, id: g.ID, tags: g.Tags}
		}
	}
	for _, u := range w.Users {
		if u.Pointer == pointer {
			return &entry{kind: "user", name: u.Name, domain: u.Domain, id: u.ID, user: u}
		}
	}
	for _, r := range w.Resources {
		if r.Pointer == pointer {
			return &entry{kind: "resource", name: r.Name, id: r.ID, tags: r.Tags, resource: r}
		}
	}
	for _, n := range w.NetworkSources {
		if n.Pointer == pointer {
			return &entry{kind: "network source", name: n.Name, source: n}
		}
	}
	return nil
}

// qualified is the name with its domain, as texts write it.
func (e *entry) qualified() string { return tenancy.Qualified(e.domain, e.name) }

// lists are where entries of a kind stand.
var lists = map[string]string{"compartment": "/compartments", "domain": "/domains", "group": "/groups", "user": "/users",
	"dynamic group": "/dynamicGroups", "resource": "/resources", "network source": "/networkSources"}

// ruleTokens are the coloured words of a matching rule, which is one condition.
func ruleTokens(f *source.File) []Token {
	var all []Token
	for _, t := range syntax.Tokens(f) {
		class := "condition"
		switch word := strings.ToLower(f.Text[t.Start:t.End]); {
		case t.Kind == syntax.Space:
			continue
		case t.Kind == syntax.Comment:
			class = "comment"
		case word == "any" || word == "all":
			class = "keyword"
		}
		all = append(all, Token{t.Start, t.End, "tok-" + class})
	}
	return all
}
