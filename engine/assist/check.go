package assist

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
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
			l.add("location", "tenancy", "tenancy", "the root")
			l.paths()
		} else if !p.given() {
			l.words("keyword", "with", "what is known of the request")
		}
	case syntax.Condition:
		l.givens(part)
	}
}

// given tells whether the caret is behind `with`.
func (p *passage) given() bool {
	for _, t := range p.words[:p.i] {
		if t.Role == syntax.Keyword && p.low(t) == "with" {
			return true
		}
	}
	return false
}

// principals offers who can call: users, and resources with their type in front.
func (l *list) principals() {
	for _, u := range l.p.World.Users {
		l.add("subject", u.Qualified(), inCheck(u.Qualified())+" ", "in "+groupsOf(u))
	}
	for _, r := range l.p.World.Resources {
		l.add("subject", r.Type+" "+r.Name, r.Type+" "+inCheck(r.Name)+" ", "in "+r.Compartment.Label())
	}
	l.words("subject", "service", "an OCI service and its name")
}

func groupsOf(u *tenancy.User) string {
	if len(u.Groups) == 0 {
		return "no group"
	}
	var names []string
	for _, g := range u.Groups {
		names = append(names, g.Qualified())
	}
	return brief(strings.Join(names, ", "))
}

// claim offers the verdict behind a principal, or names behind a type.
func (l *list) claim(part []syntax.Token) {
	p := l.p
	if len(part) == 1 {
		kind := p.value(part[0])
		for _, r := range p.World.Resources {
			if strings.EqualFold(r.Type, kind) {
				l.add("subject", r.Name, inCheck(r.Name)+" ", "in "+r.Compartment.Label())
			}
		}
		if kind == "service" {
			l.services()
		}
	}
	l.words("keyword", "may", "it is allowed", "may not", "it is denied", "might", "it depends on something not said")
}

// ask offers operations, verbs with types, and permissions.
func (l *list) ask(part []syntax.Token) {
	if len(part) > 0 {
		l.grant(part)
		return
	}
	if last := l.p.low(l.p.words[l.p.i-1]); last == "may" {
		l.words("keyword", "not", "it is denied")
	}
	l.verbs()
	for o := range l.p.Catalog.Operations() {
		if name := l.call(o); l.wants(name) {
			l.put("grant", name, name+" ", needText(o)).Doc = o.Note
		}
	}
	l.add("grant", "{", "{", "permissions by name")
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
func (l *list) givens(part []syntax.Token) {
	p := l.p
	s := state{}
	first := ""
	for _, t := range part {
		word := p.low(t)
		if first == "absent" && s.want != nothing {
			s.want = nothing
			continue
		}
		s.read(word, t.Kind)
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
		l.words("keyword", "absent", "the request does not carry", "not", "a circumstance does not hold")
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
		for _, it := range append(l.first, l.others...) {
			if it.Label == c.Name {
				return
			}
		}
		l.put("condition", c.Name, c.Name, c.Says)
	}
	for i := range n.Under {
		l.hinges(&n.Under[i])
	}
}

// elsewhere offers the types of what the operation touches, to be placed.
func (l *list) elsewhere() {
	seen := map[string]bool{}
	for _, q := range l.p.permissions() {
		if q.Type != "" && !seen[q.Type] {
			seen[q.Type] = true
			l.add("grant", q.Type+" in", q.Type+" in ", "where those are")
		}
	}
}
