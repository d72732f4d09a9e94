package lint

import "oci-policy-playground/engine/source"

var compartmentHidesLists = &Check{Name: "compartment-hides-lists", Severity: source.Warning, Source: variablesPage, Run: runCompartmentHidesLists,
	Doc: "A condition on the target's compartment does not filter a list of compartments: the call carries no such target, and it is refused.\n" +
		"Grant the list without the condition, or limit it by the location of the statement."}

func runCompartmentHidesLists(p *Pass) {
	p.eachLostList(func(l *leaf) bool { return l.begins("target.compartment.") })
}
