package store

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	say "oci-policy-playground/web/words"
)

// operation tells of a call what it needs, and what would grant it.
func (p *page) operation(o *catalog.Operation) {
	p.of(o.Service)
	p.say(o.Note)
	p.Source = o.Source
	if o.Unknown != "" {
		p.say(say.NotByPermissions(strings.TrimSuffix(o.Unknown, ".")))
		return
	}
	rows := needed(&o.Needs, 0, nil)
	if len(rows) == 0 {
		p.say(say.NeedsNone)
	}
	p.block(say.WhatItNeeds, rows)
	p.grants(p.catalog.Grants(o))
}

// needed writes a formula down, a level of depth a level of nesting.
func needed(n *catalog.Need, depth int, rows []LineView) []LineView {
	line := func(phrases ...Phrase) { rows = append(rows, LineView{Depth: depth, Cells: [][]Phrase{phrases}}) }
	switch n.Kind {
	case catalog.Leaf:
		by := Phrase{}
		if n.By != "" {
			by = Phrase{Text: say.HeldBy + n.By}
		}
		line(refer(n.Permission, n.Permission), by)
		return rows
	case catalog.When:
		line(Phrase{Text: inCase(n.Circumstance, n.Not)})
		n = inner(n)
	case catalog.Any:
		line(Phrase{Text: say.OneOf})
	default:
		if depth == 0 || len(n.Under) == 1 {
			depth--
		} else {
			line(Phrase{Text: say.AllOf})
		}
	}
	for i := range n.Under {
		rows = needed(&n.Under[i], depth+1, rows)
	}
	return rows
}

// inner is a conditional part that is not only a bracket around others.
func inner(n *catalog.Need) *catalog.Need {
	if under := &n.Under[0]; under.Kind == catalog.All {
		return under
	}
	return n
}

// grants offers the least statements for a call.
func (p *page) grants(all []catalog.Grant) {
	var rows []LineView
	for _, g := range all {
		statement := p.state.granted(g)
		why := Phrase{}
		if g.When != nil {
			why = Phrase{Text: inCase(g.When, g.Not)}
		}
		rows = append(rows, LineView{Cells: [][]Phrase{{{Text: statement, Style: "code"}}, {why}}, Insert: statement})
	}
	p.block(say.LeastGrants, rows)
}
