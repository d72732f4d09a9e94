package explain

import (
	"cmp"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// ranked orders attempts that failed: those that miss by least, first those whose
// failing facet is nearest to what the writer meant. What grants something of
// another service is left out.
func ranked(n *authz.Need) []*authz.Attempt { return rankedOf(short(n), n) }

func rankedOf(t *authz.Tally, n *authz.Need) []*authz.Attempt {
	if near := sorted(t.Missing(1), n); len(near) > 0 {
		return near
	}
	return sorted(t.Missing(2), n)
}

func sorted(attempts []*authz.Attempt, n *authz.Need) []*authz.Attempt {
	var near []placed
	for _, a := range attempts {
		if d := distance(a, n); d < far {
			near = append(near, placed{a, d})
		}
	}
	slices.SortStableFunc(near, func(a, b placed) int { return cmp.Compare(a.distance, b.distance) })
	all := make([]*authz.Attempt, len(near))
	for i, p := range near {
		all[i] = p.attempt
	}
	return all
}

// placed is an attempt with what it is sorted by.
type placed struct {
	attempt  *authz.Attempt
	distance int
}

// far is the distance of a statement that has nothing to do with a need.
const far = 20

// distance is small when a small edit would do: of a statement OCI refuses, a
// condition, a place, a verb; then another subject; then another type.
func distance(a *authz.Attempt, n *authz.Need) int {
	sum := 0
	for _, c := range a.Checks {
		switch c.Result {
		case authz.Fail:
			sum += weight(c, a.Statement, n)
		case authz.Unknown:
			sum++
		}
	}
	return sum
}

func weight(c authz.Check, s *policy.Statement, n *authz.Need) int {
	switch c.Reason {
	case authz.Refused:
		if meant(c, s, n) {
			return 0
		}
		if c.Facet == policy.Grant && nameless(s.Grants) {
			return 18
		}
		return [...]int{policy.Subject: 16, policy.Grant: far, policy.Location: 11, policy.Condition: 0}[c.Facet]
	case authz.VerbTooWeak:
		return tooWeak(c, s, n)
	case authz.NotNamed, authz.NarrowedAway:
		if c.Reason == authz.NotNamed && !akin(s.Grants.Permissions, n.Permission) {
			return far
		}
		return 8
	case authz.OtherType:
		if !neighbours(s.Grants.Resources, n.Permission) {
			return far
		}
		return 10
	case authz.UsersOnly, authz.ResourcesOnly:
		return 13
	}
	return [...]int{policy.Subject: 12, policy.Grant: far, policy.Location: 4, policy.Condition: 2}[c.Facet]
}

// nameless tells of a grant that names nothing the catalog knows: it may be
// meant for anything.
func nameless(g policy.Grants) bool {
	return g.Opaque && len(g.Resources) == 0 && len(g.Permissions) == 0
}

// tooWeak is less for a statement about this very place and this very type.
func tooWeak(c authz.Check, s *policy.Statement, n *authz.Need) int {
	sum := 3
	if s.Where != n.Compartment {
		sum += 2
	}
	if c.Resource.Kind == catalog.AllKind {
		sum += 3
	}
	return sum
}

// neighbours tells whether one of the types belongs to the permission's service,
// where one statement is often thought to do for several types.
func neighbours(named []*catalog.Resource, p *catalog.Permission) bool {
	c, ok := carrier(p)
	of, known := catalog.Default().Resource(c.Resource)
	return ok && known && slices.ContainsFunc(named, func(r *catalog.Resource) bool { return related(r.Service, of.Service) })
}

// related tells whether two services are one, or one is a kind of the other by
// its name: database and autonomous-database.
func related(a, b string) bool {
	return a == b || strings.HasSuffix(a, "-"+b) || strings.HasSuffix(b, "-"+a)
}

// akin tells whether a permission is of a type that others in the set are of.
func akin(set []*catalog.Permission, p *catalog.Permission) bool {
	return slices.ContainsFunc(set, func(q *catalog.Permission) bool { return q.Type == p.Type })
}

// meant tells whether the words that OCI refuses seem to mean the request: a
// place of the target's name, a group the caller is in, the permission's type.
func meant(c authz.Check, s *policy.Statement, n *authz.Need) bool {
	tries := []string{source.NewFile("", s.Syntax.Text).Slice(c.Problem.Span)}
	for _, fix := range c.Problem.Fixes {
		tries = append(tries, fix.Edits[0].New)
	}
	return slices.ContainsFunc(tries, func(words string) bool {
		switch c.Facet {
		case policy.Location:
			return isPlace(words, n.Compartment)
		case policy.Subject:
			return isGroup(words, n.Principal)
		case policy.Grant:
			return isGrant(words, s.Grants, n.Permission)
		}
		return true
	})
}

func isPlace(words string, target *tenancy.Compartment) bool {
	last := words[strings.LastIndexAny(words, ": ")+1:]
	for c := target; c != nil; c = c.Parent {
		if strings.EqualFold(strings.Trim(last, "'"), c.Name) || strings.EqualFold(last, c.ID) {
			return true
		}
	}
	return false
}

func isGroup(words string, p authz.Principal) bool {
	last := strings.Trim(words[strings.LastIndexByte(words, '/')+1:], "'")
	return p.User != nil && slices.ContainsFunc(p.User.Groups, func(g *tenancy.Group) bool {
		return strings.EqualFold(g.Name, last) || strings.EqualFold(g.ID, last)
	})
}

func isGrant(words string, g policy.Grants, p *catalog.Permission) bool {
	if slices.Contains(g.Permissions, p) || strings.EqualFold(words, p.Name) {
		return true
	}
	named := g.Resources
	if r, ok := catalog.Default().Resource(words); ok {
		named = append(slices.Clone(named), r)
	}
	return slices.ContainsFunc(named, func(r *catalog.Resource) bool { return catalog.Default().Includes(r, p.Type) })
}
