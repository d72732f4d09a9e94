package assist

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Rename writes another name for what the word at an offset of c names, in all
// of the texts: names, parts of paths, and identifiers that are made of the name
// because the tenancy gives none; in the texts of other tenancies only those
// identifiers. The entry in the tenancy is left to the caller.
func Rename(c Context, offset int, name string, texts []Context) ([]source.Edit, error) {
	p, k, ok := find(&c, offset)
	var m *mention
	if ok {
		m = p.mentioned(k, offset)
	}
	if m == nil {
		return p.rename(nil, name, texts)
	}
	return p.rename(m.thing, name, texts)
}

// RenameEntry does the same for an entry of the tenancy, by its JSON pointer.
func RenameEntry(world *tenancy.Tenancy, pointer, name string, texts []Context) ([]source.Edit, error) {
	p := &passage{Context: &Context{World: world}}
	for _, t := range p.things() {
		if t.pointer == pointer && t.kind != "resource" {
			return p.rename(t, name, texts)
		}
	}
	return p.rename(nil, name, texts)
}

func (p *passage) rename(t *thing, name string, texts []Context) ([]source.Edit, error) {
	if t == nil || t.kind == "user" || t.pointer == "" {
		return nil, fmt.Errorf("there is nothing here that can be renamed")
	}
	r := &renamer{thing: t, name: name}
	if err := r.clash(p); err != nil {
		return nil, err
	}
	r.identifiers(p)
	r.rewrite(p, texts)
	return r.edits, nil
}

// rewrite visits every text, knowing what there is in the tenancy it is of.
func (r *renamer) rewrite(p *passage, texts []Context) {
	known := map[*tenancy.Tenancy][]*thing{p.World: p.known}
	for i := range texts {
		c := &texts[i]
		if known[c.World] == nil {
			known[c.World] = (&passage{Context: c}).things()
		}
		c.passages(known[c.World], r.passage)
	}
}

type renamer struct {
	thing *thing
	name  string
	to    *tenancy.Compartment // where it moves, when it does not get another name
	ids   map[string]string    // made of the old name, to those made of the new one
	edits []source.Edit
}

// clash refuses a name that something else has or that none can have.
func (r *renamer) clash(p *passage) error {
	t := r.thing
	other := p.thing(t.kind, t.domain, r.name)
	if t.place != nil {
		other = nil
		if c, ok := t.place.Parent.Child(r.name); ok {
			other = p.identified(c.ID)
		}
	}
	switch {
	case strings.TrimSpace(r.name) != r.name || r.name == "" || strings.ContainsAny(r.name, "\n\r\t"):
		return fmt.Errorf("a name is one or more characters, without blanks around them")
	case t.place != nil && strings.Contains(r.name, ":"):
		return fmt.Errorf("a compartment's name has no colon")
	case other != nil && other != t:
		return fmt.Errorf("there is a %s `%s` already", t.kind, r.name)
	}
	return nil
}

// identifiers notes the OCIDs that the tenancy does not give and that are made
// of names, which change along with the name.
func (r *renamer) identifiers(p *passage) {
	t := r.thing
	old, next := t.label, tenancy.Qualified(t.domain, r.name)
	if t.place != nil {
		next = strings.TrimSuffix(old, t.name) + r.name
	}
	r.remake(p, old, next)
}

// remake notes those that were made of an old name or path and shall be made of
// another.
func (r *renamer) remake(p *passage, old, next string) {
	r.ids = map[string]string{}
	t := r.thing
	stem := "ocid1." + strings.ReplaceAll(t.kind, " ", "") + ".oc1.."
	for _, other := range p.things() {
		if r.of(other) && other.id == stem+dots.Replace(other.label) {
			r.ids[other.id] = stem + dots.Replace(next+other.label[len(old):])
		}
	}
}

// of tells whether something is the thing itself or lies in it.
func (r *renamer) of(other *thing) bool {
	t := r.thing
	return other == t || t.place != nil && other.kind == t.kind && other.place.Within(t.place)
}

var dots = strings.NewReplacer(":", ".", "/", ".")

// passage edits the words of a statement, a rule or a check.
func (r *renamer) passage(p *passage) {
	for k := range p.words {
		w := &p.words[k]
		if next, ok := r.ids[w.value()]; ok && r.meant(p, w.value()) {
			if w.kind == syntax.Word {
				next = syntax.Quoted(next)
			}
			start, end := w.inner()
			r.replace(p, start, end, next)
			continue
		}
		for _, m := range p.mentions(k) {
			switch {
			case m.thing != r.thing || m.id:
			case r.to != nil:
				r.reroute(p, &m)
			default:
				r.edit(p, &m, m.start, r.name)
			}
		}
	}
}

// meant tells whether an OCID is that of the thing: another tenancy may have one
// made of the same name, and means that.
func (r *renamer) meant(p *passage, id string) bool {
	t := p.identified(id)
	return t == nil || r.of(t)
}

// edit writes a name from a start in its word to where a mention ends. A word
// without quotes gets them when it needs them.
func (r *renamer) edit(p *passage, m *mention, start int, name string) {
	w := m.whole
	if w.kind == syntax.String {
		text := p.text(name)
		r.replace(p, start, m.end, text[1:len(text)-1])
		return
	}
	text := w.raw[:start-w.start] + name + w.raw[m.end-w.start:]
	switch {
	case p.Kind == Check:
		text = inCheck(text)
	case r.thing.place != nil:
		text = syntax.QuotedPath(text)
	default:
		text = syntax.Quoted(text)
	}
	r.replace(p, w.start, w.end, text)
}

func (r *renamer) replace(p *passage, start, end int, text string) {
	r.edits = append(r.edits, source.Edit{Span: p.File.Span(start, end), New: text})
}

// passages visits every statement, rule or check of the text.
func (c *Context) passages(known []*thing, visit func(*passage)) {
	if c.Kind == Check {
		for from := 0; from < len(c.File.Text); from = lineEnd(c.File.Text, from) + 1 {
			p := &passage{Context: c, known: known}
			p.read(from, lineEnd(c.File.Text, from))
			visit(p)
		}
		return
	}
	p := &passage{Context: c}
	p.read(0, len(c.File.Text))
	first := 0
	for k := range p.words {
		if k > 0 && p.starts(k) {
			visit(&passage{Context: c, known: known, words: p.words[first:k]})
			first = k
		}
	}
	visit(&passage{Context: c, known: known, words: p.words[first:]})
}
