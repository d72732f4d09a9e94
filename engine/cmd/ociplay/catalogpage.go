package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"oci-policy-playground/engine/catalog"
)

// page writes what the catalog knows of one thing after another.
type page struct {
	out io.Writer
	c   *catalog.Catalog
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(p.out, format+"\n", args...) }

// some prints a line with a list, nothing when the list is empty.
func (p *page) some(what string, list []string) {
	if len(list) > 0 {
		p.line("%s: %s", what, strings.Join(list, ", "))
	}
}

func (p *page) given(what, text string) {
	if text != "" {
		p.line("%s: %s", what, text)
	}
}

// write prints the page of an entry, which was asked for by a name.
func (p *page) write(e catalog.Entry, asked string) {
	switch e.Kind {
	case catalog.ServiceEntry:
		s, _ := p.c.Service(e.Name)
		p.service(s)
	case catalog.TypeEntry, catalog.FamilyEntry:
		r, _ := p.c.Resource(e.Name)
		p.resource(r, asked)
	case catalog.OperationEntry:
		p.operation(p.c.Operation(e.Key())[0])
	case catalog.PermissionEntry:
		perm, _ := p.c.Permission(e.Name)
		p.permission(perm)
	case catalog.VariableEntry:
		v, _ := p.c.Variable(e.Name)
		p.variable(v)
	}
}

func (p *page) service(s *catalog.Service) {
	p.line("service %s: %s, as of %s", s.Key, s.Name, s.Date)
	var types, families, calls []string
	for r := range p.c.Resources() {
		switch {
		case r.Service != s.Key:
		case r.Kind == catalog.TypeKind:
			types = append(types, r.Name)
		default:
			families = append(families, r.Name)
		}
	}
	for o := range p.c.Operations() {
		if o.Service == s.Key {
			calls = append(calls, o.Name)
		}
	}
	p.some("families", families)
	p.some("types", types)
	p.some("calls", calls)
	p.given("note", s.Note)
}

func (p *page) resource(r *catalog.Resource, asked string) {
	kind := "type"
	if r.Kind != catalog.TypeKind {
		kind = "family"
	}
	p.line("%s %s of %s", kind, r.Name, p.title(r.Service))
	if a, ok := p.c.Alias(asked); ok {
		p.line("%s is another name, %s.", a.Name, aliasWords[a.Kind])
	}
	p.some("members", r.Members)
	p.some("members that count only through the family's own permissions", r.Limited)
	p.some("permissions of members that it does not pass on", r.Excludes)
	if r.Unknown {
		p.line("What its verbs give is not known.")
	}
	p.ladder(r)
	p.some("families", families(p.c, r))
	p.given("note", r.Note)
	p.line("source: %s", r.Source)
}

var aliasWords = map[catalog.AliasKind]string{
	catalog.Spelling:  "which Oracle's pages print too",
	catalog.Community: "which only community guides use",
	catalog.Mistake:   "often typed and wrong",
}

func (p *page) title(service string) string {
	s, ok := p.c.Service(service)
	if !ok {
		return service
	}
	return s.Name
}

// ladder is the table of verbs: what each adds and which calls that unlocks.
func (p *page) ladder(r *catalog.Resource) {
	if r.Unknown || r.Kind == catalog.AllKind {
		return
	}
	t := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "VERB\tADDS\tUNLOCKS")
	for v := catalog.Inspect; v <= catalog.Manage; v++ {
		adds, unlocks := p.c.Adds(r, v), unlockWords(p.c.Unlocks(r, v))
		if len(adds) == 0 {
			adds = []string{"nothing"}
		}
		for i := range max(len(adds), len(unlocks)) {
			fmt.Fprintf(t, "%s\t%s\t%s\n", at(i, v.String()), at(i, adds...), at(i, unlocks...))
		}
	}
	t.Flush()
}

// at is the item at an index, "" beyond the last.
func at(i int, list ...string) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

func unlockWords(unlocks []catalog.Unlock) []string {
	var list []string
	for _, u := range unlocks {
		text := u.Operation.Name
		for _, d := range u.Depends {
			text += map[bool]string{false: ", when ", true: ", unless "}[d.Not] + d.Says
		}
		if len(u.Also) > 0 {
			text += " (with " + strings.Join(u.Also, ", ") + ")"
		}
		list = append(list, text)
	}
	return list
}

// families lists the families that a resource is in.
func families(c *catalog.Catalog, r *catalog.Resource) []string {
	var list []string
	for f := range c.Resources() {
		if f != r && f.Kind == catalog.FamilyKind && c.Includes(f, r.Name) {
			list = append(list, f.Name)
		}
	}
	return list
}
