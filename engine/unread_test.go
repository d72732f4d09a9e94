package engine_test

import (
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
)

// headline is why ann may not read buckets, with so many statements that cannot
// be read before one that cannot either and would help.
func headline(t *testing.T, before int) string {
	t.Helper()
	s, problems := scenario.Parse("s", []byte(`Broken
-- tenancy.json --
{"name": "acme", "groups": [{"name": "Ops"}], "users": [{"name": "ann", "groups": ["Ops"]}]}
-- policies/p.policy --
`+strings.Repeat("Allow group Ops to read vcns\n", before)+`Allow group Ops to read buckets
-- checks --
ann may not GetBucket in tenancy
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return engine.Analyze(s).Answers[0].Story.Headline
}

func TestAStatementThatCannotBeReadIsBlamed(t *testing.T) {
	if got := headline(t, 1); !strings.Contains(got, "Line 2 of p would help, but it cannot be read: the statement does not say where.") {
		t.Error(got)
	}
}

func TestATextThatIsNoPolicyIsNotTriedWhole(t *testing.T) {
	if got := headline(t, 1000); strings.Contains(got, "would help") {
		t.Error(got)
	}
}
