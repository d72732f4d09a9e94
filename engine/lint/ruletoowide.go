package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var ruleTooWide = &Check{Name: "rule-too-wide", Severity: source.Warning, Source: rulesPage, Run: runRuleTooWide,
	Doc: "A type alone matches every resource of that type in the tenancy, whoever made it and wherever. Those who may make one anywhere gain what the dynamic group may do.\n" +
		"Ask for the compartment as well: `all {resource.type = '...', resource.compartment.id = '...'}`."}

func runRuleTooWide(p *Pass) {
	p.eachRule(func(r *policy.Rule) {
		p.wideRule(r, r.If)
	})
}

// wideRule looks at what is enough to be matched: the rule, or a member of any.
func (p *Pass) wideRule(r *policy.Rule, n syntax.If) {
	if g, ok := n.(*syntax.Group); ok {
		if strings.EqualFold(g.Kind, "any") || len(g.Members) == 1 {
			for _, m := range g.Members {
				p.wideRule(r, m)
			}
		}
		return
	}
	if name, value := equals(n); name == "resource.type" && !unmatched(value) {
		p.report(syntax.PlaceIn(r.File, n), "this matches the whole tenancy", "")
	}
}

// unmatched tells the types that resource.type never finds: rules know instances
// by variables of their own, and pods by none.
//
// https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
func unmatched(kind string) bool {
	return strings.EqualFold(kind, "instance") || strings.EqualFold(kind, "workload")
}
