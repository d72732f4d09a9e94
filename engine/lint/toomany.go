package lint

import (
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

var tooMany = &Check{Name: "too-many", Severity: source.Warning, Run: runTooMany,
	Source: pages + "policymgmt/policy-limits-compartment-hierarchy.htm",
	Doc: "All policies from the root down to a compartment may hold 500 statements together, and a policy 50 unless the limit has been raised. OCI refuses what is beyond.\n" +
		"Join statements that differ in the group only, and attach policies lower in the tree."}

const (
	perPath   = 500
	perPolicy = 50
)

func runTooMany(p *Pass) {
	inPolicy, at := map[string]int{}, map[*tenancy.Compartment]int{}
	for _, st := range p.statements {
		if inPolicy[st.Policy]++; inPolicy[st.Policy] == perPolicy+1 {
			p.reportWhole(st, "this policy has more than 50 statements", "")
		}
		at[st.AttachedTo]++
	}
	if len(p.statements) <= perPath {
		return
	}
	sum, full := map[*tenancy.Compartment]int{}, map[*tenancy.Compartment]bool{}
	for _, c := range p.World.Root.All() { // parents come first
		sum[c] = at[c] + sum[c.Parent]
		if sum[c] > perPath && !full[c.Parent] {
			p.reportFull(c)
		}
		full[c] = sum[c] > perPath
	}
}

// reportFull points at the last statement attached where the limit is passed.
func (p *Pass) reportFull(c *tenancy.Compartment) {
	for i := len(p.statements) - 1; i >= 0; i-- {
		if st := p.statements[i]; st.AttachedTo == c {
			p.reportWhole(st, "more than 500 statements on the way to %", c.Label())
			return
		}
	}
}
