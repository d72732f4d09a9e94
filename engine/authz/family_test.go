package authz_test

import (
	"testing"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

func TestAFamilyGrantsWhatItsMembersDo(t *testing.T) {
	c := catalog.Default()
	// Permissions that a family does not pass on, and members that count only
	// through what the family has of its own.
	exceptions := map[string]bool{"volume-family": true, "instance-family": true}
	for family := range c.Resources() {
		if family.Kind != catalog.FamilyKind {
			continue
		}
		for _, v := range []catalog.Verb{catalog.Read, catalog.Manage} {
			whole, parts := namesAt(c, family, v), map[string]bool{}
			for _, m := range family.Members {
				member, _ := c.Resource(m)
				for name := range namesAt(c, member, v) {
					parts[name] = true
				}
			}
			for name := range whole {
				p, _ := c.Permission(name)
				if own := carriedBy(p, family.Name); !parts[name] && !own {
					t.Errorf("%s %s has %s, which no member has", v, family.Name, name)
				}
			}
			for name := range parts {
				if !whole[name] && !exceptions[family.Name] {
					t.Errorf("%s %s lacks %s, which a member has", v, family.Name, name)
				}
			}
		}
	}
}

// namesAt is the permissions that a verb on a resource grants in a decision. Of
// services that have nothing to do with it none is asked for: there are thousands.
func namesAt(c *catalog.Catalog, r *catalog.Resource, v catalog.Verb) map[string]bool {
	names := map[string]bool{}
	x := authz.NewIndex(&policy.Set{Statements: bareStatement(r, v)}, lawful, c)
	user, _ := lawful.User("", "u1")
	for p := range c.Permissions() {
		if p.SeedOnly || !near(c, r, p) {
			continue
		}
		req := authz.Request{Principal: authz.Principal{Kind: authz.User, User: user}, Compartment: lawful.Root, Ask: authz.Ask{Permissions: []*catalog.Permission{p}}}
		if x.Allowed(req) == authz.Allow {
			names[p.Name] = true
		}
	}
	return names
}

// near reports that the permission is one of the resource's service, or that the
// resource carries it.
func near(c *catalog.Catalog, r *catalog.Resource, p *catalog.Permission) bool {
	if home, known := c.Resource(p.Type); known && home.Service == r.Service {
		return true
	}
	least, _ := c.Least(r, p)
	return least != 0
}

func bareStatement(r *catalog.Resource, v catalog.Verb) []*policy.Statement {
	doc, _ := reading.Parse(source.NewFile("p", "Allow any-user to "+v.String()+" "+r.Name+" in tenancy"))
	set, _ := policy.Bind([]policy.Source{{AttachedTo: lawful.Root, Document: doc}}, nil, lawful, catalog.Default(), policy.Oracle)
	return set.Statements
}

func carriedBy(p *catalog.Permission, name string) bool {
	for _, c := range p.Carriers {
		if c.Resource == name {
			return true
		}
	}
	return false
}
