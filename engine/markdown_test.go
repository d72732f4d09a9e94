package engine_test

import (
	"os"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

func TestAStoryReadsWellInATicket(t *testing.T) {
	want, err := os.ReadFile("testdata/ticket.md")
	if err != nil {
		t.Fatal(err)
	}
	data, _ := examples.Read("case-of-names")
	s, _ := scenario.Parse("case-of-names", data)
	if got := engine.Analyze(s).Answers[0].Story.Markdown("https://example.org/#p1.x"); got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
