package assist

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// Context is a text and what is known around it.
type Context struct {
	File       *source.File
	World      *tenancy.Tenancy
	Catalog    *catalog.Catalog
	AttachedTo *tenancy.Compartment // of a policy; the root when nil
	Others     []*tenancy.Tenancy   // the scenario's further tenancies
	Of         string               // what a check calls World behind an `of`, "" for the scenario's own
	Kind       Kind
}

// Kind is what a text is.
type Kind uint8

const (
	Policy Kind = iota
	Rule        // the matching rule of a dynamic group
	Check       // lines such as `alice may ListBuckets in Prod`
)

// Item is one word to go on with.
type Item struct {
	Label  string // what is shown
	Detail string // a few words beside it
	Doc    string // a sentence about it, or ""
	Kind   string // the facet it belongs to: keyword, subject, grant, location, condition or value
	Edit   source.Edit
}

// Card is what there is to say about a word. Backquotes in the lines mark words
// of OCI.
type Card struct {
	Title  string
	Lines  []string
	Source string // the page it comes from, or ""
	Span   source.Span
}

// Target is the entry of the tenancy that a word names.
type Target struct {
	Kind    string // group, dynamic group, compartment or user
	Name    string // without domain or path
	Pointer string // JSON pointer into tenancy.json; "" for the root
	Span    source.Span
}

// Renameable tells whether [Rename] knows every place that names it.
func (t Target) Renameable() bool { return t.Kind != "user" }

// most is how many items are offered at once.
const most = 100

// Complete lists what can stand at an offset, likeliest first.
func Complete(c Context, offset int) []Item {
	p, ok := cut(&c, offset)
	if !ok {
		return nil
	}
	l := &list{p: p, query: p.query(), seen: map[string]bool{}}
	switch c.Kind {
	case Policy:
		l.statement()
	case Rule:
		l.condition(p.words[:p.i])
	case Check:
		l.check()
	}
	return l.items()
}

// Hover explains the word at an offset.
func Hover(c Context, offset int) (Card, bool) {
	p, k, ok := find(&c, offset)
	if !ok {
		return Card{}, false
	}
	s := &speaker{p: p, k: k}
	s.speak()
	s.card.Span = p.File.Span(p.words[k].start, p.words[k].end)
	return s.card, s.card.Title != ""
}

// Definition finds what the word at an offset names. Of a path that is the
// compartment whose name is under the caret.
func Definition(c Context, offset int) (Target, bool) {
	p, k, ok := find(&c, offset)
	if !ok {
		return Target{}, false
	}
	m := p.mentioned(k, offset)
	if m == nil || m.thing.pointer == "" {
		return Target{}, false
	}
	return Target{m.thing.kind, m.thing.name, m.thing.pointer, c.File.Span(m.start, m.end)}, true
}

// root is where the paths of this text begin.
func (c *Context) root() *tenancy.Compartment {
	if c.Kind != Policy || c.AttachedTo == nil {
		return c.World.Root
	}
	return c.AttachedTo
}
