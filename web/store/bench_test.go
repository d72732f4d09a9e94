package store_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

// crowd is an archive of one policy, up to its first statement, with the groups and compartments below.
func crowd() string {
	names := func(format string, n int) string {
		var all []string
		for i := range n {
			all = append(all, fmt.Sprintf(format, i))
		}
		return strings.Join(all, ", ")
	}
	inner := names(`{"name": "D%d"}`, 7)
	return "A crowd\n-- tenancy.json --\n" + `{"groups": [` + names(`{"name": "G%d"}`, 50) + `], "users": [{"name": "u", "groups": ["G1"]}],
"compartments": [` + names(`{"name": "C%d", "compartments": [`+inner+`]}`, 20) + "]}\n-- policies/p.policy --\n"
}

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
			s.Dispatch(store.OpenText{Name: "pasted", Text: crowd() + text(0) + "-- checks --\nu may not GetObject in tenancy with target.bucket.name = 'logs'\n"})
			file := s.Views().Policies.Cards[0].File
			if word(s) != "DENIED" {
				b.Fatal("nothing is decided")
			}
			i := 0
			for b.Loop() {
				i++
				s.Dispatch(store.EditPolicy{File: file, Text: text(i)})
				s.Views()
			}
		})
	}
}
