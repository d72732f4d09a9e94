package engine_test

import (
	"os"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
)

func TestWhatMissesByTwoIsNearWhereNothingMissesByOne(t *testing.T) {
	data, err := os.ReadFile("testdata/least-unmeant.txtar")
	if err != nil {
		t.Fatal(err)
	}
	a := engine.Analyze(given(t, txtar.Parse(data)))
	for sentence, missed := range map[string]int{
		"ann may DeleteVolume in Prod with request.region = 'iad'": 2,
		"ann may DeleteVcn in Prod with request.region = 'phx'":    1,
	} {
		near := a.Ask(sentence).Decision.Needs[0].Allowed.Near()
		if len(near) != 1 || near[0].Missed() != missed {
			t.Errorf("%s: %d are near", sentence, len(near))
		}
	}
}
