package policy

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

const (
	conditionsPage = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm"
	variablesPage  = "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/policyreference_topic-General_Variables_for_All_Requests.htm"
	timePage       = "https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm"
	tagsPage       = "https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm"
)

// test binds a condition.
func (b *binder) test(c syntax.If) Test {
	switch c := c.(type) {
	case *syntax.Group:
		under := make([]Test, len(c.Members))
		for i, m := range c.Members {
			under[i] = b.test(m)
		}
		if strings.EqualFold(c.Kind, "any") {
			return &Some{c, under}
		}
		return &Every{c, under}
	case *syntax.Unset:
		return &Leaf{Syntax: c, Op: IsUnset, Left: b.variable(c.Var)}
	case *syntax.Set:
		b.bareVariable(c)
		return &Leaf{Syntax: c, Op: IsSet, Left: b.variable(c.Var)}
	case *syntax.Sets:
		return b.sets(c)
	case *syntax.OneOf:
		return b.oneOf(c)
	case *syntax.Between:
		leaf := &Leaf{Syntax: c, Op: Between, Left: b.variable(c.Var)}
		leaf.Right = append(b.terms(leaf, c.From), b.terms(leaf, c.To)...)
		if b.timeOperator(leaf, c.Var) {
			b.checkTimes(leaf, c.From, c.To)
		}
		return leaf
	case *syntax.Compare:
		return b.compare(c)
	}
	panic("a condition that nobody binds")
}

var ops = map[string]Op{"=": Equal, "!=": NotEqual, "=~": Equal, "<": Less, "<=": AtMost, ">": Greater, ">=": AtLeast, "before": Before, "after": After}

func (b *binder) compare(c *syntax.Compare) Test {
	leaf := &Leaf{Syntax: c, Op: ops[strings.ToLower(c.Op)], Left: b.variable(c.Var), Fold: b.rules.FoldEqual}
	b.operator(leaf, c)
	b.oneValue(leaf, c)
	leaf.Right = b.terms(leaf, c.Value)
	if b.timeOperator(leaf, c.Var) && (leaf.Op == Before || leaf.Op == After) {
		b.checkTimes(leaf, c.Value)
	}
	return leaf
}

// bareVariable refuses a variable alone, which matching rules know and
// conditions do not.
func (b *binder) bareVariable(c *syntax.Set) {
	b.fault(Condition, c, "variable-alone", fmt.Sprintf("`%s` is compared with nothing", c.Var.Name),
		"A condition compares a variable with a value. To test that it is absent write `!` before it.", from(conditionsPage))
}

// oneValue refuses what only `in` and `=` compare with: lists and patterns.
func (b *binder) oneValue(leaf *Leaf, c *syntax.Compare) {
	switch c.Value.(type) {
	case *syntax.List:
		in := map[Op]string{Equal: "in", NotEqual: "not in"}[leaf.Op]
		more := []func(*source.Diagnostic){from(conditionsPage)}
		if in != "" {
			more = append(more, b.writeOperator(c, in))
		}
		b.fault(Condition, c.Value, "list-after-operator", fmt.Sprintf("`%s` compares with one value, not with a list", c.Op),
			"A list stands after `in` or `not in`.", more...)
	case *syntax.Glob:
		if leaf.Op != Equal && leaf.Op != NotEqual {
			b.fault(Condition, c.Value, "pattern-after-operator", fmt.Sprintf("`%s` does not compare with a pattern", c.Op),
				"Patterns stand after `=`, `!=` and in lists.", from(conditionsPage))
		}
	}
}

// operator reports the operators that only the guide has.
func (b *binder) operator(leaf *Leaf, c *syntax.Compare) {
	switch {
	case c.Op == "=~":
		leaf.Fold = true
		b.differs(b.rules.Extras, Condition, c, "fold-operator", "`=~` is not in Oracle's pages",
			"There `=` already compares without regard to case.", from(conditionsPage), b.writeOperator(c, "="))
	case leaf.Op >= Less && leaf.Op <= AtLeast:
		b.differs(b.rules.Extras, Condition, c, "order-operator", fmt.Sprintf("`%s` is not in Oracle's pages", c.Op),
			"There times are compared by `before`, `after` and `between`.", from(timePage), b.rewriteOrder(c, leaf))
	}
}

func (b *binder) writeOperator(c *syntax.Compare, op string) func(*source.Diagnostic) {
	place := b.syntax.Place(c)
	at := source.Span{File: place.File, Start: b.syntax.Place(c.Var).End, End: b.syntax.Place(c.Value).Start}
	return func(d *source.Diagnostic) {
		d.Fixes = append(d.Fixes, source.Replace("write `"+op+"`", at, " "+op+" "))
	}
}

// rewriteOrder offers Oracle's words for a comparison of instants.
func (b *binder) rewriteOrder(c *syntax.Compare, leaf *Leaf) func(*source.Diagnostic) {
	word := map[Op]string{Less: "before", AtMost: "before", Greater: "after", AtLeast: "after"}[leaf.Op]
	value, quoted := c.Value.(*syntax.Text)
	if !quoted || leaf.Left.Text != "request.utctimestamp" && leaf.Left.Text != "request.utc-timestamp" {
		return func(*source.Diagnostic) {}
	}
	new := "request.utc-timestamp " + word + " '" + string(value.Value) + "'"
	return fix("write `"+new+"`", new)
}

func (b *binder) oneOf(c *syntax.OneOf) Test {
	leaf := &Leaf{Syntax: c, Op: In, Left: b.variable(c.Var), Fold: true}
	if c.Not {
		leaf.Op = NotIn
	}
	leaf.Right = b.terms(leaf, c.List)
	b.timeOperator(leaf, c.Var)
	return leaf
}

// sets binds the two functions over sets; the left argument is a variable.
func (b *binder) sets(c *syntax.Sets) Test {
	leaf := &Leaf{Syntax: c, Op: Intersect, Fold: true}
	if strings.EqualFold(c.Func, "sets-equal") {
		leaf.Op = SameSet
	}
	left, ok := c.Left.(*syntax.Var)
	if !ok {
		b.fault(Condition, c.Left, "set-of-no-variable", fmt.Sprintf("the first argument of `%s` is a variable", strings.ToLower(c.Func)),
			"Write the variable first, then the list it is compared with.", from(tagsPage))
		leaf.Never = "its first argument is no variable"
		return leaf
	}
	leaf.Left = b.variable(left)
	leaf.Right = b.terms(leaf, c.Right)
	return leaf
}

// variable looks a variable up. One that the catalog does not know is judged by
// what the request says of it.
func (b *binder) variable(n *syntax.Var) Term {
	t := Term{Kind: Variable, Text: strings.ToLower(n.Name)}
	v, ok := b.catalog.Variable(n.Name)
	if !ok {
		near, _ := suggest.Closest(n.Name, names(b.catalog.Variables(), func(v *catalog.Variable) string { return v.Name }))
		b.warn(n, "unknown-variable", fmt.Sprintf("the catalog has no variable `%s`", n.Name),
			"Unless the request gives it a value, what it holds is unknown.", from(variablesPage), didYouMean(near))
		return t
	}
	t.Var = v
	if v.Dialect == catalog.GuideOnly {
		b.guideVariable(n, v)
	}
	if same, ok := b.catalog.Variable(v.SameAs); ok && v.Deprecated == "" {
		return Term{Kind: Variable, Text: strings.ToLower(same.Name), Var: same}
	}
	return t
}

// guideVariable reports a variable that only the guide has: those for time are
// one of the points on which the dialects differ, the others are spellings.
func (b *binder) guideVariable(n *syntax.Var, v *catalog.Variable) {
	if v.Type == catalog.String {
		if b.dialect == Oracle {
			b.warn(n, "guide-variable", fmt.Sprintf("Oracle's name for `%s` is `%s`", v.Name, v.SameAs), "It is read as that one.", fix("write `"+v.SameAs+"`", v.SameAs), from(variablesPage))
		}
		return
	}
	b.differs(b.rules.Extras, Condition, n, "guide-variable", fmt.Sprintf("`%s` is not in Oracle's pages", v.Name),
		"Oracle's variables for time are `request.utc-timestamp` and those that begin so.", from(variablesPage))
}

// Variables are the names of the variables a condition speaks of, each once, in
// lower case.
func Variables(t Test) []string {
	var all []string
	switch t := t.(type) {
	case *Every:
		for _, u := range t.Under {
			all = append(all, Variables(u)...)
		}
	case *Some:
		for _, u := range t.Under {
			all = append(all, Variables(u)...)
		}
	case *Leaf:
		for _, term := range append([]Term{t.Left}, t.Right...) {
			if term.Kind == Variable {
				all = append(all, term.Text)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
