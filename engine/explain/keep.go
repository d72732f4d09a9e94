package explain

import (
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// keep is the condition of the nearest statement as far as the request meets it,
// for its writer wanted it kept: what holds stays, a test that fails becomes one
// of the value that the request holds. The note says what has changed.
func keep(n *authz.Need) (tests []string, note string) {
	near := ranked(n)
	if len(near) == 0 || !meantFor(near[0]) {
		return nil, ""
	}
	s := near[0].Statement
	k := keeper{statement: s}
	tests = k.keep(s.If, near[0].Checks[policy.Condition])
	switch {
	case !k.changed:
	case tests == nil:
		note = "The condition of " + cite(s) + " cannot hold for this request, so it is left out."
	default:
		note = "It keeps the condition of " + cite(s) + ", changed to what this request holds."
	}
	return tests, note
}

// meantFor tells whether a near statement's condition says something of this
// request: it is for this caller or holds.
func meantFor(a *authz.Attempt) bool {
	c := a.Checks[policy.Condition]
	switch {
	case a.Statement.If == nil || c.Reason == authz.Refused:
		return false
	case c.Result == authz.Pass:
		return a.Failed() == 1
	}
	return c.Result == authz.Fail && a.Checks[policy.Subject].Result == authz.Pass && a.Checks[policy.Grant].Reason != authz.OtherType
}

type keeper struct {
	statement *policy.Statement
	changed   bool
}

// keep is the tests that must all hold. One of the permission is left out, for
// the braces name it.
func (k *keeper) keep(t policy.Test, c authz.Check) []string {
	switch t := t.(type) {
	case *policy.Every:
		var all []string
		for i, u := range t.Under {
			all = append(all, k.keep(u, c.Under[i])...)
		}
		return all
	case *policy.Some:
		if c.Result == authz.Pass {
			break
		}
		for i, u := range t.Under {
			if kept := k.keep(u, c.Under[i]); kept != nil {
				return kept
			}
		}
		return nil
	case *policy.Leaf:
		if t.Left.Text == "request.permission" {
			return nil
		}
		if c.Result != authz.Pass {
			return k.narrow(t, c)
		}
	}
	return []string{flat(k.statement.Syntax.Words(t.Node()))}
}

// narrow is a test of the one value that the request holds; nothing where no
// single value can be tested for.
func (k *keeper) narrow(l *policy.Leaf, c authz.Check) []string {
	k.changed = true
	value, quoted := strings.CutPrefix(c.Got, "'")
	value, whole := strings.CutSuffix(value, "'")
	if c.Reason != authz.Compared || l.Op == policy.IsUnset || !quoted || !whole || strings.Contains(value, "', '") || isMoment(l.Left.Var) {
		return nil
	}
	name := l.Left.Text
	if v := l.Left.Var; v != nil && strings.EqualFold(v.Name, name) {
		name = v.Name
	}
	return []string{name + " = " + policy.InQuotes(value)}
}

// isMoment tells the variables that are never compared by =.
func isMoment(v *catalog.Variable) bool {
	return v != nil && (v.Type == catalog.Instant || v.Type == catalog.TimeOfDay)
}
