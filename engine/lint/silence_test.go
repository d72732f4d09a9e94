package lint_test

import (
	"strings"
	"testing"

	"oci-policy-playground/engine/source"
)

const small = `{"name": "acme", "compartments": [{"name": "Dev"}], "groups": [{"name": "Ops"}]}`

func codes(ds source.Diagnostics) string {
	var all []string
	for _, d := range ds {
		all = append(all, d.Code)
	}
	return strings.Join(all, " ")
}

func TestACommentSilencesACheckForItsStatement(t *testing.T) {
	const loud = "Allow group Ops to manage policies in tenancy"
	for _, test := range []struct{ name, text, want string }{
		{"no comment", loud, "lint-policy-power"},
		{"above", "# lint: ignore policy-power\n" + loud, ""},
		{"with two hyphens", "-- lint: ignore policy-power\n" + loud, ""},
		{"behind", loud + " // lint: ignore policy-power", ""},
		{"inside", "Allow group Ops to manage policies # lint: ignore policy-power\n  in tenancy", ""},
		{"by its code", "# lint: ignore lint-policy-power\n" + loud, ""},
		{"one of two names", "# lint: ignore shadowed, policy-power\n" + loud, "unused-ignore"},
		{"another statement", "# lint: ignore policy-power\nAllow group Ops to read buckets in tenancy\n" + loud, "unused-ignore lint-policy-power"},
		{"behind the one before", "Allow group Ops to read buckets in tenancy # lint: ignore policy-power\n" + loud, "unused-ignore lint-policy-power"},
		{"unknown", "# lint: ignore policy-powr\n" + loud, "unknown-check lint-policy-power"},
		{"after all statements", loud + "\n\n# lint: ignore policy-power", "lint-policy-power unused-ignore"},
		{"a sentence about it", "# to silence, write lint: ignore policy-power\n" + loud, "lint-policy-power"},
	} {
		if got := codes(look(t, small, test.text, "").found); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAnUnknownNameIsMendedByItsFix(t *testing.T) {
	b := look(t, small, "# lint: ignore policy-powr\nAllow group Ops to manage policies in tenancy", "")
	text, err := source.Apply(b.policy, b.found[0].Fixes[0].Edits)
	if err != nil || len(look(t, small, text, "").found) != 0 {
		t.Errorf("%v, after the fix:\n%s", err, text)
	}
}

func TestStatementsWithAFaultAreLeftAlone(t *testing.T) {
	b := look(t, small, "Allow group Ops to manage policies in compartment Nowhere\nAllow group Nobody to manage policies in tenancy\nAllow group", "")
	if len(b.found) > 0 {
		t.Errorf("got\n%s", b.rendered(b.found))
	}
}
