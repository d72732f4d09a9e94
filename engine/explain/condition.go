package explain

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
)

// condition is the tree of a where clause. A leaf shows its words and the value
// it met.
func condition(c authz.Check) Row {
	row := Row{Facet: policy.Condition, Result: c.Result, Span: c.Span}
	switch {
	case c.Result == authz.Skipped:
		row.Text = "Not judged: other parts fail already"
	case c.Reason == authz.Refused:
		row.Text = "OCI refuses this: " + c.Problem.Summary + ". " + c.Problem.Detail
	case c.Reason == authz.NoCondition:
		row.Text = "No condition"
	case c.Reason == authz.Tested:
		row.Text = fmt.Sprintf("%s: %s", code(c.Want), tally(c))
		for _, u := range c.Under {
			row.Under = append(row.Under, condition(u))
		}
	default:
		row.Text, row.Detail = code(flat(c.Want)), met(c)
	}
	return row
}

// tally says how the parts of a group came out.
func tally(c authz.Check) string {
	held := 0
	for _, u := range c.Under {
		if u.Result == authz.Pass {
			held++
		}
	}
	if slices.ContainsFunc(c.Under, func(u authz.Check) bool { return u.Result == authz.Unknown }) && c.Result == authz.Unknown {
		return fmt.Sprintf("%d of %d hold, the rest hangs on values not given", held, len(c.Under))
	}
	return fmt.Sprintf("%d of %d hold", held, len(c.Under))
}

// met is what a leaf met: the request's value, or why there is none.
func met(c authz.Check) string {
	switch c.Reason {
	case authz.NotCarried:
		return absence(c.Variable) + ", so the test is false"
	case authz.NotGiven:
		return "not given"
	case authz.NeverTrue:
		return "never holds: " + c.Got
	case authz.NotEnforced:
		return "OCI does not enforce this test in a Deny"
	}
	if c.Against != "" {
		return c.Got + " against " + c.Against
	}
	return c.Got
}

// absence says that a request does not carry a variable, in the words of what
// the variable is about.
func absence(name string) string {
	switch {
	case strings.HasPrefix(name, "request.principal.group.tag."):
		return "no group of the caller has this tag"
	case strings.HasPrefix(name, "request.principal.compartment.tag."):
		return "the caller's compartment does not have this tag"
	case strings.HasPrefix(name, "target.resource.compartment.tag."):
		return "no compartment from the root to the target has this tag"
	case name == "request.networksource.name":
		return "the caller comes from no network source"
	case strings.HasPrefix(name, "target.resource.tag."):
		return "this request carries no tag of the resource"
	}
	return "this request does not carry " + variable(name)
}
