package engine

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// maxMissing is how many missing things are told; of more nobody reads on.
const maxMissing = 500

// missedIn says of problems from which of the tenancies something is missing.
func missedIn(name string, problems source.Diagnostics) source.Diagnostics {
	for i, d := range problems {
		if d.Missing != nil {
			m := *d.Missing
			if strings.EqualFold(m.Domain, tenancy.DefaultDomain) {
				m.Domain = ""
			}
			m.Of, problems[i].Missing = name, &m
		}
	}
	return problems
}

// Missing is what the texts name and the tenancies do not have, each once.
func (a *Analysis) Missing() []source.Missing {
	var all []source.Missing
	known := map[source.Missing]bool{}
	for _, d := range a.Diagnostics {
		if m := d.Missing; m != nil && !known[*m] && len(all) < maxMissing {
			known[*m] = true
			all = append(all, *m)
		}
	}
	return all
}

// Offers are fixes that add what is missing, by what they add.
type Offers map[source.Missing]source.Fix

// Offers are those for what is Missing and can be added.
func (a *Analysis) Offers() Offers {
	all := Offers{}
	a.eachAdding(func(l *land, values scenario.Values, missing []source.Missing) {
		for _, m := range missing {
			if edits := scenario.Add(values, l.world, m); edits != nil {
				all[m] = source.Fix{Title: "add " + addition(m, l.world), Edits: edits}
			}
		}
	})
	return all
}

// To is problems with what is offered for each behind its own fixes.
func (o Offers) To(problems source.Diagnostics) source.Diagnostics {
	if len(o) == 0 {
		return problems
	}
	all := slices.Clone(problems)
	for i := range all {
		d := &all[i]
		if d.Missing == nil {
			continue
		}
		if fix, ok := o[*d.Missing]; ok {
			d.Fixes = append(slices.Clip(d.Fixes), fix)
		}
	}
	return all
}

// AddMissing is the fix that adds all that is Missing and can be.
func (a *Analysis) AddMissing() source.Fix {
	fix := source.Fix{Title: "add all that is missing"}
	a.eachAdding(func(l *land, values scenario.Values, missing []source.Missing) {
		fix.Edits = append(fix.Edits, scenario.Add(values, l.world, missing...)...)
	})
	return fix
}

// eachAdding goes through the tenancies that something is missing from.
func (a *Analysis) eachAdding(add func(l *land, values scenario.Values, missing []source.Missing)) {
	all := a.Missing()
	for _, l := range a.lands {
		mine := slices.DeleteFunc(slices.Clone(all), func(m source.Missing) bool { return m.Of != l.name })
		if len(mine) > 0 {
			add(l, scenario.Read(l.file), mine)
		}
	}
}

// addition is what is added, in words.
func addition(m source.Missing, to *tenancy.Tenancy) string {
	if m.Kind == "dynamic group" {
		return m.String() + " of the instances in `" + to.FirstPlace().Label() + "`"
	}
	return m.String()
}
