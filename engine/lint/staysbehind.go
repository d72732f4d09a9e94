package lint

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var staysBehind = &Check{Name: "stays-behind", Severity: source.Info, Source: pages + "compartments/Working_with_Compartments.htm", Run: runStaysBehind,
	Doc: "The policy hangs on a compartment and grants in one below it. When that one is moved elsewhere, the policy stays where it is and the grant is lost, while policies of the new parents begin to count.\n" +
		"Attach the policy to the compartment it speaks of, if that may ever move."}

// runStaysBehind leaves policies of the root alone: that is where most hang.
func runStaysBehind(p *Pass) {
	told := map[string]bool{}
	for _, st := range p.statements {
		if st.AttachedTo.Parent != nil && st.Where != st.AttachedTo && !told[st.Policy] {
			told[st.Policy] = true
			p.reportFacet(st, policy.Location, "a move of % would end this grant", st.Where.Name)
		}
	}
}
