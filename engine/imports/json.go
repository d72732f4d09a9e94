package imports

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// The kinds of objects that are taken, in the order they are needed in.
const (
	tenancies = iota
	domains
	compartments
	groups
	dynamicGroups
	users
	memberships
	networkSources
	resources
	statements
	events
	unneeded
	strange
	kinds
)

// deepest is how many envelopes are opened to find a list.
const deepest = 5

func (r *reader) json(root scenario.Value) {
	switch {
	case areTexts(root):
		r.policies = append(r.policies, policy{name: r.unused(stem(r.file.Name)), text: r.joined(root.Entries())})
		return
	case isOurs(root):
		r.into = &scenario.Scenario{Tenancy: scenario.NewTenancy(r.file.Text), Policies: r.into.Policies, Checks: r.into.Checks, Settings: r.into.Settings}
		var problems source.Diagnostics
		r.spec, problems = scenario.Spec(r.file)
		r.problems = append(r.problems, problems...)
		r.take("tenancies", root.Under("name").Text())
		return
	}
	for _, v := range items(root, deepest) {
		k := kindOf(v)
		r.found[k] = append(r.found[k], v)
	}
	r.lists()
}

// areTexts tells a list of statements.
func areTexts(v scenario.Value) bool {
	entries := v.Entries()
	for _, e := range entries {
		if !e.IsText() {
			return false
		}
	}
	return len(entries) > 0
}

// isOurs tells the text of a tenancy.json.
func isOurs(v scenario.Value) bool {
	kind := ocidKind(identifier(v))
	return v.Under("name").IsText() && (kind == "" || kind == "tenancy") &&
		(v.Under("compartments").IsList() || v.Under("groups").IsList() || v.Under("users").IsList())
}

// items are the objects in whatever envelopes a service puts them.
func items(v scenario.Value, depth int) []scenario.Value {
	if depth == 0 {
		return nil
	}
	if v.IsObject() {
		if kindOf(v) != strange {
			return []scenario.Value{v}
		}
		for _, envelope := range [...]string{"data", "items", "resources", "results", "logContent"} {
			if inner := v.Under(envelope); inner.IsList() || inner.IsObject() {
				return items(inner, depth-1)
			}
		}
		return []scenario.Value{v}
	}
	var all []scenario.Value
	for _, e := range v.Entries() {
		all = append(all, items(e, depth-1)...)
	}
	return all
}

// kindOf recognises an object by what it has, since lists come without a name.
//
// https://docs.oracle.com/en-us/iaas/api/#/en/identity/20160918/
// https://docs.oracle.com/en-us/iaas/api/#/en/identity-domains/v1/
func kindOf(v scenario.Value) int {
	switch {
	case event(v).IsObject():
		return events
	case v.Under("statements").IsList():
		return statements
	case v.Under("matchingRule").IsText():
		return dynamicGroups
	case v.Under("publicSourceList").IsList() || v.Under("virtualSourceList").IsList():
		return networkSources
	case v.Under("userId").IsText() && v.Under("groupId").IsText():
		return memberships
	case v.Under("tagNamespaceId").IsText():
		return unneeded
	}
	switch kind := ocidKind(identifier(v)); {
	case kind == "tenancy":
		return tenancies
	case kind == "compartment":
		return compartments
	case kind == "domain":
		return domains
	case kind == "group":
		return groups
	case kind == "user":
		return users
	case kind == "tagnamespace" || kind == "tagdefinition" || kind == "tagdefault":
		return unneeded
	case v.Under("compartmentId").IsText() && called(v) != "" && (kind != "" || v.Under("namespace").IsText()):
		return resources
	}
	return strange
}

// identifier is the OCID of an object. Identity domains keep a number of their
// own under "id".
func identifier(v scenario.Value) string {
	if ocid := v.Under("ocid").Text(); ocid != "" {
		return ocid
	}
	return v.Under("id").Text()
}

// ocidKind is the kind of resource an OCID says; "" for what is none.
//
// https://docs.oracle.com/en-us/iaas/Content/General/Concepts/identifiers.htm
func ocidKind(id string) string {
	parts := strings.Split(id, ".")
	if len(parts) < 4 || parts[0] != "ocid1" {
		return ""
	}
	return parts[1]
}

// called is the name of an object.
func called(v scenario.Value) string {
	for _, key := range [...]string{"name", "userName", "displayName"} {
		if text := v.Under(key).Text(); text != "" {
			return text
		}
	}
	return ""
}

// place is where an object says its name, or all of it.
func place(v scenario.Value) source.Span {
	for _, key := range [...]string{"name", "userName", "displayName", "display", "id"} {
		if named := v.Under(key); named.IsText() {
			return named.Span()
		}
	}
	return v.Span()
}

// lists takes what was found, kind by kind.
func (r *reader) lists() {
	for k := range r.found {
		r.found[k] = r.living(r.found[k])
	}
	if r.crowded() || !r.sameTenancy() {
		return
	}
	r.tenancy()
	r.domains()
	r.compartments()
	r.groups()
	r.dynamicGroups()
	r.users()
	r.memberships()
	r.networkSources()
	r.resources()
	r.statements()
	r.events()
	r.leftOver()
}

// crowded refuses a list that tenancy.json has no room for.
func (r *reader) crowded() bool {
	for k, all := range r.found {
		if len(all) > scenario.MaxListEntries && k < events && k != memberships {
			r.fail("too-many", place(all[scenario.MaxListEntries]), fmt.Sprintf("a list of %d is too long", len(all)),
				fmt.Sprintf("At most %d are read. Export a part of it, such as one compartment's.", scenario.MaxListEntries))
			return true
		}
	}
	return false
}

// living are those that are not deleted or on the way to it.
//
// https://docs.oracle.com/en-us/iaas/api/#/en/identity/20160918/Compartment/
func (r *reader) living(all []scenario.Value) []scenario.Value {
	var alive []scenario.Value
	var dead []string
	for _, v := range all {
		switch strings.ToUpper(v.Under("lifecycleState").Text()) {
		case "DELETED", "DELETING", "INACTIVE", "TERMINATED", "TERMINATING":
			dead = append(dead, called(v))
		default:
			alive = append(alive, v)
		}
	}
	if len(dead) > 0 {
		r.say(source.Info, "left-out", source.Span{}, "what is deleted or inactive is left out", "That is "+names(dead)+".")
	}
	return alive
}

func (r *reader) leftOver() {
	if n := len(r.found[unneeded]); n > 0 {
		r.say(source.Info, "not-needed", place(r.found[unneeded][0]), "tag namespaces, keys and defaults are not needed",
			"Tags count where they are set: on compartments, groups and resources, with whose lists they come.")
	}
	if n := len(r.found[strange]); n > 0 {
		r.say(source.Warning, "strange-entry", r.found[strange][0].Span(), fmt.Sprintf("%s of no kind that is known here", counted(n, "entry is", "entries are")),
			"What is left out begins here.")
	}
}

// unused is a policy's name that no policy of the root has.
func (r *reader) unused(name string) string {
	free := func(name string) bool {
		for _, p := range r.into.Policies {
			if p.AttachedTo == "" && p.Name == name {
				return false
			}
		}
		return true
	}
	next := name
	for n := 2; !free(next); n++ {
		next = fmt.Sprintf("%s-%d", name, n)
	}
	return next
}
