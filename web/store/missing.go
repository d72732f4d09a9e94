package store

import (
	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	say "oci-policy-playground/web/words"
)

// standing are the offers to add to the tenancies of a scenario, if those of another one have the same texts.
func standing(offers []engine.Offer, of, in *scenario.Scenario) []engine.Offer {
	if len(offers) == 0 || of.Tenancy != in.Tenancy || len(of.Others) != len(in.Others) {
		return nil
	}
	for i := range of.Others {
		if of.Others[i].Tenancy != in.Others[i].Tenancy {
			return nil
		}
	}
	return offers
}

// addMissing offers to add so many things, if that is more than one.
func addMissing(n int) string {
	if n < 2 {
		return ""
	}
	return say.AddMissing(n)
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
