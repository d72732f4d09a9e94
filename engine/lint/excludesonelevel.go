package lint

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

var excludesOneLevel = &Check{Name: "excludes-one-level", Severity: source.Warning, Source: variablesPage, Run: runExcludesOneLevel,
	Doc: "The variable is the compartment that holds the resource itself. Resources in a compartment below the excluded one have another value, so they stay granted.\n" +
		"Exclude the compartments below by name too, or grant in the ones that are meant."}

func runExcludesOneLevel(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		if !l.excludes() || !l.is("target.compartment.id") && !l.is("target.compartment.name") {
			continue
		}
		for k, term := range l.Right {
			if c := p.find(l.in.Where, term.Text); c != nil && len(c.Children) > 0 && !excludesBelow(l.in.If, c) {
				p.reportValue(l, k, "what lies below % is not excluded", c.Name)
			}
		}
	}
}

// find is the compartment in scope with a name or OCID.
func (p *Pass) find(in *tenancy.Compartment, nameOrID string) *tenancy.Compartment {
	if in.ID == nameOrID || strings.EqualFold(in.Name, nameOrID) {
		return in
	}
	for _, child := range in.Children {
		if found := p.find(child, nameOrID); found != nil {
			return found
		}
	}
	return nil
}

// excludesBelow tells whether a condition names every child as well.
func excludesBelow(t policy.Test, c *tenancy.Compartment) bool {
	return !slices.ContainsFunc(c.Children, func(child *tenancy.Compartment) bool { return !excludes(t, child) })
}

func excludes(t policy.Test, c *tenancy.Compartment) bool {
	return anyLeaf(t, func(of *policy.Leaf) bool {
		l := leaf{Leaf: of}
		return l.excludes() && l.begins("target.compartment.") && slices.ContainsFunc(of.Right, func(value policy.Term) bool {
			return value.Text == c.ID || strings.EqualFold(value.Text, c.Name)
		})
	})
}
