package explain

import (
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/syntax"
)

// keep is the condition of the nearest statement as far as the request meets it,
// for its writer wanted it kept: what holds and what nobody knows stays, a test
// that fails becomes one of the value that the request holds.
func keep(n *authz.Need) *keeper {
	k := &keeper{}
	near := ranked(n)
	if len(near) == 0 {
		return k
	}
	k.statement = near[0].Statement
	c := near[0].Checks[policy.Condition]
	switch {
	case !meantFor(near[0]):
	case c.Reason == authz.Refused:
		k.refused = true
	default:
		k.tests = k.keep(k.statement.If, c)
	}
	return k
}

// meantFor tells whether a near statement's condition says something of this
// request: it holds, or is for this caller and type.
func meantFor(a *authz.Attempt) bool {
	switch c := a.Checks[policy.Condition]; {
	case a.Statement.Syntax.Clause().Where == nil || c.Result == authz.Skipped:
		return false
	case c.Result == authz.Pass:
		return a.Failed() == 1
	}
	return a.Checks[policy.Subject].Result == authz.Pass && a.Checks[policy.Grant].Reason != authz.OtherType
}

// keeper keeps a condition, and what became of its tests.
type keeper struct {
	statement *policy.Statement
	tests     []string // all must hold
	changed   bool     // some test another value than before
	refused   bool     // OCI does not read the condition
	inverted  []string // excluded this request, and have become its opposite
	dropped   []string // could not hold
	open      []string // hang on values that nobody gave
	hangs     []string // the variables of these values
}

// keep is the tests that must all hold. One of the permission is left out, for
// the braces name it.
func (k *keeper) keep(t policy.Test, c authz.Check) []string {
	words := flat(k.statement.Syntax.Words(t.Node()))
	every, isEvery := t.(*policy.Every)
	switch leaf, isLeaf := t.(*policy.Leaf); {
	case isEvery:
		var all []string
		for i, u := range every.Under {
			all = append(all, k.keep(u, c.Under[i])...)
		}
		return all
	case isLeaf && leaf.Left.Text == "request.permission":
		if c.Result == authz.Fail && excludes(leaf) {
			k.inverted = append(k.inverted, words)
		}
		return nil
	case c.Result == authz.Unknown:
		k.open, k.hangs = append(k.open, words), append(k.hangs, unknowns(c)...)
	case isLeaf && c.Result == authz.Fail:
		return k.narrow(leaf, c, words)
	case c.Result == authz.Fail:
		return k.one(t.(*policy.Some), c, words)
	}
	return []string{words}
}

// one is the first alternative of which something can be kept.
func (k *keeper) one(t *policy.Some, c authz.Check, words string) []string {
	before, lost := k.dropped, false
	for i, u := range t.Under {
		if kept := k.keep(u, c.Under[i]); kept != nil {
			return kept
		}
		lost = lost || len(k.dropped) > len(before)
		k.dropped = before
	}
	if lost {
		k.dropped = append(k.dropped, words)
	}
	return nil
}

// narrow is a test of the one value that the request holds; nothing where no
// single value can be tested for.
func (k *keeper) narrow(l *policy.Leaf, c authz.Check, words string) []string {
	side, value := telling(l, c)
	value, whole := unquoted(value)
	if c.Reason != authz.Compared || l.Op == policy.IsUnset || !whole || isMoment(side.Var) {
		k.dropped = append(k.dropped, words)
		return nil
	}
	if excludes(l) {
		k.inverted = append(k.inverted, words)
	} else {
		k.changed = true
	}
	name := side.Text
	if v := side.Var; v != nil && strings.EqualFold(v.Name, name) {
		name = v.Name
	}
	return []string{name + " = " + syntax.InQuotes(value)}
}

func excludes(l *policy.Leaf) bool { return l.Op == policy.NotEqual || l.Op == policy.NotIn }

// telling is the side of a comparison to test for what it holds: the left one,
// but of the caller against the target that of the target, for to test the
// caller alone would grant on every target.
func telling(l *policy.Leaf, c authz.Check) (policy.Term, string) {
	if len(l.Right) == 1 && l.Right[0].Kind == policy.Variable && c.Against != "" && !strings.HasPrefix(l.Left.Text, "target.") {
		return l.Right[0], c.Against
	}
	return l.Left, c.Got
}

// unquoted is the value that a check shows, if it shows a single one.
func unquoted(shown string) (value string, single bool) {
	value, begins := strings.CutPrefix(shown, "'")
	value, ends := strings.CutSuffix(value, "'")
	return value, begins && ends && !strings.Contains(value, "', '")
}

// unknowns is the variables whose values a check lacks.
func unknowns(c authz.Check) []string {
	if c.Reason == authz.NotGiven {
		return []string{c.Variable}
	}
	var all []string
	for _, u := range c.Under {
		all = append(all, unknowns(u)...)
	}
	return all
}

// isMoment tells the variables that are never compared by =.
func isMoment(v *catalog.Variable) bool {
	return v != nil && (v.Type == catalog.Instant || v.Type == catalog.TimeOfDay)
}

// note says what became of the condition, where it is not kept as it stands.
func (k *keeper) note() string {
	var said []string
	switch {
	case k.refused:
		said = append(said, leftOut(cite(k.statement), "which OCI refuses"))
	case k.tests == nil && k.dropped != nil:
		said = append(said, "The condition of "+cite(k.statement)+" cannot hold for this request, so it is left out.")
	case k.changed || k.dropped != nil:
		said = append(said, k.keeps())
	}
	if k.inverted != nil {
		said = append(said, upper(cite(k.statement))+" excludes this request by "+codes(k.inverted, "and")+", which is turned into its opposite.")
	}
	if k.open != nil {
		said = append(said, "It grants only if the request meets "+codes(k.open, "and")+", which it leaves open.")
	}
	return strings.Join(said, " ")
}

func (k *keeper) keeps() string {
	text := "It keeps the condition of " + cite(k.statement)
	if k.changed {
		text += ", changed to what this request holds"
	}
	if k.dropped != nil {
		text += ", without " + codes(k.dropped, "and") + ", which this request does not meet"
	}
	return text + "."
}

// leftOut says of the condition of a statement, and why it takes no effect, that
// nothing of it is kept.
func leftOut(line, why string) string {
	return "The condition of " + line + ", " + why + ", is left out: this grants more than was meant."
}
