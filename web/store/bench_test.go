package store_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

// BenchmarkKeystroke is an edit of the first of many statements, which moves all the others.
func BenchmarkKeystroke(b *testing.B) {
	for _, n := range []int{10, 500, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var rest strings.Builder
			for i := range n - 1 {
				fmt.Fprintf(&rest, "Allow group G%d to use buckets in compartment C%d:D%d where target.bucket.name = 'b%d'\n", i%50, i%20, i%7, i)
			}
			text := func(i int) string {
				return "Allow group G1 to read buckets in tenancy where target.bucket.name = 'x" + strings.Repeat("y", i%10) + "'\n" + rest.String()
			}
			s := store.New("", nil, "")
			s.Dispatch(store.OpenText{Name: "pasted", Text: text(0)})
			s.Dispatch(store.EditSentence{Text: "u may GetObject in tenancy with target.bucket.name = 'logs'"})
			file := s.Views().Policies.Cards[0].File
			i := 0
			for b.Loop() {
				i++
				s.Dispatch(store.EditPolicy{File: file, Text: text(i)})
			}
		})
	}
}
