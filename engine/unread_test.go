package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/explain"
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
	return storyBy(t, statements, "ann may GetBucket in tenancy with target.bucket.name = 'b'", true).Headline
}

func storyBy(t *testing.T, statements, check string, denyPolicies bool) explain.Story {
	t.Helper()
	s, problems := scenario.Parse("s", fmt.Appendf(nil, `Broken
-- tenancy.json --
{"name": "acme", "denyPolicies": %t, "groups": [{"name": "Ops", "id": "ocid1.group.oc1..x1"}], "users": [{"name": "ann", "groups": ["Ops"]}],
 "dynamicGroups": [{"name": "Apps", "matchingRule": "instance.id = 'ocid1.instance.oc1..web1'"}], "resources": [{"name": "web1", "type": "instance"}]}
-- policies/p.policy --
%s
-- checks --
%s
`, denyPolicies, statements, check))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return engine.Analyze(s).Answers[0].Story
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
		`Deny group Ops to inspect buckets in tenancy where request.region = "iad"`:    "Line 2 of p might deny it, but it cannot be read",
		"Allow group Ops to read vcns in tenancy where request.user.name =~~ 'x'":      "",
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

func TestADenialThatIsOffOrTakesNothingIsNotTold(t *testing.T) {
	const unread = "\nDeny group Ops to inspect buckets in tenancy where request.user.name =~~ 'x'"
	const check = "ann may GetBucket in tenancy"
	for _, story := range []explain.Story{
		storyBy(t, "Allow group Ops to read buckets in tenancy"+unread, check, false),
		storyBy(t, "Allow group Ops to read volumes in tenancy"+unread, check, true),
	} {
		if strings.Contains(story.Headline, "deny it") {
			t.Error(story.Headline)
		}
	}
}

func TestWhatTheLeastStatementLeavesOutIsToldWhereThereIsOne(t *testing.T) {
	const unread = "Allow group Ops to read buckets in tenancy where target.bucket.name = \"b\""
	const check = "ann may GetBucket in tenancy with target.bucket.name = 'b'"
	for beside, want := range map[string]string{
		"": "The condition of line 1 of p, which cannot be read, is left out: this grants more than was meant.",
		"\nAllow group Ops to read buckets in tenancy where target.bucket.name = 'c'": "It keeps the condition of line 2 of p, changed to what this request holds.",
	} {
		if got := storyBy(t, unread+beside, check, true).LeastNote; got != want {
			t.Errorf("%s: %q", beside, got)
		}
	}
	story := storyBy(t, `Allow group Ops to use vaults in tenancy where request.region = "iad"`+"\nAllow group Ops to manage secrets in tenancy where target.secret.name = 'x'",
		"ann may CreateSecret in tenancy with request.region = 'iad'", true)
	if !strings.Contains(story.Headline, "Line 1 of p would help") || story.LeastNote != "The condition of line 1 of p, which cannot be read, is left out: this grants more than was meant. The request then depends on `target.secret.name`." {
		t.Errorf("%s %v %q", story.Headline, story.Offers, story.LeastNote)
	}
}

func TestAnAllowThatNoFixMendsIsSuspected(t *testing.T) {
	for statement, suspected := range map[string]bool{
		"Allow group Ops to read buckets in tenancy where target.bucket.name = 'b' and request.region = 'iad'": true,
		"Allow group Ops to {BUCKET_READ buckets in tenancy":                                                   true,
		"Allow any-user to {object-family in tenancy":                                                          true,
		"ALLOW GROUP OPS TO {BUCKET_READ buckets IN TENANCY":                                                   true,
		"Allow any-group to {BUCKET_READ things in tenancy":                                                    true,
		"Allow group id ocid1.group.oc1..x1 to {BUCKET_READ things in tenancy":                                 true,
		"Allow group DevOps to {BUCKET_READ buckets in tenancy":                                                false,
		"Allow group Others to {BUCKET_READ buckets in tenancy":                                                false,
		"Allow group Ops to {VCN_READ vcns in tenancy":                                                         false,
		"Deny group Ops to {BUCKET_READ buckets in tenancy":                                                    false,
	} {
		if got := headlineBy(t, statement); strings.Contains(got, "Line 1 of p may be meant for this, but it cannot be read: ") != suspected {
			t.Errorf("%s: %s", statement, got)
		}
	}
	for _, test := range []struct {
		statements, check string
		suspected         bool
	}{
		{"Allow dynamic-group Apps to {BUCKET_READ things in tenancy", "instance web1 may GetBucket in tenancy", true},
		{"Allow dynamic-group Web to {BUCKET_READ things in tenancy", "instance web1 may GetBucket in tenancy", false},
		{"Allow group Ops to {VOLUME_WRITE things in tenancy\nAllow group Ops to {VOLUME_WRITE} in tenancy", "ann may AttachVolume in tenancy", false},
	} {
		if got := storyBy(t, test.statements, test.check, true).Headline; strings.Contains(got, "may be meant for this") != test.suspected {
			t.Errorf("%s: %s", test.statements, got)
		}
	}
}
