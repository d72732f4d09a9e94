package explain

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

func tellFacet(c authz.Check, s *policy.Statement, n *authz.Need) Row {
	row := Row{Facet: c.Facet, Result: c.Result, Span: c.Span}
	if c.Reason == authz.Refused && c.Problem != nil {
		row.Text = "OCI refuses this: " + c.Problem.Summary + ". " + c.Problem.Detail
		return row
	}
	switch c.Facet {
	case policy.Subject:
		row.Text = subject(c, s, n)
		row.Under = ruleRows(c)
	case policy.Grant:
		row.Text = grant(c, s, n)
	case policy.Location:
		row.Text = location(c, s, n)
		if s.To == (policy.Reach{}) {
			row.Path = hops(s.Where, n.Compartment)
		}
	case policy.Condition:
		return condition(c)
	}
	return row
}

func subject(c authz.Check, s *policy.Statement, n *authz.Need) string {
	name := n.Principal.Name()
	switch c.Reason {
	case authz.Exempt:
		return fmt.Sprintf("%s is in group %s, which no Deny concerns", name, code(spelt(c.Group.Domain, c.Group.Name)))
	case authz.OtherTenancy:
		return fmt.Sprintf("It speaks of those of another tenancy; %s is of %s", name, code(n.Home().Name))
	case authz.NoTenancyNamed:
		return "It does not say which tenancy they come from"
	case authz.InGroup:
		return name + " is in group " + code(spelt(c.Group.Domain, c.Group.Name))
	case authz.NotInGroups:
		if s.Who.Groups == nil {
			return fmt.Sprintf("%s is in none of the groups that it names by OCID", name)
		}
		return notInGroups(name, s, n.Principal.User)
	case authz.UsersOnly:
		return fmt.Sprintf("Groups hold users, and %s is not one. It needs `dynamic-group`, or `any-user` with a condition", name)
	case authz.ResourcesOnly:
		return resourcesOnly(n.Principal)
	case authz.RuleMatches:
		return fmt.Sprintf("%s matches the rule of dynamic group %s", name, code(spelt(c.DynamicGroup.Domain, c.DynamicGroup.Name)))
	case authz.NoRuleMatches:
		return noRuleMatches(c, s, name)
	case authz.Everyone:
		if s.Who.Kind == policy.AnyGroup {
			return "`any-group` includes every user, instance and other resource"
		}
		return "`any-user` includes everybody"
	case authz.NotEveryone:
		return "`any-group` leaves services out"
	case authz.MaybeEveryone:
		return "No page says whether `any-group` includes a pod with its own identity"
	case authz.IsService:
		return fmt.Sprintf("the service is %s", code(n.Principal.Service))
	case authz.MaybeService:
		return "The service has a name in each region, and nobody said which region this is"
	case authz.NotService:
		return fmt.Sprintf("It speaks of services; %s is not one of them", name)
	}
	panic(fmt.Sprintf("a subject check with reason %d", c.Reason))
}

func notInGroups(name string, s *policy.Statement, u *tenancy.User) string {
	of := make([]string, len(s.Who.Groups))
	for i, g := range s.Who.Groups {
		of[i] = spelt(g.Domain, g.Name)
	}
	own := make([]string, len(u.Groups))
	for i, g := range u.Groups {
		own[i] = spelt(g.Domain, g.Name)
	}
	if len(own) == 0 {
		return fmt.Sprintf("%s is not in %s, nor in any group", name, codes(of, "or"))
	}
	return fmt.Sprintf("%s is not in %s, only in %s", name, codes(of, "or"), codes(own, "and"))
}

func resourcesOnly(p authz.Principal) string {
	switch p.Kind {
	case authz.Workload:
		return "A pod's own identity cannot be in a dynamic group; it needs `any-user` with a condition"
	case authz.Service:
		return "Dynamic groups hold resources; a service needs `service` or `any-user` with a condition"
	}
	return fmt.Sprintf("Dynamic groups hold resources; %s is a user", p.Name())
}

func noRuleMatches(c authz.Check, s *policy.Statement, name string) string {
	if s.Who.Aliases != nil {
		return fmt.Sprintf("%s is in none of the dynamic groups that it names by OCID", name)
	}
	if c.DynamicGroup == nil {
		return "It names no dynamic group"
	}
	if len(s.Who.DynamicGroups) > 1 {
		return fmt.Sprintf("%s matches none of the rules; the last is that of %s", name, code(spelt(c.DynamicGroup.Domain, c.DynamicGroup.Name)))
	}
	if unreadRule(c) {
		return fmt.Sprintf("The matching rule of %s could not be read, so it matches nothing", code(spelt(c.DynamicGroup.Domain, c.DynamicGroup.Name)))
	}
	return fmt.Sprintf("%s does not match the rule of dynamic group %s", name, code(spelt(c.DynamicGroup.Domain, c.DynamicGroup.Name)))
}

// unreadRule tells whether the matching rule that a check tried could not be read.
func unreadRule(c authz.Check) bool { return len(c.Under) == 1 && c.Under[0].Reason == authz.Refused }

// ruleRows is a matching rule part by part.
func ruleRows(c authz.Check) []Row {
	var rows []Row
	for _, u := range c.Under {
		if u.Reason == authz.Refused {
			continue
		}
		row := Row{Facet: policy.Subject, Result: u.Result, Text: code(u.Want), Span: u.Span, Under: ruleRows(u)}
		switch u.Reason {
		case authz.Compared:
			row.Detail = u.Got
		case authz.NotCarried:
			row.Detail = "says nothing of the type " + u.Got
		}
		rows = append(rows, row)
	}
	return rows
}

func grant(c authz.Check, s *policy.Statement, n *authz.Need) string {
	p := code(n.Permission.Name)
	written := code(s.Syntax.Words(s.Syntax.Clause().Do))
	switch c.Reason {
	case authz.Associated:
		return "It names this association"
	case authz.OtherPair:
		return fmt.Sprintf("%s names another association than %s", written, p)
	case authz.StartsAbove:
		return fmt.Sprintf("Denying %s takes that verb and those above; %s comes with %s already", written, p, code(c.Least.String()))
	case authz.Named:
		return p + " stands in the braces"
	case authz.NotNamed:
		return fmt.Sprintf("%s is not among the permissions in the braces", p)
	case authz.NarrowedAway:
		return fmt.Sprintf("%s stands in the braces, but the type behind them, %s, does not have it", p, code(c.Resource.Name))
	case authz.Carried:
		if s.Effect.Denies() {
			return fmt.Sprintf("Denying %s takes that verb and those above, and %s comes with %s", written, p, code(c.Least.String()))
		}
		return written + " carries " + p + via(c.Resource, n.Permission, c.Least, s.Grants.Verb)
	case authz.CommunityCarried:
		return fmt.Sprintf("%s carries %s by the guide's list; Oracle's reference does not have this permission", written, p)
	case authz.VerbTooWeak:
		return fmt.Sprintf("%s stops short: %s comes with %s", written, p, code(c.Least.String()+" "+narrower(c.Resource, n.Permission)))
	case authz.UnknownType:
		return fmt.Sprintf("The catalog does not know the type in %s, so nobody knows whether that is about %s", written, p)
	case authz.OtherType:
		return otherType(written, n.Permission)
	case authz.TableUnknown:
		return fmt.Sprintf("No published table says whether %s carries %s", written, p)
	}
	panic(fmt.Sprintf("a grant check with reason %d", c.Reason))
}

// via names the family and the lower verb a permission came by.
func via(r *catalog.Resource, p *catalog.Permission, least, verb catalog.Verb) string {
	var how []string
	if r.Kind != catalog.TypeKind && p.Type != "" && !strings.EqualFold(p.Type, r.Name) {
		how = append(how, fmt.Sprintf("%s includes %s", code(r.Name), code(p.Type)))
	}
	if least < verb {
		how = append(how, fmt.Sprintf("%s has all of %s", code(verb.String()), code(least.String())))
	}
	if len(how) == 0 {
		return ""
	}
	return ": " + strings.Join(how, ", ")
}

func otherType(written string, p *catalog.Permission) string {
	if p.SeedOnly {
		return fmt.Sprintf("%s is not in Oracle's reference, so %s does not carry it", code(p.Name), written)
	}
	if c, ok := carrier(p); ok {
		return fmt.Sprintf("%s does not carry %s: that comes with %s", written, code(p.Name), code(c.Verb.String()+" "+c.Resource))
	}
	return fmt.Sprintf("%s does not carry %s", written, code(p.Name))
}

func location(c authz.Check, s *policy.Statement, n *authz.Need) string {
	switch {
	case c.Reason == authz.OtherTenancy:
		return fmt.Sprintf("It speaks of another tenancy; the target is in %s", code(n.There().Name))
	case c.Reason == authz.Reached && s.To.Any:
		return "It speaks of every tenancy"
	case c.Reason == authz.Reached:
		return fmt.Sprintf("It speaks of %s, where the target is", code(n.There().Name))
	case c.Result == authz.Fail:
		return fmt.Sprintf("It %s in %s and below; the target is %s", verb(s.Effect), whereOf(s), label(n.Compartment))
	case s.Where == n.Compartment:
		return "The target is " + label(s.Where) + " itself"
	}
	return label(n.Compartment) + " lies below " + label(s.Where) + " and inherits from it"
}

// whereOf is where a statement grants: in an Endorse, a compartment elsewhere.
func whereOf(s *policy.Statement) string {
	if s.Where == nil {
		return code(s.To.Path)
	}
	return label(s.Where)
}

func label(c *tenancy.Compartment) string {
	if c.Parent == nil {
		return "the root"
	}
	return code(c.Label())
}

// hops is the way from the root to the target, with the compartment that the
// statement names marked where it lies on the way.
func hops(named, target *tenancy.Compartment) []Hop {
	var path []Hop
	for _, c := range target.Chain() {
		path = append(path, Hop{Name: c.Name, Path: c.Path(), Named: c == named, Target: c == target})
	}
	return path
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
