package assist

import (
	"strings"

	"oci-policy-playground/engine/syntax"
)

// subject offers whom the statement is about.
func (l *list) subject(part []syntax.Token) {
	p := l.p
	if len(part) == 0 {
		l.subjectKinds()
		return
	}
	last, done := p.low(part[len(part)-1]), len(part) > 1
	switch kind := p.low(part[0]); {
	case p.first() == "define":
		if done {
			l.words("keyword", "as", "and the OCID")
		}
	case kind == "group" || kind == "dynamic-group":
		if last == "id" {
			l.groupIDs(kind)
		} else if !done || last == "," {
			l.groups(kind, part)
		} else {
			l.granting()
		}
	case kind == "any-user" || kind == "any-group" || done && last != ",":
		l.granting()
	case kind == "service":
		l.services()
	}
}

func (l *list) granting() {
	l.words("keyword", "to", "and what they may do")
	if l.p.first() == "admit" {
		l.words("keyword", "of tenancy", "where they are from")
	}
}

func (l *list) subjectKinds() {
	if l.p.first() == "define" {
		l.words("keyword", "tenancy", "another tenancy", "group", "a group there", "dynamic-group", "a dynamic group there")
		return
	}
	l.words("subject", "group", "users by the groups they are in", "dynamic-group", "resources by a rule",
		"any-user", "everybody, services too", "any-group", "everybody but services", "service", "an OCI service")
}

// groups offers the groups that are not listed yet.
func (l *list) groups(kind string, part []syntax.Token) {
	p := l.p
	listed := p.listed(part)
	each := func(domain, name, detail string) {
		written := qualified(domain, name)
		if label := strings.ReplaceAll(written, "'", ""); !listed[strings.ToLower(label)] {
			l.add("subject", label, written, detail)
		}
	}
	if kind == "group" {
		for _, g := range p.World.Groups {
			each(g.Domain, g.Name, counted(len(members(p.World, g)), "user"))
		}
	} else {
		for _, g := range p.World.DynamicGroups {
			each(g.Domain, g.Name, brief(g.MatchingRule))
		}
	}
	l.words("keyword", "id", "and its OCID")
}

// listed is the names that stand in the subject beside the word under the caret.
func (p *passage) listed(part []syntax.Token) map[string]bool {
	names, name := map[string]bool{}, ""
	for k, t := range p.words {
		inside := p.under.Start <= t.Start && t.End <= p.under.End && p.under.Start < p.under.End
		if t.Role != syntax.Subject || inside || k < p.i && len(part) > 0 && t.Start == part[0].Start {
			continue
		}
		if p.raw(t) == "," {
			name = ""
			continue
		}
		name += strings.ToLower(p.value(t))
		names[name] = true
	}
	return names
}

func (l *list) groupIDs(kind string) {
	if kind == "group" {
		for _, g := range l.p.World.Groups {
			l.identifier("subject", g.ID, g.Qualified(), bare(g.ID))
		}
		return
	}
	for _, g := range l.p.World.DynamicGroups {
		l.identifier("subject", g.ID, g.Qualified(), bare(g.ID))
	}
}

// identifier offers an OCID; typing the name finds it as well.
func (l *list) identifier(kind, id, name, insert string) {
	if l.wants(id) || l.wants(name) {
		l.put(kind, id, insert, name)
	}
}

// services offers the services that operations act through.
func (l *list) services() {
	region := l.p.World.HomeRegion
	if region == "" {
		region = "us-ashburn-1"
	}
	for _, name := range [...]string{"blockstorage", "objectstorage-{region}", "oke", "streaming", "vulnerability-scanning-service", "cloudguard"} {
		name = strings.Replace(name, "{region}", region, 1)
		l.add("subject", name, name, "")
	}
}
