package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var ruleCluster = &Check{Name: "rule-cluster", Severity: source.Warning, Source: rulesPage, Run: runRuleCluster,
	Doc: "A cluster as a resource is its control plane. The worker nodes of a cluster are instances and are matched as such, and pods are matched by no rule.\n" +
		"To reach the nodes test `instance.compartment.id`."}

func runRuleCluster(p *Pass) {
	p.eachRule(func(r *policy.Rule) {
		syntax.Walk(r.If, func(n syntax.Node) bool {
			if name, value := equals(n); name == "resource.type" && strings.EqualFold(value, "cluster") {
				p.report(syntax.PlaceIn(r.File, n), "this matches no worker node", "")
			}
			return true
		})
	})
}
