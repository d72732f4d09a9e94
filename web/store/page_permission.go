package store

import (
	"oci-policy-playground/engine/catalog"
	say "oci-policy-playground/web/words"
)

// permission tells what carries a permission and what needs it.
func (p *page) permission(q *catalog.Permission) {
	p.sayNames(say.OfType, only(q.Type))
	p.say(q.Note)
	p.Source = q.Source
	switch {
	case q.SeedOnly && q.Official != "":
		p.sayNames(say.OracleCallsIt, only(q.Official))
	case q.SeedOnly:
		p.say(say.GuidesOnlyName)
	case q.Unverbed():
		p.say(say.Unverbed)
	}
	p.carriers(q)
	p.callers(q)
	p.grants([]catalog.Grant{{Gives: []string{q.Name}}})
}

func (p *page) carriers(q *catalog.Permission) {
	holders := map[catalog.Verb][]string{}
	for _, h := range p.catalog.Holders(q) {
		holders[h.Verb] = append(holders[h.Verb], h.Resource)
	}
	var rows []LineView
	for v := catalog.Inspect; v <= catalog.Manage; v++ {
		if len(holders[v]) > 0 {
			rows = append(rows, LineView{Cells: [][]Phrase{{{Text: v.String(), Style: "code"}}, listed(holders[v])}})
		}
	}
	p.block(say.CarriedFrom, rows, say.Verb, say.On)
}

func (p *page) callers(q *catalog.Permission) {
	var calls []Phrase
	for _, o := range p.catalog.Callers(q) {
		calls = comma(append(calls, refer(o.Name, o.Service+":"+o.Name)), ", ")
	}
	if len(calls) > 0 {
		p.block(say.NeededBy, []LineView{{Cells: [][]Phrase{unended(calls)}}})
	}
}
