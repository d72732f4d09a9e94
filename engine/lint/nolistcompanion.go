package lint

import "oci-policy-playground/engine/source"

var noListCompanion = &Check{Name: "no-list-companion", Severity: source.Warning, Source: conditionPage, Run: runNoListCompanion,
	Doc: "A list call has no single target, so a test of a target's name or identifier is false for it and the list is refused. Consoles and tools list before they do anything.\n" +
		"Add a statement that lets them inspect the type without the condition."}

func runNoListCompanion(p *Pass) {
	p.eachLostList(func(l *leaf) bool { return !l.begins("target.compartment.") && !l.is("target.object.name") })
}
