package lint

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Pass is what the checks look at.
type Pass struct {
	Set       *policy.Set
	Documents []*syntax.Document // the policies that somebody wrote here
	Abroad    []*syntax.Document // those of the other tenancies
	World     *tenancy.Tenancy
	Catalog   *catalog.Catalog
	Memory    *Memory // kept from pass to pass, or nil

	done       int // checks that have run
	check      *Check
	found      []*source.Diagnostic
	files      map[string]*source.File
	statements []*statement // those without a fault
	leaves     []leaf
	denials    []*statement // of the same, those that deny
	denied     []leaf       // their comparisons
	groups     []group
	words      map[string]word
	bySubject  map[word][]*statement
	granted    map[asked]map[*tenancy.Compartment]bool
}

// Memory is what passes have learnt of the catalog.
type Memory struct {
	calls    map[string][]*catalog.Operation
	expanded map[ladder][]*catalog.Permission
	losses   map[tested]*loss
}

// group is the members of one any or all.
type group struct {
	in     *statement
	syntax *syntax.Group
	under  []policy.Test
	any    bool
}

func (p *Pass) prepare() {
	if p.Memory == nil {
		p.Memory = &Memory{}
	}
	p.granted = map[asked]map[*tenancy.Compartment]bool{}
	p.words = map[string]word{"": none, "any-user": everyone, "any-group": everyoneElse}
	p.bySubject = map[word][]*statement{}
	p.files = map[string]*source.File{}
	for _, d := range p.Documents {
		p.files[d.File.Name] = d.File
	}
	all := make([]statement, 0, len(p.Set.Statements))
	for _, st := range p.Set.Statements {
		if _, allow := st.Syntax.Form.(*syntax.Allow); !allow || len(st.Faults) > 0 || st.Where == nil || p.files[st.Syntax.Span.File] == nil {
			continue
		}
		all = append(all, statement{Statement: st})
		p.take(&all[len(all)-1])
	}
	p.takeDenials()
}

// takeDenials keeps what denies apart: advice on what grants is wrong for it.
func (p *Pass) takeDenials() {
	leaves, groups := p.leaves, p.groups
	p.leaves = nil
	for _, st := range p.Set.Denials {
		if len(st.Faults) == 0 && st.Where != nil && p.files[st.Syntax.Span.File] != nil {
			p.denials = append(p.denials, &statement{Statement: st})
			p.gather(p.denials[len(p.denials)-1], st.If, true)
		}
	}
	p.denied, p.leaves, p.groups = p.leaves, leaves, groups
}

func (p *Pass) take(st *statement) {
	p.number(st)
	p.statements = append(p.statements, st)
	p.gather(st, st.If, true)
	for _, w := range st.who {
		p.bySubject[w] = append(p.bySubject[w], st)
	}
}

func (p *Pass) gather(st *statement, t policy.Test, required bool) {
	switch t := t.(type) {
	case *policy.Every:
		p.groups = append(p.groups, group{st, t.Syntax, t.Under, false})
		for _, u := range t.Under {
			p.gather(st, u, required)
		}
	case *policy.Some:
		p.groups = append(p.groups, group{st, t.Syntax, t.Under, true})
		for _, u := range t.Under {
			p.gather(st, u, required && len(t.Under) == 1)
		}
	case *policy.Leaf:
		p.leaves = append(p.leaves, leaf{Leaf: t, in: st, required: required})
		p.leaves[len(p.leaves)-1].turn()
	}
}

// report says something about a place, by the check that runs. In the summary
// % stands for the name.
func (p *Pass) report(at source.Span, summary, name string) *source.Diagnostic {
	d := &source.Diagnostic{Severity: p.check.Severity, Code: Prefix + p.check.Name, Span: at, Summary: fill(summary, name),
		Detail: p.check.Detail(), Source: p.check.Source}
	p.found = append(p.found, d)
	return d
}

// fill puts a name in the place of %, in backquotes unless it has them.
func fill(text, name string) string {
	before, after, ok := strings.Cut(text, "%")
	switch {
	case !ok:
		return text
	case strings.HasPrefix(name, "`"):
		return before + name + after
	}
	return before + "`" + name + "`" + after
}

func (p *Pass) reportNode(st *statement, n syntax.Node, summary, name string) *source.Diagnostic {
	return p.report(st.Syntax.Place(n), summary, name)
}

func (p *Pass) reportFacet(st *statement, f policy.Facet, summary, name string) *source.Diagnostic {
	return p.report(st.Span(f), summary, name)
}

func (p *Pass) reportWhole(st *statement, summary, name string) *source.Diagnostic {
	return p.report(st.Syntax.Span, summary, name)
}

func (p *Pass) reportLeaf(l *leaf, summary, name string) *source.Diagnostic {
	return p.reportNode(l.in, l.Syntax, summary, name)
}

func (p *Pass) reportLeft(l *leaf, summary, name string) *source.Diagnostic {
	return p.reportNode(l.in, l.left(), summary, name)
}

func (p *Pass) reportValue(l *leaf, i int, summary, name string) *source.Diagnostic {
	return p.report(l.value(i), summary, name)
}

// replace offers to write something else in the place of what is reported.
func replace(d *source.Diagnostic, title, name, new string) {
	offer(d, fill(title, name), d.Span, new)
}

func offer(d *source.Diagnostic, title string, at source.Span, new string) {
	d.Fixes = append(d.Fixes, source.Replace(title, at, new))
}

// offerRemoval offers to take a statement away, with the line that it ends.
func (p *Pass) offerRemoval(d *source.Diagnostic, st *statement) {
	at := st.Syntax.Span
	if strings.HasPrefix(p.files[at.File].Text[at.End:], "\n") {
		at.End++
	}
	offer(d, "remove it", at, "")
}

func remark(d *source.Diagnostic, at source.Span, text string) {
	d.Notes = append(d.Notes, source.Note{Span: at, Text: text})
}

// anyLeaf tells whether one of the comparisons of a condition is so.
func anyLeaf(t policy.Test, is func(*policy.Leaf) bool) bool {
	below := func(t policy.Test) bool { return anyLeaf(t, is) }
	switch t := t.(type) {
	case *policy.Every:
		return slices.ContainsFunc(t.Under, below)
	case *policy.Some:
		return slices.ContainsFunc(t.Under, below)
	case *policy.Leaf:
		return is(t)
	}
	return false
}

// mentions tells whether a condition speaks of a variable that begins so.
func mentions(t policy.Test, stems ...string) bool {
	return anyLeaf(t, func(l *policy.Leaf) bool {
		return slices.ContainsFunc(stems, func(stem string) bool { return strings.HasPrefix(l.Left.Text, stem) })
	})
}

// code is a name as a sentence shows it.
func code(name string) string { return "`" + name + "`" }
