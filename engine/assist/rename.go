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
// because the tenancy gives none. The entry in the tenancy is left to the caller.
func Rename(c Context, offset int, name string, texts []Context) ([]source.Edit, error) {
	t, ok := Definition(c, offset)
	if !ok || t.Kind == "user" {
		return nil, fmt.Errorf("there is nothing here that can be renamed")
	}
	p, k, _ := find(&c, offset)
	r := renamer{name: name}
	for _, m := range p.mentions(k) {
		if m.span == t.Span {
			r.thing = m.thing
		}
	}
	if err := r.clash(c.World); err != nil {
		return nil, err
	}
	r.identifiers()
	for i := range texts {
		texts[i].passages(r.passage)
	}
	return r.edits, nil
}

type renamer struct {
	thing thing
	name  string
	ids   map[string]string // made of the old name, to those made of the new one
	edits []source.Edit
}

// clash refuses a name that something else has or that none can have.
func (r *renamer) clash(world *tenancy.Tenancy) error {
	taken := false
	switch t := r.thing; {
	case r.name == "" || strings.TrimSpace(r.name) != r.name || strings.ContainsAny(r.name, "\n\r\t"):
		return fmt.Errorf("a name is one or more characters, without blanks around them")
	case t.group != nil:
		g, ok := world.Group(t.group.Domain, r.name)
		taken = ok && g != t.group
	case t.dynamic != nil:
		g, ok := world.DynamicGroup(t.dynamic.Domain, r.name)
		taken = ok && g != t.dynamic
	case strings.Contains(r.name, ":"):
		return fmt.Errorf("a compartment's name has no colon")
	default:
		c, ok := t.place.Parent.Child(r.name)
		taken = ok && c != t.place
	}
	if taken {
		return fmt.Errorf("there is a %s `%s` already", r.thing.target().Kind, r.name)
	}
	return nil
}

// identifiers notes the OCIDs that the tenancy does not give and that are made
// of names, which change along with the name.
func (r *renamer) identifiers() {
	r.ids = map[string]string{}
	switch t := r.thing; {
	case t.group != nil:
		r.made(t.group.ID, "group", t.group.Qualified(), inDomain(t.group.Domain, r.name))
	case t.dynamic != nil:
		r.made(t.dynamic.ID, "dynamicgroup", t.dynamic.Qualified(), inDomain(t.dynamic.Domain, r.name))
	default:
		old := t.place.Path()
		next := strings.TrimSuffix(old, t.place.Name) + r.name
		for _, c := range t.place.All() {
			path := c.Path()
			r.made(c.ID, "compartment", path, next+path[len(old):])
		}
	}
}

func inDomain(domain, name string) string {
	if domain == tenancy.DefaultDomain {
		return name
	}
	return domain + "/" + name
}

var dots = strings.NewReplacer(":", ".", "/", ".")

func (r *renamer) made(id, kind, old, next string) {
	stem := "ocid1." + kind + ".oc1.."
	if id == stem+dots.Replace(old) {
		r.ids[id] = stem + dots.Replace(next)
	}
}

// passage edits the words of a statement, a rule or a check.
func (r *renamer) passage(p *passage) {
	for k, t := range p.words {
		if next, ok := r.ids[p.value(t)]; ok {
			r.identifier(p, t, next)
			continue
		}
		for _, m := range p.mentions(k) {
			if m.thing == r.thing && !m.id {
				r.edit(p, m)
			}
		}
	}
}

func (r *renamer) identifier(p *passage, t syntax.Token, next string) {
	if t.Kind == syntax.Word {
		next = bare(next)
	}
	r.replace(p.inner(t), next)
}

// edit renames one mention. A word without quotes gets them when it needs them.
func (r *renamer) edit(p *passage, m mention) {
	quoted := m.whole.Kind == syntax.String
	switch {
	case quoted && p.Kind == Check:
		text := checkQuotes(r.name)
		r.replace(m.span, text[1:len(text)-1])
	case quoted:
		r.replace(m.span, strings.ReplaceAll(r.name, "'", `\'`))
	default:
		whole := p.span(m.whole)
		text := p.raw(m.whole)[:m.span.Start-whole.Start] + r.name + p.raw(m.whole)[m.span.End-whole.Start:]
		r.whole(p, m, whole, text)
	}
}

func (r *renamer) whole(p *passage, m mention, at source.Span, text string) {
	switch {
	case p.Kind == Check:
		text = inCheck(text)
	case m.thing.place != nil:
		text = barePath(text)
	default:
		text = bare(text)
	}
	if text[0] == '\'' {
		r.replace(at, text)
		return
	}
	r.replace(m.span, r.name)
}

func (r *renamer) replace(at source.Span, text string) {
	r.edits = append(r.edits, source.Edit{Span: at, New: text})
}

// passages yields every statement, rule or check of the text.
func (c *Context) passages(visit func(*passage)) {
	if c.Kind == Check {
		for from := 0; from < len(c.File.Text); from = lineEnd(c.File.Text, from) + 1 {
			visit(&passage{Context: c, words: significant(c.tokens(from, lineEnd(c.File.Text, from)))})
		}
		return
	}
	p := &passage{Context: c, words: significant(c.tokens(0, len(c.File.Text)))}
	first := 0
	for k := range p.words {
		if k > 0 && p.starts(k) {
			visit(&passage{Context: c, words: p.words[first:k]})
			first = k
		}
	}
	visit(&passage{Context: c, words: p.words[first:]})
}

func significant(tokens []syntax.Token) []syntax.Token {
	var words []syntax.Token
	for _, t := range tokens {
		if t.Kind > syntax.Comment {
			words = append(words, t)
		}
	}
	return words
}
