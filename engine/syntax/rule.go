package syntax

import (
	"fmt"
	"strings"
	"sync"

	"github.com/alecthomas/participle/v2"

	"oci-policy-playground/engine/source"
)

var rules = sync.OnceValue(func() *participle.Parser[Where] {
	parser, err := participle.ParserForProduction[Where](grammar())
	if err != nil {
		panic(fmt.Sprintf("the condition is no rule of the grammar: %v", err))
	}
	return parser
})

// ParseRule reads the matching rule of a dynamic group. The condition is nil
// when it cannot be read.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm
func ParseRule(f *source.File) (If, source.Diagnostics) {
	rule, problems := readRule(f.Text)
	for i := range problems {
		problems[i].Source = rulesPage
	}
	return rule, shift(problems, f.Name, 0)
}

func readRule(text string) (If, source.Diagnostics) {
	rule, problems := understandRule(text)
	if rule == nil {
		problems = tried(text, problems, ruleFault)
	}
	return rule, problems
}

// understandRule is readRule with fixes that nobody has tried.
func understandRule(text string) (If, source.Diagnostics) {
	tokens := words(text)
	if len(tokens) == 0 {
		return nil, source.Diagnostics{*wrong("empty-rule", source.Span{End: len(text)}, "the matching rule is empty",
			"It matches nothing. Write one such as `instance.compartment.id = 'ocid1.compartment…'`.")}
	}
	if problems := lexical(text, tokens); problems.HasErrors() {
		return nil, problems
	}
	where, err := parse(rules(), text, tokens)
	if err != nil {
		m := &moment{text: text, tokens: tokens, i: indexAt(tokens, offsetOf(err)), role: Condition}
		return nil, source.Diagnostics{*m.tell(append([]mistake{statementAsRule, whereInRule}, mistakes[Condition]...))}
	}
	return where.If, append(ruleSlips(where.If), remarks(scan(text))...)
}

// PlaceIn is where a node of a matching rule stands in its file.
func PlaceIn(f *source.File, n Node) source.Span { return f.Span(n.start(), n.end()) }

func statementAsRule(m *moment) *source.Diagnostic {
	if !startWord(m.word(-m.i)) || m.kind(1-m.i) != Word {
		return nil
	}
	return wrong("statement-as-rule", m.at(-m.i), "this is a policy statement, not a matching rule",
		"A rule says which resources belong to the group, such as `instance.compartment.id = 'ocid1.compartment…'`.")
}

func whereInRule(m *moment) *source.Diagnostic {
	if m.word(-m.i) != "where" || len(m.tokens) < 2 {
		return nil
	}
	return wrong("where-in-rule", m.at(-m.i), "a matching rule has no `where`", "It is a condition by itself. Leave the word out.",
		source.Replace("leave out `where`", m.from(-m.i, 1-m.i), ""))
}

// ruleSlips reports what conditions know and matching rules do not.
func ruleSlips(rule If) source.Diagnostics {
	var ds source.Diagnostics
	Walk(rule, func(n Node) bool {
		if d := ruleSlip(n); d != nil {
			ds = append(ds, *d)
		}
		return true
	})
	return ds
}

func ruleSlip(n Node) *source.Diagnostic {
	switch n := n.(type) {
	case *Compare:
		return compareSlip(n)
	case *OneOf:
		return wrong("rule-operator", place(n), "a matching rule does not know `in`", "Write the values one by one, with `=`, in `any {…}`.")
	case *Unset:
		return wrong("rule-operator", place(n), "a matching rule does not know `!`", "Write `!=` and a value.")
	case *Between, *Sets:
		return wrong("rule-operator", place(n), "a matching rule knows `=` and `!=` only", "Write it with those, in `any {…}` and `all {…}`.")
	case *Set:
		if !strings.HasPrefix(strings.ToLower(n.Var.Name), "tag.") {
			return wrong("rule-bare-variable", place(n), say("`%s` is compared with nothing", n.Var.Name),
				"Only a tag may stand alone, meaning that it is there. Add `=` and a value.")
		}
	}
	return nil
}

func compareSlip(c *Compare) *source.Diagnostic {
	if c.Op != "=" && c.Op != "!=" {
		return wrong("rule-operator", place(c), say("a matching rule does not know `%s`", strings.ToLower(c.Op)), "Write `=` or `!=`.")
	}
	d := wrong("rule-value", place(c.Value), "a matching rule compares with a text in single quotes", "Put the value into single quotes.")
	switch value := c.Value.(type) {
	case *Text:
		return nil
	case *Glob:
		d.Detail = "It knows no patterns. Write the whole value in single quotes."
	case *Var:
		d.Fixes = quotes(value, value.Name)
	case *Digits:
		d.Fixes = quotes(value, value.Value)
	}
	return d
}

func quotes(n Node, text string) []source.Fix {
	return []source.Fix{source.Replace(say("write `'%s'`", text), place(n), "'"+text+"'")}
}
