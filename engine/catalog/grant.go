package catalog

import (
	"slices"
	"strings"
)

// Grant is the least that a statement has to say for a part of a call: a verb
// on a type, or the permissions themselves where no verb is known to carry them.
type Grant struct {
	Verb     Verb
	Resource string   // "" where the permissions stand in braces
	Gives    []string // the permissions of the call that it is for
	By       string   // who needs it: "" the caller, else a service
	When     *Circumstance
	Not      bool // it is needed outside the circumstance
}

// Statement is the grant as a statement for a subject, such as "group Admins",
// in a place, such as "compartment Prod".
func (g Grant) Statement(subject, place string) string {
	what := "{" + strings.Join(g.Gives, ", ") + "}"
	if g.Resource != "" {
		what = g.Verb.String() + " " + g.Resource
	}
	return "Allow " + subject + " to " + what + " in " + place
}

// Grants lists the least that has to be granted for a call, a type at a time in
// the order of the formula. Of alternatives the lowest is taken.
func (c *Catalog) Grants(o *Operation) []Grant {
	var grants []Grant
	c.collect(&o.Needs, Grant{}, &grants)
	return slices.DeleteFunc(grants, func(g Grant) bool {
		return g.When != nil && slices.ContainsFunc(grants, func(other Grant) bool { return other.covers(g) })
	})
}

// covers reports that a grant needed in any case makes another one unnecessary.
func (g Grant) covers(other Grant) bool {
	return g.When == nil && g.Resource != "" && g.Resource == other.Resource && g.By == other.By && g.Verb >= other.Verb
}

// collect adds what a part of a formula asks for; under says when and for whom.
func (c *Catalog) collect(n *Need, under Grant, grants *[]Grant) {
	switch n.Kind {
	case Leaf:
		under.By = n.By
		c.add(c.permission(n.id), under, grants)
	case Any:
		c.collect(c.leastOf(n.Under), under, grants)
	case When:
		under.When, under.Not = n.Circumstance, n.Not
		fallthrough
	default:
		for i := range n.Under {
			c.collect(&n.Under[i], under, grants)
		}
	}
}

// leastOf is the alternative that the lowest verb carries, the first of equals.
func (c *Catalog) leastOf(alternatives []Need) *Need {
	best := &alternatives[0]
	for i := range alternatives[1:] {
		if other := &alternatives[i+1]; c.takes(other) < c.takes(best) {
			best = other
		}
	}
	return best
}

// takes is the highest verb that a part of a formula takes.
func (c *Catalog) takes(n *Need) Verb {
	if n.Kind == Leaf {
		return c.permission(n.id).Reach()
	}
	highest := Verb(0)
	for i := range n.Under {
		highest = max(highest, c.takes(&n.Under[i]))
	}
	return highest
}

// Reach is the least verb that carries a permission; above them all where no
// table has it, for it has to be named.
func (p *Permission) Reach() Verb {
	if p.Unverbed() {
		return Manage + 1
	}
	_, verb := p.bearer()
	return verb
}

// add puts a permission to the grant of its type, or begins one.
func (c *Catalog) add(p *Permission, g Grant, grants *[]Grant) {
	g.Resource, g.Verb = p.bearer()
	for i := range *grants {
		have := &(*grants)[i]
		if have.Resource == g.Resource && have.By == g.By && have.When == g.When && have.Not == g.Not {
			have.Verb, have.Gives = max(have.Verb, g.Verb), append(have.Gives, p.Name)
			return
		}
	}
	g.Gives = []string{p.Name}
	*grants = append(*grants, g)
}

// bearer is the type of a permission with the verb that carries it, or another
// type that does; "" when no table has the permission.
func (p *Permission) bearer() (string, Verb) {
	best := Carrier{}
	for _, carrier := range p.Carriers {
		if carrier.Resource == p.Type {
			return carrier.Resource, carrier.Verb
		}
		if best.Verb == 0 || carrier.Verb < best.Verb {
			best = carrier
		}
	}
	return best.Resource, best.Verb
}
