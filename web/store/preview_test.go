package store_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"oci-policy-playground/web/store"
)

// written is a preview as a person would write it by hand.
func written(words []store.Word) string {
	text := ""
	for _, w := range words {
		switch w.Class {
		case "cut":
			text += "[-" + w.Text + "-]"
		case "put":
			text += "{+" + w.Text + "+}"
		default:
			text += w.Text
		}
	}
	return text
}

func TestAFixShowsWhatItDoesToTheText(t *testing.T) {
	for statement, want := range map[string]string{
		"Allow group Developers too read buckets in tenancy":                                                           "Allow group Developers [-too-]{+to+} read buckets in tenancy",
		"Allow group Developers to read buckets in compartment ocid1.compartment.oc1..Prod where request.region = 'x'": "… read buckets in compartment {+id +}ocid1.compartment.oc1..Prod …",
		"Allow group Developers to OBJECT_READ, OBJECT_INSPECT in tenancy":                                             "Allow group Developers to {+{+}OBJECT_READ, OBJECT_INSPECT{+}+} in tenancy",
	} {
		s := store.New("", nil, "")
		done(s, store.NewScenario{}, store.EditPolicy{File: "policies/developers.policy", Text: "\n" + statement + "\nAllow group Developers to inspect buckets in tenancy\n"})
		all := s.Views().Policies.Problems
		if len(all) == 0 || len(all[0].Fixes) == 0 {
			t.Errorf("nothing mends %s: %+v", statement, all)
			continue
		}
		wants(t, "the preview", written(all[0].Fixes[0].Edit), want)
	}
}

func TestAPreviewIsNoLongerThanItMustBe(t *testing.T) {
	long, seen := strings.Repeat("ö", 1000), 0
	for _, text := range []string{
		"Allow group " + long + " too read buckets in tenancy", "Allow group Developers too " + long + " buckets in tenancy",
		"Allow group Developers to read buckets in compartment " + long + ":A:" + long + " were request.region = 'x'",
		"```\n" + strings.Repeat("Allow group Developers to read buckets in tenancy\n", 90) + "```",
	} {
		s := store.New("", nil, "")
		done(s, store.NewScenario{}, store.EditPolicy{File: "policies/developers.policy", Text: text})
		for _, p := range s.Views().Policies.Problems {
			for _, f := range p.Fixes {
				seen++
				if got := written(f.Edit); len(got) > 800 || !utf8.ValidString(got) {
					t.Errorf("the preview has %d bytes: %s", len(got), got)
				}
			}
		}
	}
	if seen < 2 {
		t.Errorf("only %d fixes", seen)
	}
}
