package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	say "oci-policy-playground/web/words"
)

// from is the state as seen from one of the tenancies: what it is asked about the tenancy is about that one, and what is
// edited is its text.
func (s State) from(land int) State {
	s.Work, s.Analysis = s.Work.of(land), s.Analysis.From(land)
	return s
}

// there is the state as seen from the tenancy that is shown.
func (s State) there() State { return s.from(s.land(s.Tending.Abroad)) }

// land is the place of the tenancy of a name among all; 0 is the scenario's own.
func (s State) land(name string) int {
	return 1 + slices.IndexFunc(s.Work.Scenario.Others, func(o scenario.Other) bool { return name != "" && o.Name == name && o.Tenancy != nil })
}

// landOf is the place of the tenancy that a text belongs to.
func (s State) landOf(file string) int {
	for i, o := range s.Work.Scenario.Others {
		if o.Tenancy != nil && o.Tenancy.Name == file {
			return i + 1
		}
	}
	if g, land := s.ruleOf(file); g != nil {
		return land
	}
	land, _ := s.Work.find(file)
	return land
}

// abroad is the name that tells a tenancy from the others, "" for the scenario's own.
func (w Work) abroad() string {
	if w.land == 0 {
		return ""
	}
	return w.Scenario.Others[w.land-1].Name
}

// called is the name of the tenancy as sentences write it behind an `of`; "" for the scenario's own.
func (s State) called() string {
	if s.Work.land == 0 {
		return ""
	}
	return s.Analysis.World.Name
}

// tabs are the tenancies there are, the scenario's own first.
func (s State) tabs() []Option {
	worlds := s.Analysis.Worlds()
	all := []Option{{Value: "", Label: worlds[0].Name}}
	for i, o := range s.Work.Scenario.Others {
		if o.Tenancy != nil {
			all = append(all, Option{Value: o.Name, Label: worlds[i+1].Name})
		}
	}
	return all
}

// tenancy is the text of the tenancy that is edited, nil where there is none.
func (w Work) tenancy() *source.File {
	if w.land == 0 {
		return w.Scenario.Tenancy
	}
	return w.Scenario.Others[w.land-1].Tenancy
}

func (w Work) withTenancy(text string) Work {
	return w.edit(func(s *scenario.Scenario) {
		if w.land == 0 {
			s.Tenancy = scenario.NewTenancy(text)
			return
		}
		o := &s.Others[w.land-1]
		o.Tenancy = scenario.NewOther(o.Name, text).Tenancy
	})
}

// withoutLand takes a further tenancy away, with its policies.
func (w Work) withoutLand(land int) Work {
	return w.edit(func(s *scenario.Scenario) { s.Others = slices.Delete(s.Others, land-1, land) })
}

// foundTenancy adds another tenancy to the scenario, or says why it cannot be.
func (s State) foundTenancy(d *draft, name string) (problem string) {
	taken := slices.ContainsFunc(s.Work.Scenario.Others, func(o scenario.Other) bool { return strings.EqualFold(o.Name, name) })
	for _, w := range s.Analysis.Worlds() {
		taken = taken || strings.EqualFold(w.Name, name)
	}
	switch {
	case name == "":
		return say.NeedsName
	case fileName(name) != name || strings.EqualFold(name, "tenancy"):
		return say.FolderName
	case taken:
		return say.TenancyTaken(name)
	}
	d.Work = d.edit(func(s *scenario.Scenario) {
		s.Others = append(s.Others, scenario.NewOther(name, `{
  "name": `+scenario.Quoted(name)+`,
  "compartments": [{"name": "Shared"}],
  "groups": [{"name": "Partners"}],
  "users": [{"name": "carol", "groups": ["Partners"]}]
}
`))
	})
	d.founded = name
	return ""
}
