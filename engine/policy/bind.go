package policy

import (
	"iter"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Source is a policy to bind: its document and where it is attached.
type Source struct {
	Name       string
	AttachedTo *tenancy.Compartment
	Document   *syntax.Document
}

// RuleSource is the matching rule of a dynamic group as read; If is nil when it
// could not be.
type RuleSource struct {
	Of   *tenancy.DynamicGroup
	File *source.File
	If   syntax.If
}

// Bind looks every name up. The set holds each statement of the policies, those
// that allow apart from the others; statements that could not be read are not in
// it, for they grant nothing.
func Bind(policies []Source, rules []RuleSource, world *tenancy.Tenancy, c *catalog.Catalog, d Dialect) (*Set, source.Diagnostics) {
	return new(Memory).Bind(policies, rules, world, c, d)
}

// Bind is like the function Bind, and faster for what it bound in this round or
// the one before; [Memory.Round] begins a round.
func (m *Memory) Bind(policies []Source, rules []RuleSource, world *tenancy.Tenancy, c *catalog.Catalog, d Dialect) (*Set, source.Diagnostics) {
	set := &Set{Dialect: d, Rules: map[*tenancy.DynamicGroup]*Rule{}}
	var all source.Diagnostics
	defs := make([]aliases, len(policies))
	for i, p := range policies {
		defined, problems := defined(p, d)
		defs[i], all = defined, append(all, problems...)
	}
	everywhere := together(defs)
	for i, p := range policies {
		written := p.Document.Statements
		r := m.recall(p, world, c, d)
		r.aliases, r.everywhere = defs[i], everywhere
		set.grow(len(written))
		statements := make([]Statement, len(written)) // in one piece: they are many, and new with every letter
		for j, s := range written {
			means := r.meaning(j)
			if means == nil {
				continue
			}
			statements[j] = Statement{s, means.meaning}
			set.add(&statements[j])
			for _, problem := range means.problems {
				all = append(all, problem.Moved(inFile(s)))
			}
		}
		all = append(all, defs[i].unused()...)
	}
	for _, r := range rules {
		rule, problems := bindRule(r)
		set.Rules[r.Of] = rule
		all = append(all, problems...)
	}
	return set, all
}

// BindWords reports what can be told of statements without a tenancy: what the
// dialect and the catalog say of their actions and conditions, and what a policy
// says of its own aliases.
func BindWords(doc *syntax.Document, c *catalog.Catalog, d Dialect) source.Diagnostics {
	p := Source{Document: doc}
	aliases, all := defined(p, d)
	for _, s := range doc.Statements {
		if s.Clause() == nil {
			continue
		}
		b := newBinder(p, s, nil, c, d)
		b.aliases = aliases
		b.words()
		all = append(all, b.problems...)
	}
	return append(all, aliases.unused()...)
}

// binder binds one statement.
type binder struct {
	world      *tenancy.Tenancy
	catalog    *catalog.Catalog
	dialect    Dialect
	rules      Rules
	aliases    aliases
	everywhere map[aliasKey]*alias // of all policies
	asks       bool                // it looked among the aliases for what the tenancy does not have
	syntax     *syntax.Statement
	out        *Meaning
	problems   source.Diagnostics
}

func newBinder(p Source, s *syntax.Statement, world *tenancy.Tenancy, c *catalog.Catalog, d Dialect) *binder {
	return &binder{world: world, catalog: c, dialect: d, rules: d.Rules(), syntax: s, out: &Meaning{
		Effect: effect(s.Form), Policy: p.Name, AttachedTo: p.AttachedTo}}
}

// bind binds the statement by its kind.
func (b *binder) bind() *bound {
	b.out.measure(b.syntax)
	switch form := b.syntax.Form.(type) {
	case *syntax.Allow:
		b.clause(&form.Clause)
	case *syntax.Deny:
		b.deny(form)
	case *syntax.Endorse:
		b.endorse(form)
	case *syntax.Admit:
		b.admit(form)
	default:
		panic("a statement that nobody binds")
	}
	means := &bound{meaning: b.out, asks: b.asks, among: len(b.aliases.all) > 0}
	inside := inStatement(b.syntax)
	for _, d := range b.problems {
		means.problems = append(means.problems, d.Moved(inside))
	}
	return means
}

// words binds what needs no tenancy.
func (b *binder) words() {
	switch form := b.syntax.Form.(type) {
	case *syntax.Endorse:
		b.mentions(form.Who, form.In)
		b.deed(&form.Crossing)
		b.ends(&form.Crossing)
	case *syntax.Admit:
		b.mentions(nil, form.In)
		b.stranger(form)
		b.deed(&form.Crossing)
		b.ends(&form.Crossing)
	default:
		c := b.syntax.Clause()
		b.spelling(c)
		b.mentions(c.Who, c.In)
		b.grants(c.Do)
		if c.Where != nil {
			b.out.If = b.test(c.Where.If)
		}
	}
}

// ends binds the aliases of both locations.
func (b *binder) ends(c *syntax.Crossing) {
	b.reach(c.In, false)
	if c.With != nil {
		b.reach(c.With.In, false)
	}
}

// clause reads the four facets in the order they are written.
func (b *binder) clause(c *syntax.Clause) {
	b.spelling(c)
	b.who(c.Who)
	b.grants(c.Do)
	b.where(c.In)
	if c.Where != nil {
		b.out.If = b.test(c.Where.If)
	}
}

// fault reports why OCI would refuse the statement.
func (b *binder) fault(f Facet, n syntax.Node, code, summary, detail string, more ...func(*source.Diagnostic)) {
	d := b.diagnostic(source.Error, n, code, summary, detail, more)
	b.refuse(f, d)
	b.problems = append(b.problems, d)
}

// misses says of the last problem that something could be added to the tenancy.
func (b *binder) misses(kind, name string) {
	b.problems[len(b.problems)-1].Missing = &source.Missing{Kind: kind, Name: name}
}

// refuse keeps the whole statement from granting anything.
func (b *binder) refuse(f Facet, d source.Diagnostic) {
	b.out.Faults = append(b.out.Faults, Fault{f, d.Moved(inStatement(b.syntax))})
}

func (b *binder) warn(n syntax.Node, code, summary, detail string, more ...func(*source.Diagnostic)) {
	b.problems = append(b.problems, b.diagnostic(source.Warning, n, code, summary, detail, more))
}

func (b *binder) info(n syntax.Node, code, summary, detail string, more ...func(*source.Diagnostic)) {
	b.problems = append(b.problems, b.diagnostic(source.Info, n, code, summary, detail, more))
}

// differs reports a point on which the dialects differ: a fault where the
// dialect does not have it, a remark where it does.
func (b *binder) differs(has bool, f Facet, n syntax.Node, code, summary, detail string, more ...func(*source.Diagnostic)) {
	b.out.Dialectal = true
	if has {
		b.info(n, code, summary, detail, more...)
	} else {
		b.fault(f, n, code, summary, detail, more...)
	}
}

// disputed is like differs, and a warning where the dialect has it.
func (b *binder) disputed(has bool, f Facet, n syntax.Node, code, summary, detail string, more ...func(*source.Diagnostic)) {
	b.out.Dialectal = true
	if has {
		b.warn(n, code, summary, detail, more...)
	} else {
		b.fault(f, n, code, summary, detail, more...)
	}
}

func (b *binder) diagnostic(s source.Severity, n syntax.Node, code, summary, detail string, more []func(*source.Diagnostic)) source.Diagnostic {
	d := source.Diagnostic{Severity: s, Code: code, Span: b.syntax.Place(n), Summary: summary, Detail: detail}
	for _, m := range more {
		m(&d)
	}
	return d
}

// from names the page a rule comes from.
func from(page string) func(*source.Diagnostic) {
	return func(d *source.Diagnostic) { d.Source = page }
}

// fix offers to write new instead of the words at fault.
func fix(title, new string) func(*source.Diagnostic) {
	return func(d *source.Diagnostic) { d.Fixes = append(d.Fixes, source.Replace(title, d.Span, new)) }
}

// fixes offers several, each written as it is named.
func fixes(news []string) func(*source.Diagnostic) {
	return func(d *source.Diagnostic) {
		for _, new := range news {
			d.Fixes = append(d.Fixes, source.Replace("write `"+new+"`", d.Span, new))
		}
	}
}

// note adds a remark without a place.
func note(text string) func(*source.Diagnostic) {
	return func(d *source.Diagnostic) { d.Notes = append(d.Notes, source.Note{Text: text}) }
}

// names yields the names of things, for suggestions.
func names[T any](all iter.Seq[T], name func(T) string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for one := range all {
			if !yield(name(one)) {
				return
			}
		}
	}
}
