package suggest_test

import (
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine/internal/suggest"
)

func TestANameIsFoundWithinTwoSlips(t *testing.T) {
	names := []string{"buckets", "objects", "instances", "vcns", "Prod"}
	for _, test := range []struct{ name, want string }{
		{"bucket", "buckets"},
		{"BUKCETS", "buckets"},
		{"obejcts", "objects"},
		{"instance", "instances"},
		{"instnc", ""},
		{"prd", "Prod"},
		{"Prdo", "Prod"},
		{"pd", ""},
		{"x", ""},
		{"", ""},
		{strings.Repeat("x", 10_000), ""},
	} {
		got, ok := suggest.Closest(test.name, slices.Values(names))
		if got != test.want || ok != (test.want != "") {
			t.Errorf("closest to %.20q is %q, want %q", test.name, got, test.want)
		}
	}
}

func TestTheNearestWinsAndThenTheFirst(t *testing.T) {
	for _, test := range []struct {
		among []string
		want  string
	}{
		{[]string{"alicia", "alise"}, "alise"},
		{[]string{"alico", "alica"}, "alico"},
	} {
		if got, _ := suggest.Closest("alice", slices.Values(test.among)); got != test.want {
			t.Errorf("closest among %v is %q, want %q", test.among, got, test.want)
		}
	}
}
