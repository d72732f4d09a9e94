package engine

import (
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// maxMissing is how many missing things are told; of more nobody reads on.
const maxMissing = 100

// missedIn says of problems from which of the tenancies something is missing.
func missedIn(name string, problems source.Diagnostics) source.Diagnostics {
	for i := range problems {
		if d := &problems[i]; d.Missing != nil {
			d.Missing = &source.Missing{Kind: d.Missing.Kind, Name: d.Missing.Name, Of: name}
		}
	}
	return problems
}

// Missing is what the texts name and the tenancies do not have, each once.
func (a *Analysis) Missing() []source.Missing {
	var all []source.Missing
	for i := range a.Diagnostics {
		if m := a.Diagnostics[i].Missing; m != nil && len(all) < maxMissing && !holds(all, m) {
			all = append(all, *m)
		}
	}
	return all
}

func holds(all []source.Missing, m *source.Missing) bool {
	for i := range all {
		if all[i].Is(m) {
			return true
		}
	}
	return false
}

// Offer is a fix that adds something that is missing.
type Offer struct {
	Adds source.Missing
	Fix  source.Fix
}

// Offers are those for what is Missing and can be added.
func (a *Analysis) Offers() []Offer {
	var all []Offer
	missing := a.Missing()
	for _, l := range a.lands {
		for _, m := range l.lacks(missing) {
			if edits := scenario.Add(l.file, l.world, m); edits != nil {
				all = append(all, Offer{m, source.Fix{Title: "add " + addition(m, l.world), Edits: edits}})
			}
		}
	}
	return all
}

// lacks is what of all that is missing is missing here.
func (l *land) lacks(all []source.Missing) []source.Missing {
	var mine []source.Missing
	for _, m := range all {
		if m.Of == l.name {
			mine = append(mine, m)
		}
	}
	return mine
}

// Standing is how many of these offers are for something that is Missing.
func (a *Analysis) Standing(offers []Offer) (n int) {
	missing := a.Missing()
	for i := range offers {
		if holds(missing, &offers[i].Adds) {
			n++
		}
	}
	return n
}

// Offering is problems with what is offered for each behind its own fixes.
func Offering(offers []Offer, problems source.Diagnostics) source.Diagnostics {
	if len(offers) == 0 {
		return problems
	}
	all := append(source.Diagnostics{}, problems...)
	for i := range all {
		d := &all[i]
		for _, o := range offers {
			if d.Missing != nil && d.Missing.Is(&o.Adds) {
				d.Fixes = append(d.Fixes[:len(d.Fixes):len(d.Fixes)], o.Fix)
			}
		}
	}
	return all
}

// AddMissing is the fix that adds all that is Missing and can be.
func (a *Analysis) AddMissing() source.Fix {
	fix := source.Fix{Title: "add all that is missing"}
	missing := a.Missing()
	for _, l := range a.lands {
		fix.Edits = append(fix.Edits, scenario.Add(l.file, l.world, l.lacks(missing)...)...)
	}
	return fix
}

// Called is what is missing as a message names it.
func Called(m source.Missing) string { return m.Kind + " `" + m.Name + "`" }

// addition is what is added, in words.
func addition(m source.Missing, to *tenancy.Tenancy) string {
	if m.Kind == "dynamic group" {
		return Called(m) + " of the instances in `" + to.FirstPlace().Label() + "`"
	}
	return Called(m)
}
