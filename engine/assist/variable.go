package assist

import (
	"cmp"
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/tenancy"
)

// variables offers what the passage can test, likeliest first.
func (l *list) variables() {
	if l.p.Kind == Rule {
		l.ruleVariables()
		return
	}
	held := l.p.permissions()
	var all []*catalog.Variable
	when := map[*catalog.Variable]carried{}
	for v := range l.p.Catalog.Variables() {
		if when[v] = l.p.applies(v, held); v.SameAs == "" && when[v] != never {
			all = append(all, v)
		}
	}
	slices.SortStableFunc(all, func(a, b *catalog.Variable) int { return cmp.Compare(rank(a), rank(b)) })
	for _, v := range all {
		l.variable(v, when[v])
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
	for _, tag := range l.p.tags(stem) {
		l.add("condition", stem+tag, stem+tag+" ", detail)
	}
	l.add("condition", v.Name, stem, detail)
}

// tagStem is a tag variable up to its namespace.
func tagStem(name string) (string, bool) {
	stem, _, ok := strings.Cut(name, ".tag.")
	return stem + ".tag.", ok
}

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

// tags is the tags, as namespace.key, that a variable with this stem can ask of
// something in the tenancy.
func (c *Context) tags(stem string) []string {
	var keys []string
	c.eachTag(stem, func(key, _ string) {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	})
	slices.Sort(keys)
	return keys
}

// eachTag visits the tags of the things that a stem speaks of.
func (c *Context) eachTag(stem string, visit func(key, value string)) {
	add := func(tags tenancy.Tags) {
		for namespace, keys := range tags {
			for key, value := range keys {
				visit(namespace+"."+key, value)
			}
		}
	}
	switch {
	case strings.Contains(stem, "compartment.tag"):
		for _, place := range c.World.Root.All() {
			add(place.Tags)
		}
	case strings.Contains(stem, "group.tag"):
		for _, g := range c.World.Groups {
			add(g.Tags)
		}
		for _, g := range c.World.DynamicGroups {
			add(g.Tags)
		}
	default:
		for _, r := range c.World.Resources {
			add(r.Tags)
		}
	}
}

// ruleVariables offers what a matching rule can test.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm
func (l *list) ruleVariables() {
	l.words("condition", "instance.compartment.id", "instances in a compartment", "instance.id", "one instance",
		"resource.type", "resources of a type", "resource.compartment.id", "resources in a compartment", "resource.id", "one resource")
	for _, tag := range l.p.tags("") {
		l.add("condition", "tag."+tag+".value", "tag."+tag+".value ", "a defined tag; alone it asks whether it is there")
	}
}
