package authz_test

import (
	"strings"
	"testing"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// verdictOf judges GetBucket in A by one statement with a condition. Values are
// written `variable=a|b`, absent ones `variable=`.
func verdictOf(t *testing.T, condition string, values ...string) authz.Decision {
	t.Helper()
	at, _ := lawful.Compartment("A")
	user, _ := lawful.User("", "u1")
	p, _ := catalog.Default().Permission("BUCKET_READ")
	req := authz.Request{Principal: authz.Principal{Kind: authz.User, User: user}, Compartment: at,
		Ask: authz.Ask{Permissions: []*catalog.Permission{p}}, Values: map[string]authz.Value{}}
	for _, v := range values {
		name, members, _ := strings.Cut(v, "=")
		req.Values[strings.ToLower(name)] = authz.Value{Absent: members == "", Members: strings.Split(members, "|")}
	}
	doc, problems := syntax.Parse(source.NewFile("p", "Allow group G1 to read buckets in tenancy where "+condition))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	set, _ := policy.Bind([]policy.Source{{AttachedTo: lawful.Root, Document: doc}}, nil, lawful, catalog.Default(), policy.Guide)
	return authz.Decide(set, lawful, catalog.Default(), req)
}

const (
	bucket  = "target.bucket.name"
	network = "request.networkSource.name"
	instant = "request.utc-timestamp"
)

func TestConditions(t *testing.T) {
	for _, test := range []struct {
		name, condition string
		values          []string
		want            authz.Verdict
	}{
		{"equal to an absent variable", bucket + " = " + network, []string{bucket + "=a", network + "="}, authz.Deny},
		{"unlike an absent variable", bucket + " != " + network, []string{bucket + "=a", network + "="}, authz.Deny},
		{"an absent variable unlike a text", bucket + " != 'a'", []string{bucket + "="}, authz.Deny},
		{"an absent variable in no list", bucket + " not in ('a')", []string{bucket + "="}, authz.Deny},
		{"an absent variable tested for absence", "!" + bucket, []string{bucket + "="}, authz.Allow},
		{"absent beats unknown", bucket + " != " + network, []string{network + "="}, authz.Deny},

		{"in a list beside an absent member", bucket + " in (" + network + ", 'a')", []string{bucket + "=a", network + "="}, authz.Allow},
		{"in a list beside an unknown member", bucket + " in (" + network + ", 'a')", []string{bucket + "=a"}, authz.Allow},
		{"perhaps in a list by an unknown member", bucket + " in (" + network + ", 'a')", []string{bucket + "=b"}, authz.Conditional},
		{"not in a list with an absent member", bucket + " not in (" + network + ", 'a')", []string{bucket + "=b", network + "="}, authz.Deny},
		{"not in a list with an unknown member", bucket + " not in (" + network + ", 'a')", []string{bucket + "=b"}, authz.Conditional},
		{"in the list whatever the unknown member is", bucket + " not in (" + network + ", 'a')", []string{bucket + "=a"}, authz.Deny},

		{"a set with the text in it", network + " = 'a'", []string{network + "=a|b"}, authz.Allow},
		{"a set unlike a text in it", network + " != 'a'", []string{network + "=a|b"}, authz.Deny},
		{"a set unlike a text not in it", network + " != 'c'", []string{network + "=a|b"}, authz.Allow},
		{"a smaller set equals a larger", bucket + " = " + network, []string{bucket + "=a", network + "=a|b"}, authz.Allow},
		{"a larger set equals a smaller", bucket + " = " + network, []string{bucket + "=a|b", network + "=a"}, authz.Allow},
		{"sets that only overlap differ", bucket + " = " + network, []string{bucket + "=a|c", network + "=a|b"}, authz.Deny},
		{"sets that only overlap are unlike", bucket + " != " + network, []string{bucket + "=a|c", network + "=a|b"}, authz.Allow},
		{"sets that overlap intersect", "sets-intersect(" + bucket + ", " + network + ")", []string{bucket + "=a|c", network + "=a|b"}, authz.Allow},
		{"the same set in another order", "sets-equal(" + bucket + ", ('b', 'a'))", []string{bucket + "=a|b"}, authz.Allow},
		{"a set with one more is another", "sets-equal(" + bucket + ", ('b', 'a', 'c'))", []string{bucket + "=a|b"}, authz.Deny},
		{"the same set as an unknown one", "sets-equal(" + bucket + ", (" + network + "))", []string{bucket + "=a|b"}, authz.Conditional},
		{"the same set as an absent one", "sets-equal(" + bucket + ", (" + network + "))", []string{bucket + "=a", network + "="}, authz.Deny},

		{"a pattern with a star inside", bucket + " = /a*z/", []string{bucket + "=abcz"}, authz.Allow},
		{"a pattern's parts do not overlap", bucket + " = /ab*ba/", []string{bucket + "=aba"}, authz.Deny},
		{"a pattern without a star", bucket + " = /abc/", []string{bucket + "=abcd"}, authz.Deny},
		{"a full stop in a pattern", bucket + " = /a.c*/", []string{bucket + "=abc"}, authz.Deny},
		{"a pattern in any case", bucket + " = /LOG*/", []string{bucket + "=logs"}, authz.Allow},
		{"a value with a star is no pattern", bucket + " = " + network, []string{bucket + "=a", network + "=*"}, authz.Deny},

		{"the start of a window", instant + ".time-of-day between '09:00:00Z' and '17:00:00Z'", []string{instant + "=2026-01-01T09:00:00Z"}, authz.Allow},
		{"the end of a window", instant + ".time-of-day between '09:00:00Z' and '17:00:00Z'", []string{instant + "=2026-01-01T17:00:00Z"}, authz.Deny},
		{"an empty window", instant + ".time-of-day between '09:00:00Z' and '09:00:00Z'", []string{instant + "=2026-01-01T09:00:00Z"}, authz.Deny},
		{"a window past midnight", instant + ".time-of-day between '17:00:00Z' and '01:00:00Z'", []string{instant + "=2026-01-01T00:30:00Z"}, authz.Allow},
		{"the very instant is not before it", instant + " before '2026-01-01Z'", []string{instant + "=2026-01-01T00:00:00Z"}, authz.Deny},
		{"the very instant is not after it", instant + " after '2026-01-01Z'", []string{instant + "=2026-01-01T00:00:00Z"}, authz.Deny},
		{"a month with a leading zero", instant + ".month-of-year = '03'", []string{instant + "=2026-03-01Z"}, authz.Allow},
		{"an instant that is none", instant + " before '2026-01-01Z'", []string{instant + "=yesterday"}, authz.Invalid},
		{"an instant with a fraction", instant + " before '2026-01-01Z'", []string{instant + "=2025-01-01T00:00:00.5Z"}, authz.Invalid},
		{"an hour that only a program takes for a number", "request.utcHours < '1e1'", []string{instant + "=2025-01-01T00:00:00Z"}, authz.Deny},
		{"no number is not a number", "request.utcHours <= 'nan'", []string{instant + "=2025-01-01T00:00:00Z"}, authz.Deny},
		{"an instant by the guide's name", instant + " before '2026-01-01Z'", []string{"request.utcTimestamp=2025-01-01Z"}, authz.Allow},

		{"a name and a key of one region", "request.region = 'us-phoenix-1'", []string{"request.region=PHX"}, authz.Allow},
		{"the permission under check", "request.permission = 'BUCKET_READ'", nil, authz.Allow},
		{"a variable of another kind of caller", "request.instance.id != 'x'", []string{"request.instance.id=y"}, authz.Deny},
		{"a variable of another type of target", "target.group.name != 'x'", []string{"target.group.name=y"}, authz.Deny},
		{"a value that lost its quotes", "any {" + bucket + " = ocid1.bucket.oc1..x, " + bucket + " = 'a'}", []string{bucket + "=a"}, authz.Allow},
	} {
		t.Run(strings.ReplaceAll(test.name, " ", "-"), func(t *testing.T) {
			if got := verdictOf(t, test.condition, test.values...).Verdict; got != test.want {
				t.Errorf("%s with %v is %s, want %s", test.condition, test.values, got, test.want)
			}
		})
	}
}
