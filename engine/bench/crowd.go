package main

import (
	"fmt"
	"strings"
)

// grant is one of n statements, said in three languages: a group may use the buckets of one name in a compartment.
type grant struct{ group, outer, inner, bucket int }

// crowd is n grants, of which the request of [asked] meets the last alone. The more grants, the more groups: OCI takes 500
// statements on the way down to a compartment, so many more are never all about the same ones. A tenancy.json has its cap, so there are 1,000 at most.
func crowd(n int) []grant {
	all := make([]grant, n)
	for i := range all {
		all[i] = grant{group: i % groups(n), outer: i % 20, inner: i % 7, bucket: i}
	}
	return all
}

func groups(n int) int { return min(max(50, n/20), 1_000) }

// asked is what the one request wants: what the last grant gives.
func asked(n int) grant { return crowd(n)[n-1] }

// tenancy is the compartments, the groups and a user in one of these.
func tenancy(n int) string {
	var compartments, named []string
	for i := range 20 {
		var inner []string
		for j := range 7 {
			inner = append(inner, fmt.Sprintf(`{"name": "D%d"}`, j))
		}
		compartments = append(compartments, fmt.Sprintf(`{"name": "C%d", "compartments": [%s]}`, i, strings.Join(inner, ", ")))
	}
	for i := range groups(n) {
		named = append(named, fmt.Sprintf(`{"name": "G%d"}`, i))
	}
	return fmt.Sprintf(`{"name": "acme", "compartments": [%s], "groups": [%s], "users": [{"name": "ann", "groups": ["G%d"]}]}`,
		strings.Join(compartments, ", "), strings.Join(named, ", "), asked(n).group)
}
