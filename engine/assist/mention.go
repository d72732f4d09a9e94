package assist

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// thing is an entry of the tenancy; one of these is set.
type thing struct {
	group   *tenancy.Group
	dynamic *tenancy.DynamicGroup
	place   *tenancy.Compartment
	user    *tenancy.User
}

func (t thing) target() Target {
	switch {
	case t.group != nil:
		return Target{Kind: "group", Name: t.group.Name, Pointer: fmt.Sprintf("/groups/%d", t.group.Index)}
	case t.dynamic != nil:
		return Target{Kind: "dynamic group", Name: t.dynamic.Name, Pointer: fmt.Sprintf("/dynamicGroups/%d", t.dynamic.Index)}
	case t.user != nil:
		return Target{Kind: "user", Name: t.user.Name, Pointer: fmt.Sprintf("/users/%d", t.user.Index)}
	case t.place != nil:
		return Target{Kind: "compartment", Name: t.place.Name, Pointer: t.place.Pointer}
	}
	return Target{}
}

// mention is a place in the text that names something.
type mention struct {
	thing thing
	span  source.Span // of the name alone
	id    bool        // by identifier
	whole syntax.Token
}

// mentions finds what word k names: of a path, every compartment on the way.
func (p *passage) mentions(k int) []mention {
	t := p.words[k]
	if t.Kind != syntax.Word && t.Kind != syntax.String && t.Kind != syntax.Number {
		return nil
	}
	if found, ok := p.identified(p.value(t)); ok {
		return []mention{{found, p.inner(t), true, t}}
	}
	switch {
	case t.Role == syntax.Subject && p.Kind == Check:
		return p.caller(k)
	case t.Role == syntax.Subject:
		return p.member(k)
	case t.Role == syntax.Location:
		return p.path(k)
	case t.Role == syntax.Condition && t.Kind == syntax.String:
		return p.operand(k)
	}
	return nil
}

// inner is the place of a word without its quotes.
func (p *passage) inner(t syntax.Token) source.Span {
	if t.Kind == syntax.String {
		return p.File.Span(t.Start+1, t.End-1)
	}
	return p.span(t)
}

// identified finds what an OCID belongs to.
func (c *Context) identified(id string) (thing, bool) {
	if !strings.HasPrefix(id, "ocid1.") {
		return thing{}, false
	}
	if g, ok := c.World.GroupByID(id); ok {
		return thing{group: g}, true
	}
	if g, ok := c.World.DynamicGroupByID(id); ok {
		return thing{dynamic: g}, true
	}
	if place, ok := c.World.CompartmentByID(id); ok {
		return thing{place: place}, true
	}
	for _, u := range c.World.Users {
		if u.ID == id {
			return thing{user: u}, true
		}
	}
	return thing{}, false
}

// member is the group that a word of the subject names.
func (p *passage) member(k int) []mention {
	kind, t := "", p.words[k]
	for _, w := range p.words[:k] {
		if w.Role == syntax.Subject {
			kind = p.low(w)
			break
		}
	}
	domain := ""
	if k >= 2 && p.isSlash(k-1) {
		domain = p.value(p.words[k-2])
	}
	if g, ok := p.World.Group(domain, p.value(t)); ok && kind == "group" {
		return []mention{{thing{group: g}, p.inner(t), false, t}}
	}
	if g, ok := p.World.DynamicGroup(domain, p.value(t)); ok && kind == "dynamic-group" {
		return []mention{{thing{dynamic: g}, p.inner(t), false, t}}
	}
	return nil
}

// caller is the user that a check is about.
func (p *passage) caller(k int) []mention {
	domain, name, ok := strings.Cut(p.value(p.words[k]), "/")
	if !ok {
		domain, name = "", domain
	}
	if k > 1 || k == 1 && p.low(p.words[0]) != "user" {
		return nil
	}
	if u, ok := p.World.User(domain, name); ok {
		return []mention{{thing{user: u}, p.inner(p.words[k]), false, p.words[k]}}
	}
	return nil
}

// path is the compartments that a location goes through.
func (p *passage) path(k int) []mention {
	t := p.words[k]
	if before := p.words[k-1]; p.Kind == Policy && !(before.Role == syntax.Location && p.low(before) == "compartment") {
		return nil
	}
	places := p.follow(strings.Split(p.value(t), ":"))
	at := p.inner(t)
	var all []mention
	for i, name := range strings.Split(p.File.Slice(at), ":") {
		if i == len(places) {
			break
		}
		if places[i] != nil {
			all = append(all, mention{thing{place: places[i]}, p.File.Span(at.Start, at.Start+len(name)), false, t})
		}
		at.Start += len(name) + 1
	}
	return all
}

// follow is the compartments that the names of a path lead through, from where
// the text begins its paths; nil for a place that is not there. A path may begin
// with the name of the place itself.
func (c *Context) follow(names []string) []*tenancy.Compartment {
	from := c.root()
	places := make([]*tenancy.Compartment, len(names))
	if _, ok := from.Child(names[0]); !ok && strings.EqualFold(from.Name, names[0]) {
		places[0] = from
	}
	skip := 0
	if places[0] != nil {
		skip = 1
	}
	for i := skip; i < len(names); i++ {
		if place, ok := from.Walk(names[skip : i+1]...); ok {
			places[i] = place
		}
	}
	return places
}

// operand is what a value of a condition names.
func (p *passage) operand(k int) []mention {
	t, first := p.words[k], k
	for first > 0 && p.words[first-1].Role == syntax.Condition {
		first--
	}
	name := p.value(t)
	kind, what := holds(p.step(p.words[first:k]).variable)
	if what != "name" {
		return nil
	}
	found := thing{}
	switch kind {
	case ofGroup:
		found.group, _ = p.World.Group("", name)
	case ofDynamicGroup:
		found.dynamic, _ = p.World.DynamicGroup("", name)
	case ofUser:
		found.user, _ = p.World.User("", name)
	case ofCompartment:
		found.place = p.onlyPlace(name)
	}
	if found == (thing{}) {
		return nil
	}
	return []mention{{found, p.inner(t), false, t}}
}

// onlyPlace is the compartment of a name that no other has.
func (c *Context) onlyPlace(name string) *tenancy.Compartment {
	var found *tenancy.Compartment
	for _, place := range c.World.Root.All() {
		if strings.EqualFold(place.Name, name) {
			if found != nil {
				return nil
			}
			found = place
		}
	}
	return found
}

// members is the users in a group.
func members(world *tenancy.Tenancy, g *tenancy.Group) []string {
	var names []string
	for _, u := range world.Users {
		for _, in := range u.Groups {
			if in == g {
				names = append(names, u.Qualified())
			}
		}
	}
	return names
}
