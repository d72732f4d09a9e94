package assist

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
)

// grants is what a passage grants or asks for, as far as it is written.
type grants struct {
	verb      catalog.Verb
	resources []*catalog.Resource
	names     []string             // of permissions in braces
	operation []*catalog.Operation // of a check
}

// grants reads the words of the grant, before and behind the caret.
func (p *passage) grants() grants {
	var g grants
	for k := range p.words {
		t := &p.words[k]
		if t.role != syntax.Grant {
			continue
		}
		word := t.raw
		if verb, ok := catalog.ParseVerb(word); ok && g.verb == 0 {
			g.verb = verb
		} else if r, ok := p.Catalog.Resource(p.resourceName(word)); ok {
			g.resources = append(g.resources, r)
		} else if p.Kind == Check && p.words[k-1].role == syntax.Keyword {
			g.operation = p.Catalog.Operation(word)
		} else if t.kind == syntax.Word {
			g.names = append(g.names, strings.ToUpper(word))
		}
	}
	return g
}

// resourceName is the name a type goes by in the catalog.
func (c *Context) resourceName(word string) string {
	if alias, ok := c.Catalog.Alias(word); ok && alias.Kind != catalog.Mistake {
		return alias.Resource
	}
	return word
}

// permissions is what is granted or asked for, permission by permission.
func (p *passage) permissions() []*catalog.Permission {
	g := p.grants()
	var all []*catalog.Permission
	for _, name := range g.names {
		if q, ok := p.Catalog.Permission(name); ok {
			all = append(all, q)
		}
	}
	for _, o := range g.operation {
		for _, name := range leaves(&o.Needs, nil) {
			if q, ok := p.Catalog.Permission(name); ok {
				all = append(all, q)
			}
		}
	}
	if g.verb == 0 || len(all) > 0 {
		return all
	}
	for q := range p.Catalog.Permissions() {
		if slices.ContainsFunc(g.resources, func(r *catalog.Resource) bool { return p.Catalog.Carries(r, g.verb, q) == catalog.KnownYes }) {
			all = append(all, q)
		}
	}
	return all
}

// leaves adds the permissions that the caller needs, each once.
func leaves(n *catalog.Need, names []string) []string {
	if n.Kind == catalog.Leaf && n.By == "" && !slices.Contains(names, n.Permission) {
		return append(names, n.Permission)
	}
	for i := range n.Under {
		names = leaves(&n.Under[i], names)
	}
	return names
}

// grant offers a verb and types, or permissions in braces.
func (l *list) grant(part []word) {
	p := l.p
	if p.Kind == Policy && p.crosses() && l.associated(part) {
		return
	}
	if len(part) == 0 {
		l.verbs()
		if p.crosses() && p.Kind == Policy {
			l.table("grant", "associate|joins a resource here to one there")
		}
		l.table("grant", "{|permissions by name|{")
		return
	}
	last := part[len(part)-1].raw
	closed := false
	for k := range part {
		closed = closed || part[k].raw == "}"
	}
	switch {
	case part[0].raw == "{" && !closed:
		if last == "{" || last == "," {
			l.permissions()
		}
	case last == "}":
		l.table("keyword", "in|and where")
		if p.Kind == Policy {
			l.types(p.narrows())
		}
	case !closed && (len(part) == 1 || last == ","):
		if verb, ok := catalog.ParseVerb(part[0].raw); ok {
			l.types(func(r *catalog.Resource) bool { return p.begins(r) <= verb })
		} else {
			l.table("keyword", "in|and where")
		}
	default:
		l.table("keyword", "in|and where")
	}
}

// narrows tells the types that one of the permissions in braces belongs to.
func (p *passage) narrows() func(*catalog.Resource) bool {
	all := p.permissions()
	return func(r *catalog.Resource) bool {
		return r.Kind == catalog.TypeKind && slices.ContainsFunc(all, func(q *catalog.Permission) bool { return q.Type == r.Name })
	}
}

// begins is the lowest verb that gives something of a type, as far as its table
// is known.
func (p *passage) begins(r *catalog.Resource) catalog.Verb {
	if r.Kind == catalog.TypeKind && !r.Unknown {
		for v := catalog.Inspect; v <= catalog.Manage; v++ {
			if len(p.Catalog.Adds(r, v)) > 0 {
				return v
			}
		}
	}
	return catalog.Inspect
}

const verbs = "inspect|list|Lists resources, without what may be confidential in them.\n" +
	"read|and see what is in it|What inspect carries, and the resource itself with what users keep in it.\n" +
	"use|and work with what is there|What read carries, and working with resources that are there. Updating is part of it unless that comes to making.\n" +
	"manage|everything|All permissions of the type."

func (l *list) verbs() {
	for line := range strings.SplitSeq(verbs, "\n") {
		verb, rest, _ := strings.Cut(line, "|")
		detail, doc, _ := strings.Cut(rest, "|")
		if l.wants(verb) {
			l.put("grant", verb, verb+" ", detail).Doc = doc
		}
	}
}

// types offers families, then types.
func (l *list) types(fits func(*catalog.Resource) bool) {
	for _, families := range [...]bool{true, false} {
		for r := range l.p.Catalog.Resources() {
			if (r.Kind != catalog.TypeKind) == families && l.wants(r.Name) && fits(r) {
				l.put("grant", r.Name, r.Name, l.about(r)).Doc = r.Note
			}
		}
	}
}

func (l *list) about(r *catalog.Resource) string {
	switch r.Kind {
	case catalog.AllKind:
		return "every type"
	case catalog.FamilyKind:
		return brief(strings.Join(r.Members, ", "))
	}
	return r.Service
}

// permissions offers those that the braces do not hold yet; with a type behind
// the braces, those of the type. Those of the types in the braces come first.
func (l *list) permissions() {
	beside := map[string]bool{}
	for _, q := range l.p.permissions() {
		beside[q.Type] = true
	}
	l.permissionsOf(func(q *catalog.Permission) bool { return beside[q.Type] })
	l.permissionsOf(func(q *catalog.Permission) bool { return !beside[q.Type] })
}

func (l *list) permissionsOf(fits func(*catalog.Permission) bool) {
	g := l.p.grants()
	for q := range l.p.Catalog.Permissions() {
		if !fits(q) || !l.wants(q.Name) || l.has(g.names, q.Name) || !g.allows(l.p.Catalog, q) {
			continue
		}
		detail := q.Type
		if q.SeedOnly {
			detail = strings.TrimSpace(detail + " (only in a community list)")
		}
		l.put("grant", q.Name, q.Name, detail)
	}
}

// has tells whether the braces hold a permission beside the word under the caret.
func (l *list) has(names []string, name string) bool {
	n := 0
	for _, other := range names {
		if other == name {
			n++
		}
	}
	if l.p.under.start < l.p.under.end && strings.EqualFold(l.p.under.raw, name) {
		n--
	}
	return n > 0
}

func (g grants) allows(c *catalog.Catalog, q *catalog.Permission) bool {
	return len(g.resources) == 0 || slices.ContainsFunc(g.resources, func(r *catalog.Resource) bool {
		_, fact := c.Least(r, q)
		return fact != catalog.KnownNo || q.Type == r.Name
	})
}
