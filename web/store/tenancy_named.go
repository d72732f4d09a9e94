package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// set writes something that the tenancy says of itself. Another name is followed by what is made of it.
func (s State) set(a SetTenancy) *draft {
	d, value := s.draft(), jsonText(a.Value)
	if a.Key == "denyPolicies" || a.Key == "administrators" {
		value = a.Value
	}
	d.put("/"+a.Key, value)
	if world := s.Analysis.World; a.Key == "name" && a.Value != "" {
		d.recalled(world.Name, a.Value)
		if stem := "ocid1.tenancy.oc1.."; world.Root.ID == stem+world.Name {
			s.replace(d, world.Root.ID, stem+a.Value)
		}
	}
	return d
}

// replace writes an identifier that was made of a name wherever it stands. In another tenancy that has it too, it is
// that one's own.
func (s State) replace(d *draft, old, next string) {
	for land, world := range s.Analysis.Worlds() {
		if land != d.land && identifies(world, old) {
			continue
		}
		for _, p := range *policies(d.Scenario, land) {
			if text := identified(p.File, old, next); text != p.File.Text {
				d.Work = d.withPolicy(p.File.Name, p.Name, p.AttachedTo, text)
			}
		}
	}
	all := strings.NewReplacer("'"+old+"'", "'"+next+"'")
	d.Work = d.withTenancy(all.Replace(d.tenancy().Text)).withChecks(all.Replace(d.checks().Text))
}

// identified is a text of statements with another identifier in the place of one.
func identified(f *source.File, old, next string) string {
	var edits []source.Edit
	for _, t := range syntax.Tokens(f) {
		switch f.Text[t.Start:t.End] {
		case old:
			edits = append(edits, source.Edit{Span: f.Span(t.Start, t.End), New: syntax.Quoted(next)})
		case "'" + old + "'":
			edits = append(edits, source.Edit{Span: f.Span(t.Start+1, t.End-1), New: strings.ReplaceAll(next, "'", `\'`)})
		}
	}
	text, err := source.Apply(f, edits)
	if err != nil {
		return f.Text
	}
	return text
}

// identifies tells whether an OCID is that of the tenancy, of a user or of a resource.
func identifies(w *tenancy.Tenancy, id string) bool {
	return w.Root.ID == id || slices.ContainsFunc(w.Users, func(u *tenancy.User) bool { return u.ID == id }) ||
		slices.ContainsFunc(w.Resources, func(r *tenancy.Resource) bool { return r.ID == id })
}

// checked changes every check that can be read.
func (d *draft) checked(change func(x *scenario.Sentence) []source.Edit) {
	var edits []source.Edit
	for _, line := range scenario.Sentences(d.checks()) {
		if line.Sentence != nil {
			edits = append(edits, change(line.Sentence)...)
		}
	}
	if text, err := source.Apply(d.checks(), edits); err == nil {
		d.Work = d.withChecks(text)
	}
}

// callers gives the caller of every check that has one kind and name, and is of the tenancy that is called so, another name.
func (d *draft) callers(called, kind, old, next string) {
	d.checked(func(x *scenario.Sentence) []source.Edit {
		who, is := x.Who, "user"
		if who.Kind != nil {
			is = string(who.Kind.Text)
		}
		if strings.EqualFold(is, kind) && strings.EqualFold(string(who.Name.Text), old) && isCalled(who.Of, called) {
			return []source.Edit{{Span: who.Name.Span(), New: word(next)}}
		}
		return nil
	})
}

// recalled gives a tenancy another name wherever a check says `of` it.
func (d *draft) recalled(old, next string) {
	d.checked(func(x *scenario.Sentence) (edits []source.Edit) {
		all := []*scenario.Name{x.Who.Of, x.Where.Of}
		for _, g := range x.With {
			if elsewhere, ok := g.(*scenario.Elsewhere); ok {
				all = append(all, elsewhere.Where.Of)
			}
		}
		for _, of := range all {
			if of != nil && isCalled(of, old) {
				edits = append(edits, source.Edit{Span: of.Span(), New: word(next)})
			}
		}
		return edits
	})
}

// isCalled tells whether what stands behind an `of`, or nothing there, means the tenancy that is called so.
func isCalled(of *scenario.Name, called string) bool {
	return of == nil && called == "" || of != nil && strings.EqualFold(string(of.Text), called)
}
