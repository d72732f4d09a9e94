package imports_test

import (
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine/imports"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

func TestATenancyThatIsWrittenAnewSaysWhatItLoses(t *testing.T) {
	mine := &scenario.Scenario{Tenancy: scenario.NewTenancy("{\n  // whom we trust\n  \"name\": \"acme\"\n}\n")}
	loses := func(text string) (says, lost bool) {
		p := imports.Read("x.json", []byte(text), mine)
		says = slices.ContainsFunc(p.Problems, func(d source.Diagnostic) bool { return d.Code == "lost-comments" })
		return says, !strings.Contains(p.Scenario.Tenancy.Text, "whom we trust")
	}
	if says, lost := loses(`["Allow any-user to read buckets in tenancy"]`); says || lost {
		t.Errorf("a policy alone: says so %v, loses them %v", says, lost)
	}
	if says, lost := loses(`{"data": [{"id": "ocid1.group.oc1..g", "name": "Readers", "compartment-id": "ocid1.tenancy.oc1..acme"}]}`); !says || !lost {
		t.Errorf("a group: says so %v, loses them %v", says, lost)
	}
}
