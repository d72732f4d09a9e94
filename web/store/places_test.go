package store_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

func TestManyPoliciesDoNotEachListManyCompartments(t *testing.T) {
	var text strings.Builder
	text.WriteString("Many\n-- tenancy.json --\n{\"name\": \"acme\", \"compartments\": [{\"name\": \"C\"}")
	for i := range 300 {
		fmt.Fprintf(&text, `, {"name": "C%d"}`, i)
	}
	text.WriteString("]}\n")
	for i := range 100 {
		fmt.Fprintf(&text, "-- policies/C%d/p%d.policy --\nAllow any-user to read buckets in tenancy\n", i, i)
	}
	s := done(store.New("", nil, ""), store.OpenText{Name: "many.txtar", Text: text.String()})
	for _, action := range []store.Action{store.ListPlaces{Key: 7}, store.AttachPolicy{File: "policies/C7/p7.policy", Path: "C8"}} {
		done(s, action)
		for _, c := range s.Views().Policies.Cards {
			switch {
			case c.Key == 7 && len(c.Places) != 302:
				t.Errorf("the policy that is asked of lists %d compartments", len(c.Places))
			case c.Key != 7 && (len(c.Places) != 1 || c.Places[0].Value != c.Path):
				t.Fatalf("%s, attached to %s, lists %v", c.Name, c.Path, c.Places)
			}
		}
	}
}
