package store

import (
	"oci-policy-playground/engine/catalog"
	say "oci-policy-playground/web/words"
)

// resource tells of a type or family what each verb adds on it.
func (p *page) resource(r *catalog.Resource) {
	p.of(r.Service)
	p.say(r.Note)
	p.Source = r.Source
	if r.Kind == catalog.AllKind {
		p.say(say.AllResources)
		return
	}
	p.sayNames(say.FamilyOf, r.Members)
	p.sayNames(say.InFamilies, p.familiesOf(r))
	p.sayNames(say.AlsoWritten, p.othersOf(r))
	if r.Unknown {
		p.say(say.NoVerbTable)
	}
	var rows []LineView
	for v := catalog.Inspect; v <= catalog.Manage; v++ {
		if row, ok := p.step(r, v); ok {
			rows = append(rows, row)
		}
	}
	p.block(say.VerbAdds, rows, say.Verb, say.Permissions, say.CallsPossible)
	p.names(say.Variables, p.variablesOf(r))
}

// step is what a verb adds to the one below it.
func (p *page) step(r *catalog.Resource, v catalog.Verb) (LineView, bool) {
	adds := listed(p.catalog.Adds(r, v))
	if len(adds) == 0 {
		if r.Unknown {
			return LineView{}, false
		}
		adds = phrases(say.NothingMore)
	}
	statement := "Allow " + p.state.somebody() + " to " + v.String() + " " + r.Name + " in " + p.state.somewhere()
	return LineView{Cells: [][]Phrase{{{Text: v.String(), Style: "code"}}, adds, unlocked(p.catalog.Unlocks(r, v))}, Insert: statement}, true
}

func unlocked(calls []catalog.Unlock) []Phrase {
	var all []Phrase
	for _, u := range calls {
		all = append(all, refer(u.Operation.Name, u.Operation.Service+":"+u.Operation.Name))
		if len(u.Also) > 0 {
			all = append(append(all, Phrase{Text: say.Together}), listed(u.Also)...)
		}
		for _, turn := range u.Depends {
			all = append(all, Phrase{Text: " (" + inCase(turn.Circumstance, turn.Not) + ")"})
		}
		all = comma(all, ", ")
	}
	return unended(all)
}

func (p *page) familiesOf(r *catalog.Resource) (names []string) {
	for f := range p.catalog.Resources() {
		if f.Kind == catalog.FamilyKind && f != r && p.catalog.Includes(f, r.Name) {
			names = append(names, f.Name)
		}
	}
	return names
}

func (p *page) othersOf(r *catalog.Resource) (names []string) {
	for a := range p.catalog.Aliases() {
		if a.Resource == r.Name && a.Kind != catalog.Mistake {
			names = append(names, a.Name)
		}
	}
	return names
}

func (p *page) variablesOf(r *catalog.Resource) (names []string) {
	for v := range p.catalog.Variables() {
		for _, t := range v.Types {
			if p.catalog.Includes(r, t) {
				names = append(names, v.Name)
				break
			}
		}
	}
	return names
}
