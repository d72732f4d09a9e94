package lint

import "oci-policy-playground/engine/source"

var deprecatedVariable = &Check{Name: "deprecated-variable", Severity: source.Warning, Source: variablesPage, Run: runDeprecatedVariable,
	Doc: "Oracle keeps some variables for old policies only and has something newer in their place.\n" +
		"Test `request.networkSource.name`, for a network source with these addresses."}

func runDeprecatedVariable(p *Pass) {
	for i := range p.leaves {
		if l := &p.leaves[i]; l.Left.Var != nil && l.Left.Var.Deprecated != "" {
			d := p.reportLeft(l, "% is deprecated", l.Left.Var.Name)
			d.Detail = l.Left.Var.Deprecated + " " + d.Detail
		}
	}
}
