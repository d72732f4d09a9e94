package store

import (
	"slices"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// sameTenancies tells whether two scenarios have the same texts of their tenancies, which offers to add to them are for.
func sameTenancies(a, b *scenario.Scenario) bool {
	if a.Tenancy != b.Tenancy || len(a.Others) != len(b.Others) {
		return false
	}
	for i := range a.Others {
		if a.Others[i].Tenancy != b.Others[i].Tenancy {
			return false
		}
	}
	return true
}

// addable is how many missing things are offered to be added.
func (s State) addable() (n int) {
	if len(s.offers) == 0 {
		return 0
	}
	missing := s.Analysis.Missing()
	for _, o := range s.offers {
		if slices.Contains(missing, o.Adds) {
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
		names[i] = engine.Called(m)
	}
	return spokenText(firstNames(names, mostTold))
}
