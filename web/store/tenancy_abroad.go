package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
)

// abroad is the page as if the tenancy that is shown were the only one; ok is false when that is the scenario's own.
func (s State) abroad() (there State, ok bool) {
	i := s.other(s.Tending.Abroad)
	if i < 0 {
		return s, false
	}
	o := s.Work.Scenario.Others[i]
	there = s
	there.ReadOnly, there.Document = true, -1-i-100*s.Document // another document for the editor
	there.Work = newWork(&scenario.Scenario{Tenancy: o.Tenancy})
	there.Analysis = engine.Analyze(there.Work.Scenario)
	there.Problems = append(there.Analysis.Diagnostics, s.Problems.In(o.Tenancy.Name)...)
	return there, true
}

// other is where a further tenancy stands among them, or -1.
func (s State) other(name string) int {
	return slices.IndexFunc(s.Work.Scenario.Others, func(o scenario.Other) bool { return name != "" && o.Name == name && o.Tenancy != nil })
}

// tabs are the tenancies there are, the scenario's own first.
func (s State) tabs() []Option {
	all := []Option{{Value: "", Label: s.Analysis.World.Name}}
	for _, o := range s.Work.Scenario.Others {
		if o.Tenancy != nil {
			all = append(all, Option{Value: o.Name, Label: o.Name})
		}
	}
	return all
}

// withOther sets the text of a further tenancy, which is added where it is not there.
func (w Work) withOther(name, text string) Work {
	return w.edit(func(s *scenario.Scenario) {
		s.Others = slices.Clone(s.Others)
		next := scenario.NewOther(name, text)
		if i := slices.IndexFunc(s.Others, func(o scenario.Other) bool { return o.Name == name }); i >= 0 {
			next.Policies = s.Others[i].Policies
			s.Others[i] = next
			return
		}
		s.Others = append(s.Others, next)
	})
}

// withoutOther takes a further tenancy away, with its policies.
func (w Work) withoutOther(name string) Work {
	return w.edit(func(s *scenario.Scenario) {
		s.Others = slices.DeleteFunc(slices.Clone(s.Others), func(o scenario.Other) bool { return o.Name == name })
	})
}

// foundTenancy adds another tenancy to the scenario, or says why it cannot be.
func (s State) foundTenancy(d *draft, name string) (problem string) {
	taken := slices.ContainsFunc(s.Work.Scenario.Others, func(o scenario.Other) bool { return strings.EqualFold(o.Name, name) })
	switch {
	case name == "":
		return "It needs a name."
	case fileName(name) != name || strings.EqualFold(name, "tenancy"):
		return "It is the name of a folder, too: without slashes and colons."
	case taken || strings.EqualFold(name, s.Analysis.World.Name):
		return "There is a tenancy `" + name + "` already."
	}
	d.Work = d.withOther(name, `{
  "name": `+scenario.Quoted(name)+`,
  "compartments": [{"name": "Shared"}],
  "groups": [{"name": "Partners"}],
  "users": [{"name": "carol", "groups": ["Partners"]}]
}
`)
	d.abroad = name
	return ""
}
