package assist

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
)

// variables offers what the passage can test, likeliest first.
func (l *list) variables() {
	if l.p.Kind == Rule {
		l.ruleVariables()
		return
	}
	held := l.p.permissions()
	var ranks [ranked][]*catalog.Variable
	for v := range l.p.Catalog.Variables() {
		if v.SameAs == "" {
			ranks[rank(v)] = append(ranks[rank(v)], v)
		}
	}
	for _, all := range ranks {
		for _, v := range all {
			if when := l.p.applies(v, held); when != never {
				l.variable(v, when)
			}
		}
	}
}

func (l *list) variable(v *catalog.Variable, when carried) {
	detail := v.Type.String()
	if why := absence(v, when); why != "" {
		detail += "; " + why
	}
	stem, isTag := tagStem(v.Name)
	if !isTag {
		if l.wants(v.Name) {
			l.put("condition", v.Name, v.Name+" ", detail).Doc = v.Note
		}
		return
	}
	for _, tag := range l.p.tags(stem, "") {
		l.add("condition", stem+tag, stem+tag+" ", detail)
	}
	l.add("condition", v.Name, stem, detail)
}

// tagStem is a tag variable up to its namespace.
func tagStem(name string) (string, bool) {
	stem, _, ok := strings.Cut(name, ".tag.")
	return stem + ".tag.", ok
}

const ranked = 6

// rank is how seldom a variable is meant.
func rank(v *catalog.Variable) int {
	switch {
	case v.Deprecated != "":
		return 5
	case len(v.Types) > 0:
		return 0
	case v.Dialect == catalog.GuideOnly:
		return 4
	}
	switch v.Name {
	case "request.permission", "request.operation", "request.principal.type", "request.user.name", "request.region", "request.networkSource.name":
		return 1
	}
	if _, tag := tagStem(v.Name); tag || v.Name == "target.compartment.name" || strings.HasPrefix(v.Name, "request.utc") {
		return 2
	}
	return 3
}

// carried is how many of the checks carry a variable.
type carried uint8

const (
	always carried = iota
	sometimes
	never
)

// applies asks the catalog for the permissions that can have the variable. A few
// dozen tell enough of a whole family.
func (p *passage) applies(v *catalog.Variable, held []*catalog.Permission) carried {
	var seen [catalog.Unsure + 1]bool
	asked, call := 0, p.call()
	for _, q := range held {
		if seen[catalog.Present] && seen[catalog.Absent] {
			break
		}
		if len(v.Types) > 0 && q.Type != "" && !slices.Contains(v.Types, q.Type) {
			seen[catalog.Absent] = true
			continue
		}
		if asked++; asked > 40 {
			break
		}
		seen[p.Catalog.Presence(v, call, q)] = true
	}
	switch {
	case seen[catalog.Unsure] || seen[catalog.Present] && seen[catalog.Absent]:
		return sometimes
	case seen[catalog.Absent]:
		return never
	}
	return always
}

// call is the operation that a check asks for, if it is one.
func (p *passage) call() *catalog.Operation {
	if p.Kind != Check {
		return nil
	}
	if calls := p.grants().operation; len(calls) == 1 {
		return calls[0]
	}
	return nil
}

// absence says when a request does not carry a variable.
func absence(v *catalog.Variable, when carried) string {
	var why []string
	if len(v.Principals) > 0 {
		why = append(why, "only of "+strings.Join(v.Principals, ", "))
	}
	if when == sometimes {
		why = append(why, "absent on some calls")
	}
	return strings.Join(why, "; ")
}

// tags is the tags, as namespace.key, that a variable with this stem can ask of something in the tenancy; or, of one
// tag, its values.
func (p *passage) tags(stem, of string) []string {
	var found []string
	for _, t := range p.things() {
		if !carries(stem, t.kind) {
			continue
		}
		for namespace, keys := range t.tags {
			for key, value := range keys {
				word := namespace + "." + key
				if of != "" && !strings.HasPrefix(of+".", strings.ToLower(word)+".") {
					continue
				} else if of != "" {
					word = value
				}
				if !slices.Contains(found, word) {
					found = append(found, word)
				}
			}
		}
	}
	slices.Sort(found)
	return found
}

// carries tells the things whose tags a stem speaks of.
func carries(stem, kind string) bool {
	switch {
	case strings.HasSuffix(stem, "compartment.tag."):
		return kind == "compartment"
	case strings.HasSuffix(stem, "group.tag."):
		return strings.HasSuffix(kind, "group")
	}
	return kind == "resource"
}

// ruleVariables offers what a matching rule can test.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm
func (l *list) ruleVariables() {
	l.table("condition", "instance.compartment.id|instances in a compartment\ninstance.id|one instance\n"+
		"resource.type|resources of a type\nresource.compartment.id|resources in a compartment\nresource.id|one resource")
	for _, tag := range l.p.tags("", "") {
		l.add("condition", "tag."+tag+".value", "tag."+tag+".value ", "a defined tag; alone it asks whether it is there")
	}
}
