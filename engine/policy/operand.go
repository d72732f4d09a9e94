package policy

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// terms binds what a variable is compared with; a list gives several.
func (b *binder) terms(leaf *Leaf, o syntax.Operand) []Term {
	switch o := o.(type) {
	case *syntax.Text:
		b.regionName(leaf, o)
		b.star(leaf, o)
		b.undocumentedText(o)
		return []Term{quoted(leaf.Left, string(o.Value))}
	case *syntax.Glob:
		b.undocumentedPattern(o)
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

// star warns of a star that stands for itself.
func (b *binder) star(leaf *Leaf, o *syntax.Text) {
	text := string(o.Value)
	if strings.Contains(text, "*") && quoted(leaf.Left, text).Kind == Literal {
		b.warn(o, "star-in-quotes", "in quotes `*` stands for itself", "For any run of characters write a pattern between slashes.",
			fix("write a pattern", "/"+strings.ReplaceAll(text, "/", `\/`)+"/"), from(conditionsPage))
	}
}

// undocumentedText warns of values of which Oracle's pages have no example.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
func (b *binder) undocumentedText(o *syntax.Text) {
	switch text := string(o.Value); {
	case text == "":
		b.warn(o, "empty-value", "Oracle documents no empty value",
			"Here it equals a value that is empty, and none that is absent. Try it in OCI before you rely on it.", from(conditionsPage))
	case strings.Contains(text, "'"):
		b.warn(o, "escape", "Oracle documents no `\\'` in a value", "Here it stands for the quote. Try it in OCI before you rely on it.", from(conditionsPage))
	}
}

// undocumentedPattern warns of patterns beside the documented shapes: a star in
// front, behind, at both ends or alone.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
func (b *binder) undocumentedPattern(o *syntax.Glob) {
	text := string(o.Pattern)
	inner := strings.TrimSuffix(strings.TrimPrefix(text, "*"), "*")
	switch {
	case !strings.Contains(text, "*"):
		b.warn(o, "pattern-shape", "Oracle documents no pattern without `*`",
			"Here it equals the whole value, as text in quotes does.", fix("write it in quotes", syntax.InQuotes(text)), from(conditionsPage))
	case strings.Contains(inner, "*"):
		b.warn(o, "pattern-shape", "Oracle documents `*` at the ends of a pattern only",
			"Here it stands for any run of characters, also in the middle. Try it in OCI before you rely on it.", from(conditionsPage))
	case strings.Contains(text, "/"):
		b.warn(o, "escape", "Oracle documents no `\\/` in a pattern", "Here it stands for the slash. Try it in OCI before you rely on it.", from(conditionsPage))
	}
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
	case tenancy.IsOCID(n.Name):
		leaf.Never = "its value has no quotes and is read as a variable"
		b.disputed(b.rules.Extras, Condition, n, "unquoted-ocid", "this OCID has no quotes",
			"It is read as the name of a variable, which no request carries, so the comparison never holds.", quote, from(conditionsPage))
	case !strings.Contains(n.Name, "."):
		leaf.Never = "its value has no quotes and is read as a variable"
		b.fault(Condition, n, "unquoted-value", fmt.Sprintf("`%s` has no quotes", n.Name),
			"It is read as the name of a variable, and there is none of that name.", quote, from(conditionsPage), note(ociRightHandSide))
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
