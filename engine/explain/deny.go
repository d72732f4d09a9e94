package explain

import (
	"fmt"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// taken says which statements take away what the request needs.
func taken(missing []*authz.Need) string {
	var by []*policy.Statement
	what := map[*policy.Statement][]*authz.Need{}
	for _, n := range missing {
		s := n.Denied.Holding[0].Statement
		if what[s] == nil {
			by = append(by, s)
		}
		what[s] = append(what[s], n)
	}
	text := ""
	for i, s := range by {
		if i > 0 {
			text += " "
		}
		text += fmt.Sprintf("%s denies %s%s.", upper(cite(s)), permissions(what[s]), otherwise(what[s]))
	}
	return text
}

// otherwise says what would be without the denial.
func otherwise(denied []*authz.Need) string {
	var by *policy.Statement
	for _, n := range denied {
		if n.Allowed.Result != authz.Pass || n.Admitted != nil && n.Admitted.Result != authz.Pass {
			return ", which would not be granted without that either"
		}
		by = n.Allowed.Holding[0].Statement
	}
	return fmt.Sprintf(", which %s %s", cite(by), verb(by.Effect))
}

func permissions(needs []*authz.Need) string {
	names := make([]string, len(needs))
	for i, n := range needs {
		names[i] = n.Permission.Name
	}
	return few(names)
}

// nearDenials is the denials of this type, for this caller, that one thing alone
// keeps from biting.
func nearDenials(n *authz.Need) []*authz.Attempt {
	var near []*authz.Attempt
	for _, a := range n.Denied.Near() {
		if a.Missed() == 1 && wouldBite(a, n) {
			near = append(near, a)
		}
	}
	return near
}

// mightDeny says of what is allowed which denial may be meant for it: one of a
// type that the catalog does not know takes nothing here.
func mightDeny(d authz.Decision) string {
	for _, n := range d.Needs {
		for _, a := range nearDenials(n) {
			if a.Checks[policy.Grant].Reason == authz.UnknownType {
				return fmt.Sprintf(" %s might deny it: the catalog does not know its resource type.", upper(cite(a.Statement)))
			}
		}
	}
	return ""
}

// wouldBite leaves out what is meant for others, for other permissions and for
// other places than the target and those below it.
func wouldBite(a *authz.Attempt, n *authz.Need) bool {
	for _, c := range a.Checks {
		switch {
		case c.Result != authz.Fail || c.Reason == authz.Refused:
		case c.Facet == policy.Subject && c.Reason != authz.Exempt,
			c.Facet == policy.Grant && c.Reason != authz.StartsAbove && c.Reason != authz.UnknownType,
			c.Facet == policy.Location && (a.Statement.Where == nil || !a.Statement.Where.Within(n.Compartment)):
			return false
		}
	}
	return true
}

// exemptions offers to leave the caller out of a denial, where nothing else
// stands in the way. Every kind of caller but a service has the variable, and of
// a service nobody knows what it holds.
func exemptions(a *authz.Attempt, n *authz.Need) []source.Fix {
	id := ""
	switch p := n.Principal; {
	case p.User != nil:
		id = p.User.ID
	case p.Resource != nil:
		id = p.Resource.ID
	}
	if id == "" || n.Allowed.Result != authz.Pass || n.Admitted != nil && n.Admitted.Result != authz.Pass || len(n.Denied.Holding) > 1 {
		return nil
	}
	s, test := a.Statement, "request.principal.id != "+syntax.InQuotes(id)
	title, at := "Leave "+n.Principal.Name()+" out of the denial", s.Span(policy.Condition)
	if where := s.Syntax.Clause().Where; where != nil {
		return []source.Fix{source.Replace(title, s.Syntax.Place(where.If), "all {"+s.Syntax.Words(where.If)+", "+test+"}")}
	}
	return []source.Fix{source.Replace(title, at, " where "+test)}
}
