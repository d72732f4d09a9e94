package scenario_test

import (
	"testing"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

func TestWhatNobodySeesIsWrittenOut(t *testing.T) {
	for text, want := range map[string]string{
		"plain, é and 😀\n\tof two lines":       "plain, é and 😀\n\tof two lines",
		"a\u200bb\u202ec\u2060d\ufeffe\u00adf": `a\u200bb\u202ec\u2060d\ufeffe\u00adf`,
		"\x00\x1b[31m\U000e0041":               `\u0000\u001b[31m\ue0041`,
		"\ufffd":                               "\ufffd",
	} {
		if got := scenario.Visible(text); got != want {
			t.Errorf("%q is shown as %q, not %q", text, got, want)
		}
	}
}

func TestAForeignValueIsReadByAnySpellingOfItsKeys(t *testing.T) {
	v, ok, problems := scenario.ReadValue(source.NewFile("x", `{"compartment-id": "a", "compartmentName": "b", "time_created": 12e3, "list": ["x", {}], "defined-tags": {"N": {"k": "v", "n": 1}, "E": {}, "X": 3}}`))
	if !ok {
		t.Fatal(problems)
	}
	for key, want := range map[string]string{"compartmentId": "a", "compartmentName": "b", "timeCreated": "12e3", "list": "", "none": ""} {
		if got := v.Under(key).Text(); got != want {
			t.Errorf("%s is %q, not %q", key, got, want)
		}
	}
	if tags := v.Under("definedTags").Tags(); len(tags) != 1 || tags["N"]["k"] != "v" || tags["N"]["n"] != "1" {
		t.Errorf("the tags are %v", tags)
	}
	if entries := v.Under("list").Entries(); len(entries) != 2 || !entries[0].IsText() || entries[1].Under("a").Under("b").IsObject() {
		t.Errorf("the entries are %v", entries)
	}
}

func TestANameIsPartOfAPathOrNone(t *testing.T) {
	for name, want := range map[string]bool{"a.b-c_d": true, "Ann's": true, "": false, "a/b": false, "a:b": false, "..": false, " a": false, "a\u202e": false} {
		if scenario.IsName(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}
