package lint

import (
	"strings"

	"oci-policy-playground/engine/source"
)

var workloadTooWide = &Check{Name: "workload-too-wide", Severity: source.Warning, Run: runWorkloadTooWide,
	Source: "https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm",
	Doc: "A pod is known by its cluster, its namespace and its service account. Whoever can make a namespace or a cluster of the same name gets what is granted to the parts that are tested.\n" +
		"Test `request.principal.cluster_id`, `request.principal.namespace` and `request.principal.service_account` together."}

var parts = []string{"cluster_id", "namespace", "service_account"}

func runWorkloadTooWide(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		if !l.is("request.principal.type") || !l.affirms() || !strings.EqualFold(l.Right[0].Text, "workload") {
			continue
		}
		var lacking []string
		for _, part := range parts {
			if !mentions(l.in.If, "request.principal."+part) {
				lacking = append(lacking, code(part))
			}
		}
		if len(lacking) > 0 {
			p.reportLeaf(l, "any pod with another % passes", strings.Join(lacking, " or "))
		}
	}
}
