package assist

import (
	"strings"

	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// mention is a place in the text that names something.
type mention struct {
	thing      *thing
	start, end int // of the name alone
	id         bool
	whole      *word
}

// mentions finds what word k names: of a path, every compartment on the way.
func (p *passage) mentions(k int) []mention {
	w := &p.words[k]
	var t *thing
	switch {
	case w.kind != syntax.Word && w.kind != syntax.String && w.kind != syntax.Number:
		return nil
	case strings.HasPrefix(w.value(), "ocid1."):
		t = p.identified(w.value())
	case p.Kind == Check && !strings.EqualFold(p.land(k), p.Of):
		return nil
	case w.role == syntax.Subject:
		t = p.subject(k)
	case w.role == syntax.Location:
		return p.path(k)
	case w.role == syntax.Condition && w.kind == syntax.String:
		t = p.operand(k)
	}
	if t == nil {
		return nil
	}
	start, end := w.inner()
	return []mention{{t, start, end, strings.HasPrefix(w.value(), "ocid1."), w}}
}

// land is what a check calls the tenancy that word k is of, "" for the scenario's
// own.
func (p *passage) land(k int) string {
	if k+2 < len(p.words) && p.words[k+1].low == "of" {
		return p.words[k+2].value()
	}
	return ""
}

// mentioned is what is named at an offset of word k, or nil.
func (p *passage) mentioned(k, at int) *mention {
	all := p.mentions(k)
	for i := range all {
		if all[i].start <= at && at <= all[i].end {
			return &all[i]
		}
	}
	return nil
}

// inner is the place of a word without its quotes.
func (w *word) inner() (start, end int) {
	if w.kind == syntax.String {
		return w.start + 1, w.end - 1
	}
	return w.start, w.end
}

// identified finds what an OCID belongs to.
func (p *passage) identified(id string) *thing {
	for _, t := range p.things() {
		if t.id == id && t.kind != "resource" {
			return t
		}
	}
	return nil
}

// subject is the group or the user that a word of the subject names.
func (p *passage) subject(k int) *thing {
	name, kind := p.words[k].value(), "user"
	if p.Kind == Check {
		if k > 1 || k == 1 && p.words[0].low != "user" {
			return nil
		}
		domain, short := tenancy.Unqualified(name)
		return p.thing(kind, domain, short)
	}
	domain := ""
	if k >= 2 && p.isSlash(k-1) {
		domain = p.words[k-2].value()
	}
	for i := range k {
		if w := &p.words[i]; w.role == syntax.Subject {
			return p.thing(strings.Replace(w.low, "-", " ", 1), domain, name)
		}
	}
	return nil
}

// path is the compartments that a location goes through.
func (p *passage) path(k int) []mention {
	w, before := &p.words[k], &p.words[k-1]
	if p.Kind == Policy && (before.role != syntax.Location || before.low != "compartment") {
		return nil
	}
	places := p.follow(strings.Split(w.value(), ":"))
	start, end := w.inner()
	var all []mention
	for i, name := range strings.Split(p.File.Text[start:end], ":") {
		if i < len(places) && places[i] != nil {
			all = append(all, mention{p.identified(places[i].ID), start, start + len(name), false, w})
		}
		start += len(name) + 1
	}
	return all
}

// follow is the compartments that the names of a path lead through, from where
// the text begins its paths; nil for a place that is not there. A path may begin
// with the name of the place itself.
func (c *Context) follow(names []string) []*tenancy.Compartment {
	from := c.root()
	places := make([]*tenancy.Compartment, len(names))
	skip := 0
	if _, ok := from.Child(names[0]); !ok && strings.EqualFold(from.Name, names[0]) {
		places[0], skip = from, 1
	}
	for i := skip; i < len(names); i++ {
		if place, ok := from.Walk(names[skip : i+1]...); ok {
			places[i] = place
		}
	}
	return places
}

// operand is what a value of a condition names. A compartment's name may be that
// of several, and then it is none's.
func (p *passage) operand(k int) *thing {
	first := k
	for first > 0 && p.words[first-1].role == syntax.Condition {
		first--
	}
	kind, what := holds(step(p.words[first:k]).variable)
	if what != "name" || kind == "" {
		return nil
	}
	if kind != "compartment" {
		return p.thing(kind, "", p.words[k].value())
	}
	var found *thing
	for _, t := range p.things() {
		if t.kind == kind && strings.EqualFold(t.name, p.words[k].value()) {
			if found != nil {
				return nil
			}
			found = t
		}
	}
	return found
}
