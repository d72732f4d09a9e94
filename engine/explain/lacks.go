package explain

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
)

// whose says in half a sentence what the nearest statement lacks.
func whose(a *authz.Attempt, n *authz.Need) string {
	var halves []string
	for _, c := range a.Checks {
		if c.Result == authz.Fail {
			halves = append(halves, lacks(c, a.Statement, n))
		}
	}
	return strings.Join(halves, ", and ")
}

func lacks(c authz.Check, s *policy.Statement, n *authz.Need) string {
	switch c.Reason {
	case authz.Refused:
		return "which OCI refuses: " + c.Problem.Summary
	case authz.NotInGroups, authz.NotEveryone, authz.NotService:
		return fmt.Sprintf("which is not for %s", n.Principal.Name())
	case authz.UsersOnly:
		return fmt.Sprintf("which is for users, not for %s", n.Principal.Name())
	case authz.ResourcesOnly:
		return fmt.Sprintf("whose dynamic groups cannot hold %s", n.Principal.Name())
	case authz.NoRuleMatches:
		if unreadRule(c) {
			return "whose matching rule could not be read"
		}
		return fmt.Sprintf("whose matching rule does not match %s", n.Principal.Name())
	case authz.NotNamed:
		return "which does not name it"
	case authz.NarrowedAway:
		return fmt.Sprintf("whose type %s leaves it out", code(c.Resource.Name))
	case authz.VerbTooWeak:
		return fmt.Sprintf("whose verb stops at %s (%s carries it)", code(s.Grants.Verb.String()), code(c.Least.String()))
	case authz.OtherType:
		return "which is about " + code(s.Grants.Resources[0].Name)
	case authz.Elsewhere:
		return fmt.Sprintf("which %s in %s, not in %s", verb(s.Effect), whereOf(s), label(n.Compartment))
	case authz.StartsAbove:
		return fmt.Sprintf("which takes %s and above (it comes with %s)", code(s.Grants.Verb.String()), code(c.Least.String()))
	case authz.Exempt:
		return fmt.Sprintf("which does not concern group %s", code(spelt(c.Group.Domain, c.Group.Name)))
	case authz.OtherTenancy:
		return "which speaks of another tenancy"
	case authz.OtherPair:
		return "which associates other types"
	}
	return unmet(c, n)
}

// unmet says why a condition does not hold: by its first test that fails.
func unmet(c authz.Check, n *authz.Need) string {
	leaf := c
	for len(leaf.Under) > 0 {
		if leaf.Want == "any" && len(leaf.Under) > 1 {
			return noneOf(leaf.Under, n)
		}
		leaf = leaf.Under[slices.IndexFunc(leaf.Under, func(u authz.Check) bool { return u.Result == authz.Fail })]
	}
	words := code(flat(leaf.Want))
	switch leaf.Reason {
	case authz.NotCarried:
		return fmt.Sprintf("whose condition %s is false: %s", words, absence(leaf.Variable))
	case authz.NeverTrue:
		return fmt.Sprintf("whose condition %s never holds", words)
	}
	return fmt.Sprintf("whose condition %s met %s", words, met(leaf))
}

// noneOf says of an any in which nothing holds what it leaves out, where it
// lists permissions alone.
func noneOf(under []authz.Check, n *authz.Need) string {
	for _, u := range under {
		if !strings.HasPrefix(strings.ToLower(u.Want), "request.permission") {
			return "of whose conditions none holds"
		}
	}
	return "whose list of permissions lacks " + code(n.Permission.Name)
}
