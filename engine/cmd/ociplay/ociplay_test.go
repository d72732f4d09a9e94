package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func call(t *testing.T, in string, args ...string) (out, err string, status int) {
	t.Helper()
	var stdout, stderr strings.Builder
	status = run(args, strings.NewReader(in), &stdout, &stderr)
	return stdout.String(), stderr.String(), status
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const wrong = `A check that does not hold
-- tenancy.json --
{"name": "acme", "groups": [{"name": "G"}], "users": [{"name": "u", "groups": ["G"]}]}
-- policies/p.policy --
Allow group G to read buckets in tenancy
-- checks --
# a remark
u may GetBucket in tenancy
u may DeleteBucket in tenancy
`

func TestCheckFailsWithTheReason(t *testing.T) {
	out, _, status := call(t, "", "check", write(t, "a.txtar", wrong))
	if status != 1 || !strings.Contains(out, "BUCKET_DELETE") || !strings.Contains(out, "1 of 2 checks hold") {
		t.Errorf("status %d:\n%s", status, out)
	}
}

func TestAFlagMayStandAnywhere(t *testing.T) {
	file := write(t, "a.txtar", wrong)
	first, _, _ := call(t, "", "check", "--json", "--coverage", file)
	for _, args := range [][]string{{"check", "--coverage", "--json", file}, {"check", file, "--json", "--coverage"}} {
		if out, err, _ := call(t, "", args...); out != first {
			t.Errorf("%v prints %s%s", args, out, err)
		}
	}
}

func TestCheckPrintsAnObjectACheck(t *testing.T) {
	out, _, status := call(t, "", "check", "--json", write(t, "a.txtar", wrong))
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if status != 1 || len(lines) != 2 {
		t.Fatalf("status %d:\n%s", status, out)
	}
	var first, second checkJSON
	for i, into := range []*checkJSON{&first, &second} {
		if err := json.Unmarshal([]byte(lines[i]), into); err != nil {
			t.Fatal(err)
		}
	}
	if !first.Holds || first.Line != 8 || first.Needs[0].By[0] != (byJSON{"p", 1}) || first.Needs[0].Permission != "BUCKET_READ" {
		t.Errorf("the first is %+v", first)
	}
	if second.Holds || second.Expected != "ALLOW" || second.Verdict != "DENY" || second.Needs[0].Granted {
		t.Errorf("the second is %+v", second)
	}
}

func TestCheckSaysWhenTheDialectsDiffer(t *testing.T) {
	file := write(t, "a.txtar", strings.Replace(strings.Replace(wrong, "buckets in tenancy", "buckets in tenancy where target.bucket.name = 'B'", 1),
		"GetBucket in tenancy", "GetBucket in tenancy with target.bucket.name = 'b'", 1))
	for _, command := range []string{"check", "explain"} {
		if out, _, _ := call(t, "", command, file); !strings.Contains(out, "Oracle reads this differently: ALLOWED.") {
			t.Error(out)
		}
	}
	if out, _, _ := call(t, "", "check", "--json", file); !strings.Contains(out, `"differs":{"dialect":"oracle","verdict":"ALLOW"}`) {
		t.Error(out)
	}
}

// denied is a scenario in which a Deny beats an Allow.
const denied = `-- tenancy.json --
{"name": "acme", "denyPolicies": true, "groups": [{"name": "Ops"}], "users": [{"name": "ann", "groups": ["Ops"]}]}
-- policies/p.policy --
Allow group Ops to manage buckets in tenancy
Deny group Ops to manage buckets in tenancy
-- checks --
ann may not DeleteBucket in tenancy
`

func TestCheckNamesWhatDenies(t *testing.T) {
	out, _, status := call(t, "", "check", "--json", write(t, "a.txtar", denied))
	var got checkJSON
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != 0 {
		t.Fatalf("status %d, %v:\n%s", status, err, out)
	}
	if n := got.Needs[0]; n.Granted || n.By[0] != (byJSON{"p", 1}) || n.DeniedBy[0] != (byJSON{"p", 2}) {
		t.Errorf("the need is %+v", n)
	}
}

func TestCheckTellsWhatEachStatementDoes(t *testing.T) {
	out, _, status := call(t, "", "check", "--coverage", write(t, "a.txtar", denied))
	if status != 0 || !strings.Contains(out, "denies                 p:2  Deny group Ops") || !strings.Contains(out, "p:1") {
		t.Errorf("status %d:\n%s", status, out)
	}
}

func TestLintPrintsTheAdviceAndFailsOnAWarning(t *testing.T) {
	advised := write(t, "a.txtar", strings.Replace(wrong, "read buckets", "manage policies", 1))
	out, _, status := call(t, "", "lint", advised)
	if status != 1 || !strings.Contains(out, "[lint-policy-power]") || !strings.Contains(out, "1 to look at") {
		t.Errorf("status %d:\n%s", status, out)
	}
	out, _, status = call(t, "", "lint", "--json", advised)
	var got lintJSON
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != 1 || len(got.Diagnostics) != 1 {
		t.Fatalf("status %d, %v:\n%s", status, err, out)
	}
	if d := got.Diagnostics[0]; d.Code != "lint-policy-power" || d.Severity != "warning" || d.File != "policies/p.policy" || d.Line != 1 {
		t.Errorf("got %+v", d)
	}
	out, _, status = call(t, "", "lint", "--json", write(t, "b.txtar", wrong))
	if status != 0 || !strings.Contains(out, `"diagnostics":[]`) {
		t.Errorf("of what is fine: status %d\n%s", status, out)
	}
}

func TestParseReadsStandardInput(t *testing.T) {
	out, _, status := call(t, "Allow group A to read buckets in tenancy\nAllow group B to\nDeny group C to read buckets in tenancy\n", "parse", "--json", "-")
	var got parseJSON
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != 1 {
		t.Fatalf("status %d, %v:\n%s", status, err, out)
	}
	var kinds []string
	for _, s := range got.Statements {
		kinds = append(kinds, s.Kind)
	}
	if strings.Join(kinds, " ") != "Allow Bad Deny" || got.Statements[1].OK || len(got.Diagnostics) < 1 {
		t.Errorf("got %+v", got)
	}
}

func TestParseShowsWhereTheDialectsDiffer(t *testing.T) {
	const text = "Allow group Nobody to {BUCKET_READ} buckets in compartment Nowhere where target.bucket.name =~ 'x'\n"
	for dialect, want := range map[string]int{"guide": 0, "oracle": 1} {
		out, _, status := call(t, text, "parse", "--dialect", dialect)
		if status != want || !strings.Contains(out, "[type-after-permissions]") || !strings.Contains(out, "[fold-operator]") || strings.Contains(out, "Nobody\n  Mend") {
			t.Errorf("%s: status %d:\n%s", dialect, status, out)
		}
	}
	if out, _, _ := call(t, text, "parse"); strings.Contains(out, "fold-operator") {
		t.Errorf("without a dialect:\n%s", out)
	}
}

func TestParseReadsAMatchingRule(t *testing.T) {
	out, _, status := call(t, "any {instance.id = 'a', resource.typ = 'b'}", "parse", "--json", "--rule", "-")
	if status != 1 || !strings.Contains(out, `"kind":"Rule","ok":true`) || !strings.Contains(out, "unknown-rule-variable") {
		t.Errorf("status %d:\n%s", status, out)
	}
	if out, _, status := call(t, "all {instance.id = 'a'}", "parse", "--rule"); status != 0 || out != "stdin:1: Rule\n" {
		t.Errorf("status %d:\n%s", status, out)
	}
}

func TestALinkOpensAsTheFileItWasMadeOf(t *testing.T) {
	path := write(t, "a.txtar", wrong)
	link, _, _ := call(t, "", "link", path)
	out, _, status := call(t, "", "open", "https://example.org/play/"+strings.TrimSpace(link))
	if status != 0 || out != wrong {
		t.Errorf("status %d, got\n%s", status, out)
	}
	_, problem, status := call(t, "", "open", link[:len(link)/2])
	if status != 1 || !strings.Contains(problem, "cut") {
		t.Errorf("half a link: status %d, %s", status, problem)
	}
}

func TestFormatKeepsTheScenario(t *testing.T) {
	path := write(t, "a.txtar", strings.Replace(wrong, "Allow group G", "ALLOW   GROUP G", 1))
	if _, _, status := call(t, "", "fmt", "-w", path); status != 0 {
		t.Fatalf("status %d", status)
	}
	if data, _ := os.ReadFile(path); string(data) != wrong {
		t.Errorf("got\n%s", data)
	}
}

func TestExplainAnswersASentence(t *testing.T) {
	path := write(t, "a.txtar", wrong)
	out, _, status := call(t, "", "explain", path, "u may ListBuckets in tenancy")
	if status != 0 || !strings.HasPrefix(out, "ALLOWED") {
		t.Errorf("status %d:\n%s", status, out)
	}
	_, problem, status := call(t, "", "explain", path, "u may")
	if status != 1 || !strings.Contains(problem, "^") {
		t.Errorf("half a sentence: status %d:\n%s", status, problem)
	}
}

func TestWrongCallsSayHow(t *testing.T) {
	for _, args := range [][]string{{}, {"dance"}, {"check"}, {"lint"}, {"link"}, {"open"}, {"fmt"}, {"explain"}, {"check", "nowhere.txtar"}, {"parse", "--dialect", "x"}, {"parse", "--loud"}} {
		if _, err, status := call(t, "", args...); status != 2 || err == "" {
			t.Errorf("%v: status %d, said %q", args, status, err)
		}
	}
}
