package store_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

// BenchmarkKeystroke is an edit of one statement among 500, the most that OCI allows on the way down to a compartment.
func BenchmarkKeystroke(b *testing.B) {
	var policy strings.Builder
	for i := range 500 {
		fmt.Fprintf(&policy, "Allow group G%d to use buckets in compartment C%d:D%d where target.bucket.name = 'b%d'\n", i%50, i%20, i%7, i)
	}
	s := store.New("", nil, "")
	s.Dispatch(store.OpenText{Name: "pasted", Text: policy.String()})
	file := s.Views().Policies.Cards[0].File
	i := 0
	for b.Loop() {
		i++
		s.Dispatch(store.EditPolicy{File: file, Text: policy.String() + "Allow group G1 to read buckets in tenancy where target.bucket.name = 'x" + fmt.Sprint(i%10) + "'"})
	}
}
