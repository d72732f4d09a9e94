package authz

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// memberKey remembers whether a resource is in a dynamic group: the question
// comes once a statement and need, the answer does not change.
type memberKey struct {
	group    *tenancy.DynamicGroup
	resource *tenancy.Resource
}

// inDynamicGroups tells whether a resource matches the rule of one of the
// groups.
func (j *judge) inDynamicGroups(c *Check, groups []*tenancy.DynamicGroup, p Principal) {
	if !p.grouped() {
		c.Reason = ResourcesOnly
		return
	}
	c.Reason = NoRuleMatches
	for _, g := range groups {
		one := j.member(g, p.Resource)
		c.DynamicGroup = g
		c.Under = []Check{one}
		if one.Result == Pass {
			c.Result, c.Reason = Pass, RuleMatches
			return
		}
	}
}

// grouped tells whether a principal is of a kind that dynamic groups hold: a
// pod's own identity is not.
//
// https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
func (p Principal) grouped() bool { return p.Kind == Instance || p.Kind == ResourcePrincipal }

func (j *judge) member(g *tenancy.DynamicGroup, r *tenancy.Resource) Check {
	key := memberKey{g, r}
	if known, ok := j.members[key]; ok {
		return known
	}
	if j.members == nil {
		j.members = map[memberKey]Check{}
	}
	c := Matches(j.rule(g), r)
	j.members[key] = c
	return c
}

// rule is the matching rule of a dynamic group, of whichever tenancy.
func (j *judge) rule(g *tenancy.DynamicGroup) *policy.Rule {
	for _, rules := range j.rules {
		if r, ok := rules[g]; ok {
			return r
		}
	}
	return nil
}

// Matches judges a matching rule over a resource's own attributes and tags. A
// rule that could not be read, or is not there, matches nothing.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm
func Matches(rule *policy.Rule, r *tenancy.Resource) Check {
	if rule == nil || rule.If == nil {
		return Check{Facet: policy.Subject, Reason: Refused}
	}
	return matches(rule.File, rule.If, r)
}

func matches(f *source.File, rule syntax.If, r *tenancy.Resource) Check {
	c := Check{Facet: policy.Subject, Reason: Tested, Span: syntax.PlaceIn(f, rule)}
	switch rule := rule.(type) {
	case *syntax.Group:
		c.Want = strings.ToLower(rule.Kind)
		combine := both
		if c.Result = Pass; c.Want == "any" {
			c.Result, combine = Fail, either
		}
		for _, m := range rule.Members {
			u := matches(f, m, r)
			c.Under = append(c.Under, u)
			c.Result = combine(c.Result, u.Result)
		}
		return c
	case *syntax.Compare:
		text, _ := rule.Value.(*syntax.Text)
		if text == nil {
			break
		}
		compareAttribute(&c, rule.Var.Name, rule.Op, string(text.Value), r)
	case *syntax.Set:
		c.Got, c.Reason = "missing", Compared
		if got, ok := attribute(rule.Var.Name, r); ok {
			c.Got, c.Result = "'"+got+"'", Pass
		}
	}
	c.Want = f.Slice(c.Span)
	return c
}

// compareAttribute judges one comparison. A tag that is missing is unlike any
// value; another attribute that is missing, because the rule speaks of another
// kind of resource, compares with nothing.
func compareAttribute(c *Check, name, op, want string, r *tenancy.Resource) {
	got, ok := attribute(name, r)
	c.Reason, c.Got = Compared, "'"+got+"'"
	if !ok {
		c.Got = "missing"
		if !isTag(name) {
			c.Got, c.Reason = r.Type, NotCarried
			return
		}
	}
	same := ok && got == want
	if strings.EqualFold(name, "resource.type") {
		same = strings.EqualFold(catalog.TypeInOCID(got), catalog.TypeInOCID(want))
	}
	if same == (op == "=") {
		c.Result = Pass
	}
}

func isTag(name string) bool { return strings.HasPrefix(strings.ToLower(name), "tag.") }

// attribute is what a resource holds under a rule's variable. The variables
// that begin with instance are those of compute instances, the ones that begin
// with resource those of everything else.
func attribute(name string, r *tenancy.Resource) (string, bool) {
	isInstance := strings.EqualFold(r.Type, "instance")
	switch strings.ToLower(name) {
	case "instance.id":
		return r.ID, isInstance
	case "instance.compartment.id":
		return r.Compartment.ID, isInstance
	case "resource.id":
		return r.ID, !isInstance
	case "resource.compartment.id":
		return r.Compartment.ID, !isInstance
	case "resource.type":
		return r.Type, !isInstance
	}
	if !isTag(name) {
		return "", false
	}
	namespace, key, ok := tagName(name[len("tag."):])
	if !ok {
		return "", false
	}
	key, ok = cutValue(key)
	if !ok {
		return "", false
	}
	return r.Tags.Value(namespace, key)
}

// groupsOf is the dynamic groups a principal is in, in its own tenancy.
func (j *judge) groupsOf(p Principal, home *Land) []*tenancy.DynamicGroup {
	if !p.grouped() {
		return nil
	}
	in, known := j.groups[p.Resource]
	if known {
		return in
	}
	for _, g := range home.World.DynamicGroups {
		if j.member(g, p.Resource).Result == Pass {
			in = append(in, g)
		}
	}
	if j.groups == nil {
		j.groups = map[*tenancy.Resource][]*tenancy.DynamicGroup{}
	}
	j.groups[p.Resource] = in
	return in
}

// cutValue takes the word value off the end of a rule's tag variable.
func cutValue(key string) (string, bool) {
	const end = ".value"
	if len(key) <= len(end) || !strings.EqualFold(key[len(key)-len(end):], end) {
		return "", false
	}
	return key[:len(key)-len(end)], true
}

// tagName cuts namespace.key at its first full stop.
func tagName(name string) (namespace, key string, ok bool) { return strings.Cut(name, ".") }
