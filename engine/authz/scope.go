package authz

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// scope is one permission, and the types named in statements that may carry it.
type scope struct {
	permission *catalog.Permission
	on         []typeScope
}

// typeScope is what the verbs on a type say of a permission.
type typeScope struct {
	resource      *catalog.Resource
	allow, denied ladderOf
}

// ladderOf is the result of each verb; the first is that of no verb.
type ladderOf [catalog.Manage + 1]Result

var (
	byName       = ladderOf{0: Pass}
	nobodysGuess = ladderOf{catalog.Inspect: Unknown, catalog.Read: Unknown, catalog.Use: Unknown, catalog.Manage: Unknown}
)

func (t *typeScope) by(denies bool) *ladderOf {
	if denies {
		return &t.denied
	}
	return &t.allow
}

// scope is the scope of a permission, found when it is first asked for.
func (x *Index) scope(name string) *scope {
	if s, ok := x.scopes[name]; ok {
		return s
	}
	p, ok := x.judge.catalog.Permission(name)
	if !ok {
		panic("the catalog asks for a permission it does not have: " + name)
	}
	s := &scope{permission: p}
	community := x.judge.lands[0].Set.Dialect.Rules().Community
	for _, r := range x.named {
		t := typeScope{resource: r}
		for v := catalog.Inspect; v <= catalog.Manage; v++ {
			g := &policy.Grants{Verb: v, Community: community}
			t.allow[v], t.denied[v] = x.judge.ladder(r, g, p).result, x.judge.inverted(r, g, p).result
		}
		if t.allow != (ladderOf{}) || t.denied != (ladderOf{}) {
			s.on = append(s.on, t)
		}
	}
	x.scopes[name] = s
	return s
}
