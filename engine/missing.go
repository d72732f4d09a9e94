package engine

import (
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// maxOffers is how many missing things a tenancy is offered; of more than that
// nobody reads on.
const maxOffers = 500

// offering is the problems with one fix more where something is missing from the
// tenancy: to add it.
func (l *land) offering(problems ...source.Diagnostic) source.Diagnostics {
	for i := range problems {
		d := &problems[i]
		if d.Missing == nil {
			continue
		}
		if fix := l.offer(*d.Missing); fix != nil {
			d.Fixes = append(d.Fixes, *fix)
		}
	}
	return problems
}

// offer is the fix that adds something, nil where it does not fit.
func (l *land) offer(m source.Missing) *source.Fix {
	fix, known := l.offers[m]
	if known || len(l.missing) == maxOffers {
		return fix
	}
	if edits := l.adding(m); edits != nil {
		fix = &source.Fix{Title: "add " + addition(m, l.world), Edits: edits}
		l.missing = append(l.missing, m)
	}
	if l.offers == nil {
		l.offers = map[source.Missing]*source.Fix{}
	}
	l.offers[m] = fix
	return fix
}

func (l *land) adding(missing ...source.Missing) []source.Edit {
	if l.read.values == nil {
		values := scenario.Read(l.read.file)
		l.read.values = &values
	}
	return scenario.Add(*l.read.values, l.world, missing...)
}

// addition is what is added, in words.
func addition(m source.Missing, to *tenancy.Tenancy) string {
	if m.Kind == "dynamic group" {
		return named(m) + " of the instances in `" + to.FirstPlace().Label() + "`"
	}
	return named(m)
}

func named(m source.Missing) string {
	return m.Kind + " `" + tenancy.Qualified(m.Domain, m.Name) + "`"
}

// Missing is what the texts name and the tenancies do not have, in words, each
// once.
func (a *Analysis) Missing() []string {
	var all []string
	for _, l := range a.lands {
		for _, m := range l.missing {
			all = append(all, named(m))
		}
	}
	return all
}

// AddMissing is the fix that adds all that is Missing.
func (a *Analysis) AddMissing() source.Fix {
	fix := source.Fix{Title: "add all that is missing"}
	for _, l := range a.lands {
		if len(l.missing) > 0 {
			fix.Edits = append(fix.Edits, l.adding(l.missing...)...)
		}
	}
	return fix
}
