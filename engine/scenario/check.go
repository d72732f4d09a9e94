package scenario

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// Bind makes a request of a sentence: its names are looked up in the world, in
// the other tenancies it speaks of, and in the catalog. With an error among the
// diagnostics the request has gaps and cannot be judged.
func Bind(s *Sentence, world *tenancy.Tenancy, c *catalog.Catalog, others ...*tenancy.Tenancy) (authz.Request, source.Diagnostics) {
	b := binder{catalog: c, worlds: append([]*tenancy.Tenancy{world}, others...)}
	b.request = authz.Request{Principal: b.who(s.Who), Ask: b.ask(s.Ask), Compartment: b.place(s.Where)}
	for _, g := range s.With {
		b.given(g)
	}
	return b.request, b.problems
}

type binder struct {
	catalog  *catalog.Catalog
	worlds   []*tenancy.Tenancy // the first is the scenario's own
	request  authz.Request
	problems source.Diagnostics
}

func (b *binder) say(code string, at source.Span, summary, detail string, fixes ...source.Fix) *source.Diagnostic {
	d := problem(code, at, summary, detail)
	d.Fixes = fixes
	b.problems = append(b.problems, d)
	return &b.problems[len(b.problems)-1]
}

// unknown says that a name is nowhere; near is one that may be meant, or "".
func (b *binder) unknown(what string, n *Name, near, otherwise string) *source.Diagnostic {
	code := "unknown-" + strings.ReplaceAll(what, " ", "-")
	summary := fmt.Sprintf("there is no %s `%s`", what, show(n.plain()))
	if near == "" {
		return b.say(code, n.Span(), summary, otherwise)
	}
	return b.say(code, n.Span(), summary, fmt.Sprintf("Did you mean `%s`?", near),
		source.Replace(fmt.Sprintf("write `%s`", near), n.Span(), name(near)))
}

// world is the tenancy a sentence names, its own when it names none.
func (b *binder) world(of *Name) (*tenancy.Tenancy, bool) {
	if of == nil {
		return b.worlds[0], true
	}
	called := func(w *tenancy.Tenancy) string { return w.Name }
	i := slices.IndexFunc(b.worlds, func(w *tenancy.Tenancy) bool { return strings.EqualFold(w.Name, of.plain()) })
	if i < 0 {
		b.unknown("tenancy", of, closest(of, slices.Values(b.worlds), called),
			"Another tenancy is written in a section tenancies/<name>/tenancy.json. Add it, or name one there is.")
		return nil, false
	}
	return b.worlds[i], true
}

// place finds a compartment by its path, or by its OCID.
func (b *binder) place(p *Place) *tenancy.Compartment {
	world, ok := b.world(p.Of)
	if !ok {
		return nil
	}
	if c, ok := world.Compartment(p.Path.plain()); ok {
		return c
	}
	if c, ok := world.CompartmentByID(p.Path.plain()); ok {
		return c
	}
	d := b.unknown("compartment", p.Path, meant(world, p.Path),
		"Write its path from the root, such as `Prod:Data`, or `tenancy` for the root. Compartments are in tenancy.json.")
	if world == b.worlds[0] && couldBe(p.Path.plain(), world) {
		d.Missing = &source.Missing{Kind: "compartment", Name: p.Path.plain()}
	}
	return nil
}

// couldBe tells whether a path could be one of a compartment: an OCID is none, and
// none begins with the name of the root.
func couldBe(path string, world *tenancy.Tenancy) bool {
	first, _, _ := strings.Cut(path, ":")
	return !strings.EqualFold(first, world.Name) && !tenancy.IsOCID(path)
}

// meant is the path of the compartment a wrong path may mean: one that is spelt
// nearly so, or the only one of its last name.
func meant(world *tenancy.Tenancy, path *Name) string {
	all := world.Root.All()[1:]
	if near := closest(path, slices.Values(all), (*tenancy.Compartment).Path); near != "" {
		return near
	}
	last := path.plain()[strings.LastIndexByte(path.plain(), ':')+1:]
	all = slices.DeleteFunc(all, func(c *tenancy.Compartment) bool { return !strings.EqualFold(c.Name, last) })
	if len(all) != 1 {
		return ""
	}
	return all[0].Path()
}

// closest is the name among those of the things that n is a slip of, or "".
func closest[T any](n *Name, things iter.Seq[T], called func(T) string) string {
	near, _ := suggest.Closest(n.plain(), func(yield func(string) bool) {
		for t := range things {
			if !yield(called(t)) {
				return
			}
		}
	})
	return near
}
