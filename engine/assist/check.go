package assist

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
)

// check offers what a check can go on with.
func (l *list) check() {
	p := l.p
	if p.i == 0 {
		l.principals()
		return
	}
	role := p.facet()
	part := p.part(role)
	switch role {
	case syntax.Subject:
		l.claim(part)
	case syntax.Grant:
		l.ask(part)
	case syntax.Location:
		if len(part) == 0 {
			l.table("location", "tenancy|the root|tenancy")
			l.paths()
		} else if !p.given() {
			l.table("keyword", "with|what is known of the request")
		}
	case syntax.Condition:
		l.givens(part)
	}
}

// given tells whether the caret is behind `with`.
func (p *passage) given() bool {
	for k := range p.i {
		if t := &p.words[k]; t.role == syntax.Keyword && t.low == "with" {
			return true
		}
	}
	return false
}

// principals offers who can call: users, and resources with their type in front.
func (l *list) principals() {
	for _, t := range l.p.things() {
		if t.kind == "user" && l.wants(t.label) {
			l.put("subject", t.label, inCheck(t.label)+" ", "in "+brief(strings.Join(l.p.members(t), ", ")))
		} else if t.sort != "" {
			l.add("subject", t.sort+" "+t.name, t.sort+" "+inCheck(t.name)+" ", "in "+t.place.Label())
		}
	}
	l.table("subject", "service|an OCI service and its name")
}

// claim offers the verdict behind a principal, or names behind a type.
func (l *list) claim(part []word) {
	if len(part) == 1 {
		for _, t := range l.p.things() {
			if t.sort != "" && strings.EqualFold(t.sort, part[0].raw) {
				l.add("subject", t.name, inCheck(t.name)+" ", "in "+t.place.Label())
			}
		}
		if part[0].low == "service" {
			l.services()
		}
	}
	l.table("keyword", "may|it is allowed\nmay not|it is denied\nmight|it depends on something not said")
}

// ask offers operations, verbs with types, and permissions.
func (l *list) ask(part []word) {
	if len(part) > 0 {
		l.grant(part)
		return
	}
	if l.p.words[l.p.i-1].low == "may" {
		l.table("keyword", "not|it is denied")
	}
	l.verbs()
	for o := range l.p.Catalog.Operations() {
		if name := l.call(o); l.wants(name) {
			l.put("grant", name, name+" ", needText(o)).Doc = o.Note
		}
	}
	l.table("grant", "{|permissions by name|{")
}

// call is how a check names an operation whose name several services use.
func (l *list) call(o *catalog.Operation) string {
	if len(l.p.Catalog.Operation(o.Name)) > 1 {
		return o.Service + ":" + o.Name
	}
	return o.Name
}

// needText says what an operation needs.
func needText(o *catalog.Operation) string {
	names := leaves(&o.Needs, nil)
	if len(names) == 0 {
		return o.Service
	}
	return brief(strings.Join(names, ", "))
}

// givens offers what can be said about the request.
func (l *list) givens(part []word) {
	s := state{}
	first := ""
	for k := range part {
		word := part[k].low
		if first == "absent" && s.want != nothing {
			s.want = nothing
			continue
		}
		s.read(&part[k])
		if word == "absent" || word == "not" {
			first, s.want = word, onlyVariable
		} else if first = ""; word == "=" {
			s.want = aValue
		}
	}
	switch {
	case first == "not":
		l.circumstances()
	case s.want == aVariable:
		l.variables()
		l.circumstances()
		l.table("keyword", "absent|the request does not carry\nnot|a circumstance does not hold")
		l.elsewhere()
	case s.want == onlyVariable:
		l.variables()
	case s.want == operator:
		l.operators(s.variable)
	case s.want == aValue:
		l.values(s.variable)
	}
}

// circumstances offers what the operation's needs hang on.
func (l *list) circumstances() {
	for _, o := range l.p.grants().operation {
		l.hinges(&o.Needs)
	}
}

func (l *list) hinges(n *catalog.Need) {
	if c := n.Circumstance; c != nil && l.wants(c.Name) {
		if !l.seen[c.Name] {
			l.put("condition", c.Name, c.Name, c.Says)
		}
	}
	for i := range n.Under {
		l.hinges(&n.Under[i])
	}
}

// elsewhere offers the types of what the operation touches, to be placed.
func (l *list) elsewhere() {
	seen := map[string]bool{}
	for _, q := range l.p.permissions() {
		if on := q.On(); on != "" && !seen[on] {
			seen[on] = true
			l.add("grant", on+" in", on+" in ", "where those are")
		}
	}
}
