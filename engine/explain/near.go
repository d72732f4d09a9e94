package explain

import (
	"fmt"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// fixes are edits of one statement that would make it grant: offered where a
// single facet fails and a single edit mends it.
func fixes(a *authz.Attempt, n *authz.Need) []source.Fix {
	if a.Failed() != 1 {
		return nil
	}
	for _, c := range a.Checks {
		if c.Result == authz.Fail {
			return fixesOf(c, a.Statement, n)
		}
	}
	return nil
}

func fixesOf(c authz.Check, s *policy.Statement, n *authz.Need) []source.Fix {
	switch c.Reason {
	case authz.Refused:
		return c.Problem.Moved(s.InFile).Fixes
	case authz.VerbTooWeak:
		if c.Resource.Kind == catalog.AllKind && s.Effect == policy.Allow {
			return []source.Fix{beside(apart(c, n.Permission), s)}
		}
		verb := s.Syntax.Clause().Do.(*syntax.Verb).Verb
		return []source.Fix{source.Replace(fmt.Sprintf("Change to `%s %s`", c.Least, c.Resource.Name), s.Syntax.Place(verb), c.Least.String())}
	case authz.NotNamed:
		names := s.Syntax.Clause().Do.(*syntax.Permissions).Names
		end := s.Syntax.Place(names[len(names)-1]).End
		return []source.Fix{source.Replace("Add `"+n.Permission.Name+"`", source.Span{File: c.Span.File, Start: end, End: end}, ", "+n.Permission.Name)}
	case authz.Elsewhere:
		if s.Effect == policy.Allow {
			return moveTo(c, s, n)
		}
	}
	return nil
}

// beside offers a second statement with another grant and the rest of the first.
func beside(grant string, s *policy.Statement) source.Fix {
	a, end := s.Syntax.Clause(), s.Syntax.Span.End
	text := "\nAllow " + s.Syntax.Words(a.Who) + " to " + grant + " in " + s.Syntax.Words(a.In)
	if a.Where != nil {
		text += " " + s.Syntax.Words(a.Where)
	}
	return source.Replace("Add a statement to `"+grant+"`", source.Span{File: s.Syntax.Span.File, Start: end, End: end}, text)
}

// moveTo offers to name the target, and the whole tenancy, where the policy is
// attached high enough to speak of them.
func moveTo(c authz.Check, s *policy.Statement, n *authz.Need) []source.Fix {
	var all []source.Fix
	if n.Compartment.Within(s.AttachedTo) && n.Compartment.Parent != nil {
		there := policy.LocationOf(n.Compartment, s.AttachedTo)
		all = append(all, source.Replace("Change to `in "+there+"`", c.Span, there))
	}
	if s.AttachedTo.Parent == nil {
		all = append(all, source.Replace("Change to `in tenancy`", c.Span, "tenancy"))
	}
	return all
}
