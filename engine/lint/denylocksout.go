package lint

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var denyLocksOut = &Check{Name: "deny-locks-out", Severity: source.Warning, Source: denyPage, At: policy.Subject, Denials: true, Statement: saysDenyLocksOut,
	Doc: "A denial wins over every statement that allows. This one takes everything from everybody; only the Administrators of the Default domain are left, and they alone can undo it.\n" +
		"Name a group or a family, or add a condition."}

func saysDenyLocksOut(p *Pass, st *statement) finding {
	g := &st.Grants
	if !isEveryone(st) || st.If != nil || g.Verb != catalog.Inspect || len(g.Resources) != 1 || g.Resources[0].Kind != catalog.AllKind {
		return nothing
	}
	return finding{says: "this locks everybody out"}
}
