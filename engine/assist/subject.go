package assist

import (
	"strings"

	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// subject offers whom the statement is about.
func (l *list) subject(part []word) {
	p := l.p
	if len(part) == 0 {
		l.subjectKinds()
		return
	}
	last, done := part[len(part)-1].low, len(part) > 1
	switch kind := part[0].low; {
	case p.first() == "define":
		if done {
			l.table("keyword", "as|and the OCID")
			return
		}
		for _, t := range p.Others {
			l.add("subject", t.Name, syntax.Quoted(t.Name)+" ", "of this scenario")
		}
	case kind == "tenancy":
		if done {
			l.granting()
		} else {
			l.aliases("subject", kind, "")
		}
	case kind == "group" || kind == "dynamic-group":
		theirs := kind
		switch kind = strings.Replace(kind, "-", " ", 1); {
		case p.first() == "admit" && last != "id" && (!done || last == ","):
			l.aliases("subject", theirs, "")
			l.table("keyword", "id|and its OCID")
		case last == "id":
			l.identifiers("subject", kind)
		case !done || last == ",":
			l.groups(kind, part)
		default:
			l.granting()
		}
	case kind == "service" && (!done || last == ","):
		l.services()
	default:
		l.granting()
	}
}

func (l *list) granting() {
	l.table("keyword", "to|and what they may do")
	if l.p.first() == "admit" && !l.p.has("of") {
		l.table("keyword", "of tenancy|where they are from\nof any-tenancy|wherever they are from")
	}
}

func (l *list) subjectKinds() {
	if l.p.first() == "define" {
		l.table("keyword", "tenancy|another tenancy\ngroup|a group there\ndynamic-group|a dynamic group there")
		return
	}
	if l.p.words[l.p.i-1].low == "deny" {
		l.table("keyword", "endorse|acting elsewhere\nadmit|acting of others here")
	}
	l.table("subject", "group|users by the groups they are in\ndynamic-group|resources by a rule\n"+
		"any-user|everybody, services too\nany-group|everybody but services\nservice|an OCI service")
}

// groups offers the groups that are not listed yet.
func (l *list) groups(kind string, part []word) {
	listed := l.p.listed(&part[0])
	for _, t := range l.p.things() {
		if t.kind == kind && !listed[strings.ToLower(t.label)] && l.wants(t.label) {
			l.put("subject", t.label, tenancy.Qualified(syntax.Quoted(t.domain), syntax.Quoted(t.name)), l.p.about(t))
		}
	}
	l.table("keyword", "id|and its OCID")
}

// listed is the names that stand in the subject, behind the kind of group, beside the word under the caret.
func (p *passage) listed(kind *word) map[string]bool {
	names, name := map[string]bool{}, ""
	for k := range p.words {
		t := &p.words[k]
		inside := p.under.start <= t.start && t.end <= p.under.end
		switch {
		case t.role != syntax.Subject || inside || t.start == kind.start:
		case t.raw == ",":
			name = ""
		default:
			name += strings.ToLower(t.value())
			names[name] = true
		}
	}
	return names
}

// identifiers offers OCIDs; typing the name finds them as well.
func (l *list) identifiers(facet, kind string) {
	for _, t := range l.p.things() {
		if t.kind == kind {
			l.identifier(facet, t, syntax.Quoted(t.id))
		}
	}
}

func (l *list) identifier(facet string, t *thing, insert string) {
	if !l.seen[t.id] && (l.wants(t.id) || l.wants(t.label)) {
		l.put(facet, t.id, insert, t.label)
	}
}

// services offers those that are known to act on their own, by their names in the
// home region.
func (l *list) services() {
	region := l.p.World.HomeRegion
	if region == "" {
		region = "us-ashburn-1"
	}
	realm := "1"
	if id := strings.Split(l.p.World.ID, "."); len(id) > 2 {
		realm = strings.TrimPrefix(id[2], "oc")
	}
	for kind := range l.p.Catalog.ServicePrincipals() {
		name := strings.ReplaceAll(strings.ReplaceAll(kind.Name, "{region}", region), "{realm}", realm)
		l.add("subject", name, name, kind.Says)
	}
}
