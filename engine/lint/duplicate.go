package lint

import (
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

var duplicate = &Check{Name: "duplicate", Severity: source.Info, Source: policiesPage, Run: runDuplicate,
	Doc: "Two statements say the same. One is enough, and whoever removes one of them believes that the access is gone.\n" +
		"Keep one of them."}

// same is everything that a statement says.
type same struct {
	where            *tenancy.Compartment
	who, grant, cond word
}

func runDuplicate(p *Pass) {
	seen := map[same]*statement{}
	for _, st := range p.statements {
		key := same{st.Where, st.all, st.grant, st.cond}
		if first := seen[key]; first == nil {
			seen[key] = st
		} else {
			d := p.reportWhole(st, "this statement stands here twice", "")
			remark(d, first.Syntax.Span, "the first one")
			p.offerRemoval(d, st)
		}
	}
}
