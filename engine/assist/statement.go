package assist

import "oci-policy-playground/engine/syntax"

// statement offers what a statement can go on with.
func (l *list) statement() {
	p := l.p
	if p.i == 0 {
		l.starts()
		return
	}
	if p.Kind == Policy && l.crossing() {
		return
	}
	role := p.facet()
	part := p.part(role)
	if p.fresh && p.mayEnd(role, part) {
		l.starts()
	}
	switch role {
	case syntax.Subject:
		l.subject(part)
	case syntax.Grant:
		l.grant(part)
	case syntax.Location:
		l.location(part)
	case syntax.Condition:
		l.condition(part)
	}
}

// facet is the part of the passage that the caret is in.
func (p *passage) facet() syntax.Role {
	last := &p.words[p.i-1]
	if last.role != syntax.Keyword {
		return last.role
	}
	switch last.low {
	case "to", "may", "might", "not":
		return syntax.Grant
	case "in":
		return syntax.Location
	case "with":
		if p.Kind == Policy {
			return syntax.Grant
		}
		return syntax.Condition
	case "where":
		return syntax.Condition
	}
	return syntax.Subject
}

// part is the words of a facet right before the caret.
func (p *passage) part(r syntax.Role) []word {
	from := p.i
	for from > 0 && p.words[from-1].role == r {
		from--
	}
	return p.words[from:p.i]
}

// mayEnd tells whether the statement could be over before the caret, so that
// another may begin.
func (p *passage) mayEnd(role syntax.Role, part []word) bool {
	open := 0
	for k := range part {
		switch part[k].raw {
		case "{", "(":
			open++
		case "}", ")":
			open--
		}
	}
	return open <= 0 && len(part) > 0 && (role == syntax.Location || role == syntax.Condition || p.first() == "define")
}

// first is the start word, in lower case; of two, the second.
func (p *passage) first() string {
	switch {
	case len(p.words) == 0:
		return ""
	case len(p.words) > 1 && (p.words[1].low == "endorse" || p.words[1].low == "admit"):
		return p.words[1].low
	}
	return p.words[0].low
}

func (l *list) starts() {
	deny := ""
	if !l.p.World.DenyPolicies {
		deny = "; off in this tenancy"
	}
	l.table("keyword", "Allow|grants\nDeny|takes away, whatever else allows"+deny+
		"\nEndorse|lets own groups act elsewhere\nAdmit|lets others act here\nDefine|names a tenancy or a group by OCID")
}
