package explain

import (
	"slices"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
)

// carrier is the type, and the least verb on it, that carry a permission: its
// own type where the tables say so, else the first that has it.
func carrier(p *catalog.Permission) (catalog.Carrier, bool) {
	if len(p.Carriers) == 0 {
		return catalog.Carrier{}, false
	}
	own := slices.IndexFunc(p.Carriers, func(c catalog.Carrier) bool { return c.Resource == p.Type })
	return p.Carriers[max(own, 0)], true
}

// narrower is the type to name instead of all-resources, for what is missing is
// no reason to grant more of everything.
func narrower(r *catalog.Resource, p *catalog.Permission) string {
	if c, ok := carrier(p); ok && r.Kind == catalog.AllKind {
		return c.Resource
	}
	return r.Name
}

// apart is what to grant in a statement of its own, beside one on all-resources:
// by name what no verb on a type carries.
func apart(c authz.Check, p *catalog.Permission) string {
	if _, ok := carrier(p); !ok {
		return "{" + p.Name + "}"
	}
	return c.Least.String() + " " + narrower(c.Resource, p)
}

// takes names the verbs that together carry what is missing; "" when a table is
// silent.
func takes(missing []*authz.Need) string {
	var least []catalog.Carrier
	for _, n := range missing {
		c, ok := carrier(n.Permission)
		if !ok {
			return ""
		}
		if i := slices.IndexFunc(least, func(l catalog.Carrier) bool { return l.Resource == c.Resource }); i >= 0 {
			least[i].Verb = max(least[i].Verb, c.Verb)
		} else {
			least = append(least, c)
		}
	}
	words := make([]string, len(least))
	for i, c := range least {
		words[i] = c.Verb.String() + " " + c.Resource
	}
	return " It takes " + few(words) + "."
}
