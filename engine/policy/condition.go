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
		return &Leaf{Syntax: c, Op: IsSet, Left: b.variable(c.Var)}
	case *syntax.Sets:
		return b.sets(c)
	case *syntax.OneOf:
		return b.oneOf(c)
	case *syntax.Between:
		leaf := &Leaf{Syntax: c, Op: Between, Left: b.variable(c.Var)}
		leaf.Right = append(b.terms(leaf, c.From), b.terms(leaf, c.To)...)
		b.checkTimes(leaf, c.From, c.To)
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
	leaf.Right = b.terms(leaf, c.Value)
	if leaf.Op == Before || leaf.Op == After {
		b.checkTimes(leaf, c.Value)
	}
	b.markCase(leaf)
	return leaf
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

// markCase marks a statement whose verdict can hang on the case of a literal.
func (b *binder) markCase(leaf *Leaf) {
	if leaf.Op != Equal && leaf.Op != NotEqual || isTyped(leaf.Left.Var) {
		return
	}
	for _, t := range leaf.Right {
		if t.Kind == Variable || t.Kind == Literal && strings.ToLower(t.Text) != strings.ToUpper(t.Text) {
			b.out.Dialectal = true
		}
	}
}

// isTyped tells variables whose values are not compared letter by letter.
func isTyped(v *catalog.Variable) bool {
	return v != nil && v.Type != catalog.String && v.Type != catalog.StringList && v.Type != catalog.OCID && v.Type != catalog.OCIDList
}

func (b *binder) oneOf(c *syntax.OneOf) Test {
	leaf := &Leaf{Syntax: c, Op: In, Left: b.variable(c.Var), Fold: true}
	if c.Not {
		leaf.Op = NotIn
	}
	leaf.Right = b.terms(leaf, c.List)
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

// terms binds what a variable is compared with; a list gives several.
func (b *binder) terms(leaf *Leaf, o syntax.Operand) []Term {
	switch o := o.(type) {
	case *syntax.Text:
		b.regionName(leaf, o)
		return []Term{quoted(leaf.Left, string(o.Value))}
	case *syntax.Glob:
		return []Term{{Kind: Pattern, Text: string(o.Pattern)}}
	case *syntax.Digits:
		return []Term{b.number(leaf, o)}
	case *syntax.Var:
		return []Term{b.unquoted(leaf, o)}
	case *syntax.List:
		var all []Term
		for _, item := range o.Items {
			all = append(all, b.terms(leaf, item)...)
		}
		return all
	}
	panic("an operand that nobody binds")
}

// quoted is a literal, or a pattern where stars in quotes are one: in names of
// objects, and alone for any value of a tag.
//
// https://docs.oracle.com/en-us/iaas/Content/Tagging/Tasks/managingaccesswithtags.htm
func quoted(left Term, text string) Term {
	star := strings.Contains(text, "*")
	if star && left.Text == "target.object.name" || text == "*" && strings.Contains(left.Text, ".tag.") {
		return Term{Kind: Pattern, Text: text}
	}
	return Term{Kind: Literal, Text: text}
}

// number is an unquoted number, which Oracle reads as the name of a variable.
func (b *binder) number(leaf *Leaf, n *syntax.Digits) Term {
	b.differs(b.rules.Extras, Condition, n, "unquoted-number", fmt.Sprintf("`%s` has no quotes", n.Value),
		"In OCI every value stands in single quotes; without them it is read as the name of a variable.", from(conditionsPage), fix("write `'"+n.Value+"'`", "'"+n.Value+"'"))
	if !b.rules.Extras {
		leaf.Never = "its value is read as a variable"
	}
	return Term{Kind: Literal, Text: n.Value}
}

// unquoted is another variable, or a value that lost its quotes: OCI reads
// either as a variable.
func (b *binder) unquoted(leaf *Leaf, n *syntax.Var) Term {
	quote := fix("put it in quotes", "'"+n.Name+"'")
	switch {
	case strings.HasPrefix(strings.ToLower(n.Name), "ocid1."):
		leaf.Never = "its value has no quotes and is read as a variable"
		summary, detail := "this OCID has no quotes", "It is read as the name of a variable, which no request carries, so the comparison never holds."
		if b.rules.Extras {
			b.warn(n, "unquoted-ocid", summary, detail, quote, from(conditionsPage))
		} else {
			b.fault(Condition, n, "unquoted-ocid", summary, detail, quote, from(conditionsPage))
		}
	case !strings.Contains(n.Name, "."):
		leaf.Never = "its value has no quotes and is read as a variable"
		b.fault(Condition, n, "unquoted-value", fmt.Sprintf("`%s` has no quotes", n.Name),
			"It is read as the name of a variable and OCI refuses it (invalid right-hand side in condition).", quote, from(conditionsPage))
	default:
		return b.variable(n)
	}
	return Term{Kind: Variable, Text: strings.ToLower(n.Name)}
}

// regionName remarks that Oracle's page gives keys for request.region.
func (b *binder) regionName(leaf *Leaf, n *syntax.Text) {
	v := leaf.Left.Var
	if v == nil || v.Type != catalog.RegionKey {
		return
	}
	region, ok := b.catalog.Region(string(n.Value))
	if ok && !strings.EqualFold(region.Key, string(n.Value)) && b.dialect == Oracle {
		b.info(n, "region-name", fmt.Sprintf("the documented value is the region's key, `%s`", strings.ToLower(region.Key)),
			"Names are taken as well here.", from(variablesPage), fix("write the key", "'"+strings.ToLower(region.Key)+"'"))
	}
}

// checkTimes refuses texts that are no time.
func (b *binder) checkTimes(leaf *Leaf, operands ...syntax.Operand) {
	for _, o := range operands {
		text, ok := o.(*syntax.Text)
		if !ok {
			b.fault(Condition, o, "not-a-time", "a time stands in single quotes", "Write it as `'2026-01-31T09:00:00Z'`, or `'09:00:00Z'` for a time of day.", from(timePage))
			leaf.Never = "its value is no time"
			continue
		}
		_, instant := ParseInstant(string(text.Value))
		_, daily := ParseTimeOfDay(string(text.Value))
		if leaf.Op == Between && !daily || leaf.Op != Between && !instant {
			b.fault(Condition, o, "not-a-time", fmt.Sprintf("`%s` is not a time OCI reads", text.Value),
				"Instants are written `2026-01-31T09:00:00Z` or `2026-01-31Z`, times of day `09:00:00Z`, both in UTC.", from(timePage))
			leaf.Never = "its value is no time"
		}
	}
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
