package store

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	say "oci-policy-playground/web/words"
)

// page is a PageView in the making.
type page struct {
	PageView
	state   State
	catalog *catalog.Catalog
}

func (s State) pageOf(c *catalog.Catalog, e catalog.Entry) PageView {
	p := &page{PageView{Key: e.Kind.String() + " " + e.Key(), Title: e.Name, Kind: e.Kind.String()}, s, c}
	switch e.Kind {
	case catalog.ServiceEntry:
		service, _ := c.Service(e.Name)
		p.service(service)
	case catalog.OperationEntry:
		p.operation(c.Operation(e.Key())[0])
	case catalog.PermissionEntry:
		permission, _ := c.Permission(e.Name)
		p.permission(permission)
	case catalog.VariableEntry:
		variable, _ := c.Variable(e.Name)
		p.variable(variable)
	default:
		resource, _ := c.Resource(e.Name)
		p.resource(resource)
	}
	return p.PageView
}

// say adds a sentence, if there is one; backquotes mark OCI's words.
func (p *page) say(text string) {
	if text != "" {
		p.Lead = append(p.Lead, phrases(text))
	}
}

// sayNames adds a sentence that ends in names.
func (p *page) sayNames(lead string, names []string) {
	if len(names) > 0 {
		p.Lead = append(p.Lead, append([]Phrase{{Text: lead}}, listed(names)...))
	}
}

func (p *page) of(key string) {
	if service, ok := p.catalog.Service(key); ok {
		p.Lead = append(p.Lead, []Phrase{{Text: say.OfService}, {Text: service.Name, Link: service.Key}, {Text: say.FactsSince(service.Date)}})
	}
}

func (p *page) block(title string, rows []LineView, head ...string) {
	if len(rows) > 0 {
		p.Blocks = append(p.Blocks, BlockView{title, head, rows})
	}
}

// names is a block of names in one row.
func (p *page) names(title string, names []string) {
	if len(names) > 0 {
		p.block(title, []LineView{{Cells: [][]Phrase{listed(names)}}})
	}
}

func (p *page) service(s *catalog.Service) {
	p.Title = s.Name
	p.say(say.ServiceIs(s.Key, s.Date))
	types, families, permissions := p.resourcesOf(s.Key)
	var calls, variables []string
	for o := range p.catalog.Operations() {
		if o.Service == s.Key {
			calls = append(calls, o.Name)
		}
	}
	for v := range p.catalog.Variables() {
		if len(v.Types) > 0 && p.home(v.Types[0]) == s.Key {
			variables = append(variables, v.Name)
		}
	}
	p.names(say.Families, families)
	p.names(say.ResourceTypes, types)
	p.names(say.Operations, calls)
	p.names(say.Permissions, permissions)
	p.names(say.Variables, variables)
}

func (p *page) resourcesOf(key string) (types, families, permissions []string) {
	for r := range p.catalog.Resources() {
		switch {
		case r.Service != key:
		case r.Kind == catalog.TypeKind:
			types = append(types, r.Name)
		default:
			families = append(families, r.Name)
		}
	}
	for permission := range p.catalog.Permissions() {
		if permission.Type != "" && p.home(permission.Type) == key {
			permissions = append(permissions, permission.Name)
		}
	}
	return types, families, permissions
}

// home is the key of the service that a type is of.
func (p *page) home(name string) string {
	if r, ok := p.catalog.Resource(name); ok {
		return r.Service
	}
	return ""
}

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

func inCase(c *catalog.Circumstance, not bool) string {
	if not {
		return say.Unless + c.Says
	}
	return say.When + c.Says
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
	var calls []Phrase
	for _, o := range p.catalog.Callers(q) {
		calls = comma(append(calls, refer(o.Name, o.Service+":"+o.Name)), ", ")
	}
	if len(calls) > 0 {
		p.block(say.NeededBy, []LineView{{Cells: [][]Phrase{unended(calls)}}})
	}
	p.grants([]catalog.Grant{{Gives: []string{q.Name}}})
}

func only(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

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

func (p *page) variable(v *catalog.Variable) {
	p.say(say.HoldsType(v.Type.String()))
	if v.Multi {
		p.say(say.HoldsSet)
	}
	p.say(v.Note)
	p.Source = v.Source
	p.sayNames(say.AnotherName, only(v.SameAs))
	if v.Dialect == catalog.GuideOnly {
		p.say(say.GuidesOnly)
	}
	if v.Deprecated != "" {
		p.say(say.OutOfUse + v.Deprecated)
	}
	if len(v.Principals) > 0 {
		p.say(say.OnlyCallers(strings.Join(v.Principals, ", ")))
	}
	p.names(say.ForTypes, v.Types)
	scope := p.catalog.Scope(v)
	p.names(say.CarriedHere, scope.Only)
	p.names(say.NotCarried, scope.Absent)
	p.names(say.StillCarried, scope.Present)
}
