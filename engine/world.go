package engine

import (
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// world is a tenancy as read, with its matching rules.
type world struct {
	world    *tenancy.Tenancy
	rules    []policy.RuleSource
	problems source.Diagnostics
}

// newWorld reads the tenancy of a name among a scenario's.
func newWorld(name string, file *source.File) *world {
	read, problems := scenario.World(file)
	w := &world{world: read, problems: problems}
	for _, g := range read.DynamicGroups {
		rule := source.NewFile("dynamic group "+among(name, g.Qualified()), g.MatchingRule)
		cond, problems := syntax.ParseRule(rule)
		w.rules = append(w.rules, policy.RuleSource{Of: g, File: rule, If: cond})
		w.problems = append(w.problems, problems...)
	}
	return w
}
