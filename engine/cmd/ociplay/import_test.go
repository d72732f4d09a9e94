package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestImportLaysFilesOverEachOther(t *testing.T) {
	policies := write(t, "p.json", `{"data": [{"name": "p", "compartment-id": "ocid1.compartment.oc1..prod", "statements": ["Allow group G to read buckets in compartment Prod"]}]}`)
	places := write(t, "c.json", `{"data": [{"id": "ocid1.compartment.oc1..prod", "name": "Prod", "compartment-id": "ocid1.tenancy.oc1..t"}]}`)
	to := filepath.Join(t.TempDir(), "out.txtar")
	_, told, status := call(t, "", "import", policies, places, "-o", to)
	out, err := os.ReadFile(to)
	if status != 0 || err != nil || !strings.Contains(string(out), "-- policies/Prod/p.policy --") || !strings.Contains(told, "takes compartments (1): Prod") {
		t.Errorf("status %d, %v:\n%s\n%s", status, err, told, out)
	}
	if _, told, status := call(t, "", "import", write(t, "x", "nothing")); status != 1 || !strings.Contains(told, "[unknown-shape]") {
		t.Errorf("of nothing: status %d, %s", status, told)
	}
	if _, _, status := call(t, "", "import", "-o"); status != 2 {
		t.Errorf("without files: status %d", status)
	}
}

func TestExportPrintsWhatImportTakes(t *testing.T) {
	for flag, sign := range map[string]string{"--cli": `"compartmentId"`, "--terraform": "oci_identity_policy"} {
		out, _, status := call(t, "", "export", flag, write(t, "a.txtar", wrong))
		if status != 0 || !strings.Contains(out, sign) {
			t.Errorf("%s: status %d\n%s", flag, status, out)
		}
		again, _, status := call(t, "", "import", write(t, "b", out))
		if status != 0 || !strings.Contains(again, "Allow group G to read buckets in tenancy") {
			t.Errorf("%s read again: status %d\n%s", flag, status, again)
		}
	}
	if _, _, status := call(t, "", "export", "--pdf", "x"); status != 2 {
		t.Errorf("of an unknown form: status %d", status)
	}
}

func TestRedactPrintsNoNameAndProvesTheVerdicts(t *testing.T) {
	out, told, status := call(t, "", "redact", write(t, "a.txtar", wrong))
	if status != 0 || strings.Contains(out, "acme") || !strings.Contains(out, "user1 may DeleteBucket in tenancy") {
		t.Errorf("status %d:\n%s", status, out)
	}
	if !strings.Contains(told, "user u: user1") || !strings.Contains(told, "2 of 2 verdicts are the same") {
		t.Errorf("told\n%s", told)
	}
	if out, _, _ := call(t, "", "redact", "--keep-prose", write(t, "a.txtar", wrong)); !strings.HasPrefix(out, "A check that does not hold") {
		t.Errorf("with its title:\n%s", out)
	}
}
