package engine_test

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
)

func located(t *testing.T) *engine.Analysis {
	t.Helper()
	data, err := os.ReadFile("testdata/location-from-root.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return engine.Analyze(given(t, txtar.Parse(data)))
}

func TestWhatCannotBeJudgedSaysWhy(t *testing.T) {
	a := located(t)
	for _, test := range []struct{ name, sentence, why string }{
		{"unknown-user", "bob may ListBuckets in A", "there is no user `bob`"},
		{"unknown-compartment", "ann may ListBuckets in Quux", "there is no compartment `Quux`"},
		{"unknown-operation", "ann may LiftBuckets in A", "there is no operation `LiftBuckets`"},
		{"unknown-type", "ann may read lifts in A", "there is no resource type `lifts`"},
		{"unknown-permission", "ann may {BUCKET_REED} in A", "there is no permission `BUCKET_REED`"},
		{"no-permissions-decide", "ann may MoveCompartment in A", "manage all-resources"},
		{"no-table", "ann may read regions in A", "not published"},
		{"no-time", "ann may ListBuckets in A with request.utc-timestamp = 'soon'", "`soon` is no instant"},
	} {
		t.Run(test.name, func(t *testing.T) {
			answer := a.Ask(test.sentence)
			if answer.Decision.Verdict != authz.Invalid || !strings.Contains(answer.Story.Headline, test.why) {
				t.Errorf("%s: %s", answer.Decision.Verdict, answer.Story.Headline)
			}
			if answer.Holds || answer.Story.Text() == "" {
				t.Errorf("it holds %v, and tells %q", answer.Holds, answer.Story.Text())
			}
		})
	}
}

func TestWhoIsUnknownWantsNothing(t *testing.T) {
	a := located(t)
	for sentence, want := range map[string]string{"bob may ListBuckets in A": "", "instance gone may ListBuckets in A": "", "service faas may ListBuckets in A": "service faas wants ListBuckets in A"} {
		if got := a.Ask(sentence).Story.Question; got != want {
			t.Errorf("%s: %q", sentence, got)
		}
	}
}

func TestTheCallersGatewayIsPlaced(t *testing.T) {
	data, err := os.ReadFile("testdata/crossing.txtar")
	if err != nil {
		t.Fatal(err)
	}
	a := engine.Analyze(given(t, txtar.Parse(data)))
	answer := a.Ask("dan of partner may ConnectLocalPeeringGateways in Hub")
	if answer.Decision.Verdict != authz.Invalid || !strings.Contains(answer.Story.Headline, "`with local-peering-from in`") {
		t.Errorf("%s: %s", answer.Decision.Verdict, answer.Story.Headline)
	}
	if v := a.Index().Allowed(answer.Request); v != authz.Invalid {
		t.Errorf("the index says %s", v)
	}
	nowhere := answer.Request
	nowhere.Compartment = nil
	if d := authz.Decide(a.Set, a.World, catalog.Default(), nowhere); d.Invalid != "it names no compartment of this tenancy" {
		t.Errorf("without a compartment: %s", d.Invalid)
	}
}

func TestADecisionOfNothingDenies(t *testing.T) {
	if v := (authz.Decision{}).Verdict; v != authz.Deny {
		t.Errorf("the zero verdict is %s", v)
	}
}

func TestTheSameScenarioGivesTheSameAnalysis(t *testing.T) {
	first, second := located(t), located(t)
	for i := range first.Answers {
		if a, b := first.Answers[i].Story.Text(), second.Answers[i].Story.Text(); a != b {
			t.Errorf("told twice it differs\n%s\n%s", a, b)
		}
	}
	e := new(engine.Engine)
	for range 3 {
		again := e.Analyze(first.Scenario)
		if got, want := rendered(again), rendered(first); got != want {
			t.Errorf("analysed again it says\n%s\nand not\n%s", got, want)
		}
	}
}

func TestATenancyThatCannotBeReadIsTheOnlyFault(t *testing.T) {
	s, _ := scenario.Parse("s", []byte(`Broken
-- tenancy.json --
{"users": [{"name": "ann"}], "compartments": [{"name": "A"}]
-- policies/a.policy --
Allow group Ops to read buckets in compartment A
-- policies/A/b.policy --
Allow group Ops too read buckets in tenancy
-- checks --
ann may ListBuckets in A
`))
	a := engine.Analyze(s)
	for _, d := range a.Diagnostics.In("tenancy.json") {
		if d.Code != "json-syntax" {
			t.Errorf("of the tenancy it is said that %s", d.Summary)
		}
	}
	if n := len(a.Diagnostics.In("policies/a.policy")) + len(a.Diagnostics.In("checks")); n > 0 || len(a.Diagnostics.In("tenancy.json")) != 1 {
		t.Errorf("%d problems are said to be of other texts: %v", n, a.Diagnostics)
	}
	if len(a.Diagnostics.In("policies/A/b.policy")) != 1 {
		t.Error("the slip is not told")
	}
	if got := a.Answers[0].Story.Headline; got != "The request cannot be judged: `tenancy.json` cannot be read." {
		t.Error(got)
	}
}
