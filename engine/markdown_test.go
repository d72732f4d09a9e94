package engine_test

import (
	"os"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
)

func TestAStoryReadsWellInATicket(t *testing.T) {
	for _, test := range []struct {
		scenario string
		check    int
		ticket   string
	}{
		{"../examples/case-of-names.txtar", 0, "testdata/ticket.md"},
		{"testdata/deny.txtar", 0, "testdata/ticket-denied.md"},
		{"testdata/crossing.txtar", 5, "testdata/ticket-halves.md"},
	} {
		want, err := os.ReadFile(test.ticket)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(test.scenario)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := scenario.Parse(test.scenario, data)
		if got := engine.Analyze(s).Answers[test.check].Story.Markdown("https://example.org/#p1.x"); got != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", test.ticket, got, want)
		}
	}
}
