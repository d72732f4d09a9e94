package engine_test

import (
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
)

// headline is why ann may read buckets, or may not, with so many statements that
// cannot be read before one that cannot either and would help.
func headline(t *testing.T, before int) string {
	t.Helper()
	return headlineBy(t, strings.Repeat("Allow group Ops to read vcns\n", before)+"Allow group Ops to read buckets")
}

func headlineBy(t *testing.T, statements string) string {
	t.Helper()
	s, problems := scenario.Parse("s", []byte(`Broken
-- tenancy.json --
{"name": "acme", "denyPolicies": true, "groups": [{"name": "Ops"}], "users": [{"name": "ann", "groups": ["Ops"]}]}
-- policies/p.policy --
`+statements+`
-- checks --
ann may GetBucket in tenancy with target.bucket.name = 'b'
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

func TestADenialThatCannotBeReadIsNotPassedOverInSilence(t *testing.T) {
	for statement, want := range map[string]string{
		`Deny group Ops to inspect buckets in tenancy where target.bucket.name = "b"`:  "Line 2 of p would deny it, but it cannot be read",
		`Deny group Ops to inspect buckets in tenancy where target.bucket.name = "c"`:  "",
		`Deny group Ops to inspect buckets in tenancy where request.user.name =~~ 'x'`: "Line 2 of p might deny it, but it cannot be read",
		"Deny group Ops to inspect bukets in tenancy":                                  "Line 2 of p might deny it: the catalog does not know its resource type.",
		"Deny group Nobody to inspect bukets in tenancy":                               "",
	} {
		t.Run(statement, func(t *testing.T) {
			_, got, _ := strings.Cut(headlineBy(t, "Allow group Ops to read buckets in tenancy\n"+statement), "grants `BUCKET_READ`.")
			if want == "" && got != "" || !strings.Contains(got, want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestAnAllowThatNoFixMendsIsSuspected(t *testing.T) {
	for statement, suspected := range map[string]bool{
		"Allow group Ops to read buckets in tenancy where target.bucket.name = 'b' and request.region = 'iad'": true,
		"Allow group Ops to {BUCKET_READ buckets in tenancy":                                                   true,
		"Allow any-user to {object-family in tenancy":                                                          true,
		"Allow group Others to {BUCKET_READ buckets in tenancy":                                                false,
		"Allow group Ops to {VCN_READ vcns in tenancy":                                                         false,
		"Deny group Ops to {BUCKET_READ buckets in tenancy":                                                    false,
	} {
		if got := headlineBy(t, statement); strings.Contains(got, "Line 1 of p may be meant for this, but it cannot be read: ") != suspected {
			t.Errorf("%s: %s", statement, got)
		}
	}
}
