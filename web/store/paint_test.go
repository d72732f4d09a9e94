package store_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/web/store"
)

func painted(s *store.Store, file string, start, end int) string {
	var out []string
	words, marks := s.State().Paint(file, start, end)
	text := ""
	for _, c := range s.Views().Policies.Cards {
		if c.File == file {
			text = c.Text.Text
		}
	}
	for _, w := range words {
		out = append(out, fmt.Sprintf("%s:%s", strings.TrimPrefix(w.Class, "tok-"), text[w.Start:w.End]))
	}
	for _, m := range marks {
		out = append(out, fmt.Sprintf("@%d %s", m.At, strings.TrimPrefix(m.Class, "mark-")))
	}
	return strings.Join(out, " ")
}

func TestOnlyWhatIsOnTheScreenIsPainted(t *testing.T) {
	s := opened()
	file := s.Views().Policies.Cards[0].File
	line := "Allow group Readers to read buckets in tenancy\n"
	s.Dispatch(store.EditPolicy{File: file, Text: strings.Repeat(line, 100)})
	got := painted(s, file, 50*len(line), 50*len(line)+10)
	if n := strings.Count(got, "@"); n < 1 || n > 3 {
		t.Errorf("%d statements are painted: %s", n, got)
	}
	if !strings.Contains(got, "grant:buckets") || !strings.Contains(got, "location:tenancy") {
		t.Errorf("painted is %s", got)
	}
}

func TestMarksTellWhatAStatementDoesForTheRequestAndOverTheChecks(t *testing.T) {
	s := opened(store.EditChecks{Text: "alice may ListBuckets in Prod:Data\nalice may GetBucket in Prod:Data\n"})
	file := s.Views().Policies.Cards[0].File
	s.Dispatch(store.EditPolicy{File: file, Text: "Allow any-user to read buckets in tenancy\nAllow any-user to read keys in tenancy\nAllow group Nobody to read keys in tenancy\n"})
	wants(t, "before a pause", marksOf(s, file), "grants quiet error")
	s.Dispatch(store.Settle{})
	wants(t, "after it", marksOf(s, file), "grants dead error")
}

func marksOf(s *store.Store, file string) string {
	var all []string
	_, marks := s.State().Paint(file, 0, 1<<20)
	for _, m := range marks {
		all = append(all, strings.TrimPrefix(m.Class, "mark-"))
	}
	return strings.Join(all, " ")
}
