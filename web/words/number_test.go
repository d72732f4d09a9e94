package words_test

import (
	"testing"

	"oci-policy-playground/web/words"
)

func TestLongNumbersHaveCommas(t *testing.T) {
	for n, want := range map[int]string{
		0: "and 0 more", 12: "and 12 more", 999: "and 999 more", 1_000: "and 1,000 more", 10_000: "and 10,000 more", 1_234_567: "and 1,234,567 more",
	} {
		if got := words.AndMore(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestACountSaysHowManyOfWhat(t *testing.T) {
	for want, got := range map[string]string{
		"0 statements": words.Count(0, "statement"), "1 policy": words.Count(1, "policy"), "1,500 policies": words.Count(1500, "policy"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
