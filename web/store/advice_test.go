package store_test

import (
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

// summaries are the problems shown of one severity.
func summaries(s *store.Store, severity string) string {
	var all []string
	for _, p := range s.Views().Policies.Problems {
		if p.Severity == severity {
			all = append(all, p.Where)
		}
	}
	return strings.Join(all, ", ")
}

const advisable = "Allow any-user to read buckets in tenancy\n"

func TestAdviceWaitsUntilTypingPauses(t *testing.T) {
	s := opened()
	file := s.State().Work.Scenario.Policies[0].File.Name
	s.Dispatch(store.EditPolicy{File: file, Text: advisable})
	wants(t, "the advice", summaries(s, "warning"), "")
	s.Dispatch(store.Settle{})
	if summaries(s, "warning") == "" {
		t.Fatal("no advice on what is open to everybody")
	}
}

func TestAdviceMovesAlongWithItsWords(t *testing.T) {
	s := opened()
	p := s.State().Work.Scenario.Policies[0]
	line := func(n string) string { return strings.ReplaceAll(p.Name+" line N", "N", n) }
	s.Dispatch(store.EditPolicy{File: p.File.Name, Text: advisable})
	s.Dispatch(store.Settle{})
	first := summaries(s, "warning")
	s.Dispatch(store.EditPolicy{File: p.File.Name, Text: "# a remark\n\n" + advisable})
	wants(t, "the advice", summaries(s, "warning"), strings.ReplaceAll(first, line("1"), line("3")))
	s.Dispatch(store.EditPolicy{File: p.File.Name, Text: "# a remark\n\n" + strings.Replace(advisable, "any-user", "group Dev", 1)})
	wants(t, "advice on words that changed", summaries(s, "warning"), "")
}
