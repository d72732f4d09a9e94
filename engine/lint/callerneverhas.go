package lint

import (
	"slices"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var callerNeverHas = &Check{Name: "caller-never-has", Severity: source.Warning, Source: variablesPage, Run: runCallerNeverHas,
	Doc: "A test of a variable that the request does not carry is false, also with `!=`. Users have their own variables, and instances and other resources theirs; no caller of the kind that this statement is for has this one.\n" +
		"Test a variable that these callers have, or write the statement for others."}

func runCallerNeverHas(p *Pass) {
	for _, leaves := range [...][]leaf{p.leaves, p.denied} {
		for i := range leaves {
			l := &leaves[i]
			if v := l.Left.Var; v != nil && len(v.Principals) > 0 && l.Op != policy.IsUnset && !slices.ContainsFunc(v.Principals, l.in.admits) {
				p.reportLeft(l, "none of these callers has %", l.written())
			}
		}
	}
}

// admits tells whether a kind of caller can be one that a statement is for.
func (st *statement) admits(kind string) bool {
	switch st.Who.Kind {
	case policy.InGroups:
		return kind == "user"
	case policy.InDynamicGroups:
		return kind == "instance" || kind == "resource"
	case policy.AreServices:
		return kind == "service"
	case policy.AnyGroup:
		return kind != "service"
	}
	return true
}
