package engine

import (
	"slices"

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
	unread   bool // nothing of its text could be read, so nobody knows what there is
}

// newWorld reads the tenancy of a name among a scenario's.
func newWorld(name string, file *source.File) *world {
	read, problems := scenario.World(file)
	w := &world{world: read, problems: problems, unread: slices.ContainsFunc(problems, shuts)}
	for _, g := range read.DynamicGroups {
		rule := source.NewFile("dynamic group "+among(name, g.Qualified()), g.MatchingRule)
		cond, problems := syntax.ParseRule(rule)
		w.rules = append(w.rules, policy.RuleSource{Of: g, File: rule, If: cond})
		w.problems = append(w.problems, problems...)
	}
	return w
}

// shuts tells whether a problem keeps all of a tenancy's text from being read.
func shuts(d source.Diagnostic) bool { return d.Code == "json-syntax" || d.Code == "too-big" }
