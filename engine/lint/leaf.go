package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// leaf is one comparison of a statement.
type leaf struct {
	*policy.Leaf
	in       *statement
	required bool // the condition cannot hold without it
	turned   bool // it is looked at from its right side
	weighed  bool
	lost     *loss // once weighed
}

// turn puts a variable of the target on the left of one of the caller: two
// variables are equal in either order.
func (l *leaf) turn() {
	if l.Op != policy.Equal && l.Op != policy.NotEqual || l.Left.Var == nil || l.begins("target.") || len(l.Right) != 1 {
		return
	}
	if right := l.Right[0]; right.Var != nil && strings.HasPrefix(right.Text, "target.") {
		l.turned, l.Leaf = true, &policy.Leaf{Syntax: l.Syntax, Op: l.Op, Left: right, Right: []policy.Term{l.Left}, Fold: l.Fold}
	}
}

// written is the left side as it was typed.
func (l *leaf) written() string { return l.in.Syntax.Words(l.left()) }

func (l *leaf) left() syntax.Node {
	switch n := l.Syntax.(type) {
	case *syntax.Compare:
		if l.turned {
			return n.Value
		}
		return n.Var
	case *syntax.OneOf:
		return n.Var
	case *syntax.Between:
		return n.Var
	case *syntax.Sets:
		return n.Left
	case *syntax.Unset:
		return n.Var
	}
	return l.Syntax
}

func (l *leaf) place() source.Span { return l.in.Syntax.Place(l.Syntax) }

// value is where the i-th term of the right side stands.
func (l *leaf) value(i int) source.Span {
	var right []syntax.Operand
	switch n := l.Syntax.(type) {
	case *syntax.Compare:
		right = flat(n.Value)
	case *syntax.OneOf:
		right = flat(n.List)
	case *syntax.Between:
		right = append(flat(n.From), flat(n.To)...)
	case *syntax.Sets:
		right = flat(n.Right)
	}
	if i < len(right) {
		return l.in.Syntax.Place(right[i])
	}
	return l.place()
}

func flat(o syntax.Operand) []syntax.Operand {
	list, ok := o.(*syntax.List)
	if !ok {
		return []syntax.Operand{o}
	}
	var all []syntax.Operand
	for _, item := range list.Items {
		all = append(all, flat(item)...)
	}
	return all
}

// is tells whether a comparison is of the variable.
func (l *leaf) is(name string) bool { return l.Left.Text == name }

func (l *leaf) begins(stem string) bool { return strings.HasPrefix(l.Left.Text, stem) }

// affirms tells comparisons that name values to allow.
func (l *leaf) affirms() bool { return l.Op == policy.Equal || l.Op == policy.In }

func (l *leaf) excludes() bool { return l.Op == policy.NotEqual || l.Op == policy.NotIn }
