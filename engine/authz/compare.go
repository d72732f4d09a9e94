package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
)

// leaf judges one comparison. A variable that the request does not carry makes
// it false, a negative one too; only `!variable` is true then. In a list, being
// in it is being equal to one member, so an absent member among others takes
// nothing away; being not in it is being unlike each.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
func (j *judge) leaf(c *Check, l *policy.Leaf, n *Need) {
	if l.Never != "" {
		c.Reason, c.Got = NeverTrue, l.Never
		return
	}
	m := j.meet(l, n)
	c.Got, c.Against = m.left.show(), against(m.right)
	c.Result, c.Reason, c.Variable = m.result, m.reason, m.variable
}

// met is what a comparison meets in a request, and how it comes out.
type met struct {
	left     held
	right    []operand
	result   Result
	reason   Reason
	variable string
}

func (j *judge) meet(l *policy.Leaf, n *Need) met {
	j.texts, j.sides = j.texts[:0], j.sides[:0]
	m := met{left: j.value(l.Left, n), reason: Compared}
	if l.Op == policy.IsSet || l.Op == policy.IsUnset {
		m.presence(l)
		return m
	}
	m.right = j.operands(l, n)
	by := j.comparer(l)
	switch gap := firstGap(m.right); {
	case m.left.state == absent:
		m.reason, m.variable = NotCarried, l.Left.Text
	case gap.state == absent && (l.Op != policy.In && l.Op != policy.Intersect || len(m.right) == 1):
		m.reason, m.variable = NotCarried, gap.name
	case m.left.state == unknown:
		m.result, m.reason, m.variable = Unknown, NotGiven, l.Left.Text
	case holdsFor(by, l.Op, m.left.members, m.right):
		m.result = Pass
	case gap.state == unknown && undecided(by, l.Op, m.left.members, m.right):
		m.result, m.reason, m.variable = Unknown, NotGiven, gap.name
	}
	return m
}

func (m *met) presence(l *policy.Leaf) {
	switch {
	case m.left.state == unknown:
		m.result, m.reason, m.variable = Unknown, NotGiven, l.Left.Text
	case (m.left.state == given) == (l.Op == policy.IsSet):
		m.result = Pass
	}
}

func (h held) show() string {
	switch h.state {
	case absent:
		return "not carried"
	case unknown:
		return "not given"
	}
	return "'" + strings.Join(h.members, "', '") + "'"
}

// operand is one thing on the right-hand side: a literal, a pattern, or a
// variable's values. A variable that is absent or unknown has no members.
type operand struct {
	kind    policy.TermKind
	members []string
	state   state
	name    string // of a variable
}

func (j *judge) operands(l *policy.Leaf, n *Need) []operand {
	for _, t := range l.Right {
		o := operand{kind: t.Kind, state: given}
		if t.Kind == policy.Variable {
			h := j.value(t, n)
			o.members, o.state, o.name = h.members, h.state, t.Text
		} else {
			o.members = j.holds(t.Text).members
		}
		j.sides = append(j.sides, o)
	}
	return j.sides
}

// against is what a variable on the right-hand side holds.
func against(right []operand) string {
	for _, o := range right {
		if o.kind == policy.Variable && o.state == given {
			return held{given, o.members}.show()
		}
	}
	return ""
}

// firstGap is the operand to blame when not every operand has a value: an
// absent one if there is any, for it makes the test false.
func firstGap(all []operand) operand {
	gap := operand{state: given}
	for _, o := range all {
		if o.state == absent {
			return o
		}
		if o.state == unknown && gap.state == given {
			gap = o
		}
	}
	return gap
}

// undecided tells whether a test that the known operands do not make true hangs
// on the others. A test for being unlike all is false already when one of the
// known is alike; for being alike to one it is open.
func undecided(by comparer, op policy.Op, left []string, right []operand) bool {
	if op != policy.NotIn && op != policy.NotEqual {
		return true
	}
	return !slices.ContainsFunc(right, func(o operand) bool { return by.equal(left, o) })
}

// comparer tells how two single values compare, by the type of the variable.
type comparer struct {
	catalog *catalog.Catalog
	typ     catalog.VarType
	fold    bool
	cased   *bool // becomes true when two values turn out to differ in case alone
}

func (j *judge) comparer(l *policy.Leaf) comparer {
	by := comparer{catalog: j.catalog, typ: catalog.String, fold: l.Fold, cased: &j.cased}
	if l.Left.Var != nil {
		by.typ = l.Left.Var.Type
	}
	return by
}

func (by comparer) same(got, want string) bool {
	switch by.typ {
	case catalog.RegionKey:
		return by.sameRegion(got, want)
	case catalog.Number, catalog.Month, catalog.Day:
		return sameNumber(got, want)
	case catalog.Instant:
		return sameInstant(got, want)
	case catalog.Weekday, catalog.Boolean, catalog.TimeOfDay:
		return strings.EqualFold(got, want)
	}
	return got == want || by.sameButCase(got, want)
}

func (by comparer) sameButCase(got, want string) bool {
	if !strings.EqualFold(got, want) {
		return false
	}
	*by.cased = true
	return by.fold
}

// order compares two values that have an order; regions have none.
func (by comparer) order(got, want string) (int, bool) {
	switch by.typ {
	case catalog.RegionKey:
		return 0, false
	case catalog.Instant:
		return orderInstants(got, want)
	}
	return orderNumbers(got, want)
}

// sameRegion takes a region's name and its key for one.
func (by comparer) sameRegion(got, want string) bool {
	a, known := by.catalog.Region(got)
	b, alsoKnown := by.catalog.Region(want)
	return known && alsoKnown && a.Name == b.Name || strings.EqualFold(got, want)
}
