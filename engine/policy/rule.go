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

const rulesPage = "https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm"

// Rule is a matching rule. If is nil when it could not be read: then it matches
// nothing.
type Rule struct {
	File *source.File
	If   syntax.If
}

// ruleVariables are what a matching rule can test, beside tag.<namespace>.<key>.value.
var ruleVariables = []string{"instance.compartment.id", "instance.id", "resource.compartment.id", "resource.id", "resource.type"}

// workloadOnly are attributes of a pod's identity, which cannot be in a dynamic
// group.
//
// https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
var workloadOnly = []string{"request.principal.service_account", "request.principal.namespace", "request.principal.cluster_id"}

func bindRule(r RuleSource) (*Rule, source.Diagnostics) {
	rule := &Rule{File: r.File, If: r.If}
	if r.If == nil {
		return rule, nil
	}
	var ds source.Diagnostics
	var unquoted syntax.Node
	syntax.Walk(r.If, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Compare:
			if _, ok := n.Value.(*syntax.Text); !ok {
				rule.If, unquoted = nil, n.Value // parsing has reported it
			}
			ds = append(ds, ruleType(r.File, n)...)
		case *syntax.Var:
			if n != unquoted && !isRuleVariable(n.Name) {
				d := unknownRuleVariable(n.Name)
				d.Span = syntax.PlaceIn(r.File, n)
				d.Severity, d.Source = source.Error, rulesPage
				ds = append(ds, d)
			}
		}
		return true
	})
	return rule, ds
}

// ruleType reports a type that OCIDs spell otherwise.
func ruleType(f *source.File, c *syntax.Compare) source.Diagnostics {
	text, ok := c.Value.(*syntax.Text)
	if !ok || !strings.EqualFold(c.Var.Name, "resource.type") {
		return nil
	}
	written, at := string(text.Value), syntax.PlaceIn(f, text)
	spelt := catalog.TypeInOCID(written)
	if spelt == written {
		return nil
	}
	return source.Diagnostics{{Severity: source.Warning, Code: "rule-type", Span: at, Source: rulesPage,
		Summary: fmt.Sprintf("the type is `%s` in OCIDs, not `%s`", spelt, written),
		Detail:  fmt.Sprintf("Oracle's page asks for the type that the OCID has, and yet prints this one. Here it is read as `%s`.", spelt),
		Fixes:   []source.Fix{source.Replace("write `'"+spelt+"'`", at, "'"+spelt+"'")}}}
}

// BindRuleWords reports what can be told of a matching rule by itself; nil is one
// that could not be read.
func BindRuleWords(f *source.File, rule syntax.If) source.Diagnostics {
	_, problems := bindRule(RuleSource{File: f, If: rule})
	return problems
}

// isRuleVariable tells what a matching rule can test.
func isRuleVariable(name string) bool {
	name = strings.ToLower(name)
	return slices.Contains(ruleVariables, name) ||
		strings.HasPrefix(name, "tag.") && strings.HasSuffix(name, ".value") && strings.Count(name, ".") >= 3
}

func unknownRuleVariable(name string) source.Diagnostic {
	if slices.Contains(workloadOnly, strings.ToLower(name)) {
		return source.Diagnostic{Code: "workload-in-rule", Summary: "a pod's own identity cannot be in a dynamic group",
			Detail: "Write a policy for `any-user` with a condition on `request.principal.type = 'workload'`, its namespace, service account and cluster."}
	}
	d := source.Diagnostic{Code: "unknown-rule-variable", Summary: fmt.Sprintf("matching rules do not know `%s`", name),
		Detail: "They test `instance.id`, `instance.compartment.id`, `resource.id`, `resource.type`, `resource.compartment.id` and `tag.<namespace>.<key>.value`. It matches nothing."}
	if strings.HasPrefix(strings.ToLower(name), "tag.") && strings.Count(name, ".") == 2 {
		d.Notes = []source.Note{{Text: "did you mean `" + name + ".value`?"}}
		return d
	}
	if near, ok := suggest.Closest(name, slices.Values(ruleVariables)); ok {
		d.Notes = []source.Note{{Text: "did you mean `" + near + "`?"}}
	}
	return d
}
