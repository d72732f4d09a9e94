package store

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"

	"oci-policy-playground/engine/assist"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
	say "oci-policy-playground/web/words"
)

// made is what comes of a form, or why nothing can.
func (s State) made(f *Form) (d *draft, problem string) {
	d = s.draft()
	d.at = f.Pointer
	about := s.entryAt(f.Pointer)
	switch f.Kind {
	case "move":
		to, _ := s.Analysis.World.Compartment(f.value("to"))
		if to == about.place.Parent {
			return d, say.LiesThere
		}
		d = s.moving(about.place, to)
	case "delete":
		s.deleting(d, f.Pointer, about)
	case "tags":
		problem = d.tag(f)
	case "tenancy":
		problem = s.foundTenancy(d, f.value("name"))
	default:
		problem = s.saving(d, f, about)
	}
	if problem == "" && d.spoilt {
		problem = say.DoesNotTake
	}
	return d, problem
}

// saving adds an entry or changes one.
func (s State) saving(d *draft, f *Form, about *entry) (problem string) {
	name, domain := f.value("name"), f.value("domain")
	if name == "" {
		return say.NeedsName
	}
	if domain == tenancy.DefaultDomain {
		domain = ""
	}
	if f.Kind == "network source" {
		if bad := badRange(f.value("ranges")); bad != "" {
			return say.NoRange(bad)
		}
	}
	pairs := s.pairs(f, name, domain)
	if about.kind == f.Kind && f.Kind != "compartment" {
		for _, p := range pairs {
			d.put(d.at+"/"+p[0], p[1])
		}
		s.renamed(d, about, name, domain, f.value("type"))
		return ""
	}
	list := f.Pointer + lists[f.Kind]
	d.at = fmt.Sprintf("%s/%d", list, scenario.Read(d.tenancy()).Length(list))
	if f.Kind == "dynamic group" {
		pairs = append(pairs, [2]string{"matchingRule", scenario.Quoted(s.Analysis.World.FirstRule())})
	}
	d.add(list, object(pairs))
	return ""
}

// pairs are the keys of an entry and what a form says of them, as JSON; "" where it says nothing.
func (s State) pairs(f *Form, name, domain string) [][2]string {
	all := [][2]string{{"name", jsonText(name)}}
	switch f.Kind {
	case "group", "user", "dynamic group":
		all = append(all, [2]string{"domain", jsonText(domain)})
	case "resource":
		for _, key := range [...]string{"type", "compartment", "cluster", "namespace", "serviceAccount"} {
			all = append(all, [2]string{key, jsonText(f.value(key))})
		}
	case "network source":
		all = append(all, [2]string{"publicSourceList", textList(ranges(f.value("ranges")))})
	}
	return all
}

// renamed follows another name of a user or a resource through the checks, and through the identifiers made of it.
func (s State) renamed(d *draft, old *entry, name, domain, kind string) {
	next := &entry{name: name, domain: domain}
	if old.resource == nil {
		kind = "user"
	}
	was := kind
	if old.resource != nil {
		was = old.resource.Type
	}
	if was == kind {
		d.callers(s.called(), kind, old.qualified(), next.qualified())
	}
	stem := "ocid1." + kind + ".oc1.."
	if dots := strings.NewReplacer("/", "."); old.id == stem+dots.Replace(old.qualified()) {
		s.replace(d, old.id, stem+dots.Replace(next.qualified()))
	}
}

// tag writes the tags of a form.
func (d *draft) tag(f *Form) (problem string) {
	tags := map[string][]string{}
	var namespaces []string
	for i := 0; i+1 < len(f.Fields); i += 2 {
		name, value := strings.TrimSpace(f.Fields[i].Value), strings.TrimSpace(f.Fields[i+1].Value)
		namespace, key, ok := strings.Cut(name, ".")
		switch {
		case name == "" && value == "":
			continue
		case !ok || namespace == "" || key == "":
			return say.NoTag
		case tags[namespace] == nil:
			namespaces = append(namespaces, namespace)
		}
		tags[namespace] = append(tags[namespace], scenario.Quoted(key)+": "+scenario.Quoted(value))
	}
	slices.Sort(namespaces)
	for i, namespace := range namespaces {
		namespaces[i] = scenario.Quoted(namespace) + ": {" + strings.Join(tags[namespace], ", ") + "}"
	}
	pointer := f.Pointer + "/definedTags"
	switch {
	case len(namespaces) > 0:
		d.take(scenario.Put(d.tenancy(), pointer, "{"+strings.Join(namespaces, ", ")+"}"))
	case d.has(pointer):
		d.remove(pointer)
	}
	return ""
}

// moving is the work with a compartment below another parent: its entry, and what names it as far as OCI rewrites that.
func (s State) moving(c, to *tenancy.Compartment) *draft {
	edits := assist.Move(s.Analysis.World, c, to, s.contexts())
	named := s.entriesOf(s.mended(source.Fix{Edits: edits}))
	named.places(c.Path(), assist.Below(to, c.Name))
	d := &draft{Work: named.written(), path: assist.Below(to, c.Name)}
	if pointer := c.Pointer + "/compartmentId"; d.has(pointer) {
		d.put(pointer, scenario.Quoted(to.ID))
	} else {
		d.take(scenario.Move(d.tenancy(), c.Pointer, to.Pointer+"/compartments"))
	}
	return d
}

// deleting takes an entry away with what cannot be without it: what lies in a compartment, and memberships in a group.
func (s State) deleting(d *draft, pointer string, about *entry) {
	if c := about.place; c != nil {
		d.at = c.Parent.Pointer
		s.deletingIn(d, c)
		return
	}
	d.at = "-" // nothing is there any more
	if g := about.group; g != nil {
		for _, u := range s.Analysis.World.Users {
			d.leave(u, g)
		}
	}
	d.remove(pointer)
}

func (s State) deletingIn(d *draft, c *tenancy.Compartment) {
	for _, p := range *policies(s.Work.Scenario, s.Work.land) {
		if at, ok := s.Analysis.World.Compartment(p.AttachedTo); ok && at.Within(c) {
			d.Work = d.removePolicy(p.File.Name)
		}
	}
	for _, r := range slices.Backward(s.Analysis.World.Resources) {
		if r.Compartment.Within(c) {
			d.remove(r.Pointer)
		}
	}
	all := c.All()
	slices.SortFunc(all, func(a, b *tenancy.Compartment) int { return -strings.Compare(padded(a.Pointer), padded(b.Pointer)) })
	for _, inside := range all {
		d.remove(inside.Pointer)
	}
}

// padded is a pointer whose numbers sort as numbers do.
func padded(pointer string) string {
	steps := strings.Split(pointer, "/")
	for i := range steps {
		steps[i] = fmt.Sprintf("%12s", steps[i])
	}
	return strings.Join(steps, "/")
}

func ranges(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(", ;\n\t", r) })
}

// badRange is the first text among ranges that is none.
func badRange(text string) string {
	for _, one := range ranges(text) {
		if _, err := netip.ParsePrefix(one); err != nil {
			return one
		}
	}
	return ""
}
