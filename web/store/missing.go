package store

import (
	"slices"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// sameTenancies tells whether two scenarios have the same texts of their tenancies, which offers to add to them are for.
func sameTenancies(a, b *scenario.Scenario) bool {
	return a.Tenancy == b.Tenancy && slices.EqualFunc(a.Others, b.Others, func(x, y scenario.Other) bool { return x.Tenancy == y.Tenancy })
}

// addable is how many missing things are offered to be added.
func (s State) addable() (n int) {
	if len(s.offers) == 0 {
		return 0
	}
	for _, m := range s.Analysis.Missing() {
		if _, ok := s.offers[m]; ok {
			n++
		}
	}
	return n
}

// mostTold is how many names a notice tells.
const mostTold = 6

// namesOfMissing are the first of what is missing, as a notice tells them.
func namesOfMissing(all []source.Missing) string {
	names := make([]string, len(all))
	for i, m := range all {
		names[i] = m.String()
	}
	return spokenText(firstNames(names, mostTold))
}
