package imports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine/imports"
	"oci-policy-playground/engine/internal/growth"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/examples"
)

// What is written for another tool and read again is the same statements in the
// same compartments.
func TestExportThenImportGivesTheSameStatements(t *testing.T) {
	for form, export := range map[string]func(*scenario.Scenario) string{"json": imports.CommandLine, "tf": imports.Terraform} {
		for _, name := range examples.Names() {
			archive, _ := examples.Read(name)
			s, _ := scenario.Parse(name, archive)
			bare := *s
			bare.Policies = nil
			p := imports.Read("export."+form, []byte(export(s)), &bare)
			if p.Scenario == nil {
				t.Errorf("%s as %s: %v", name, form, p.Problems)
				continue
			}
			if got, want := outline(p.Scenario), outline(s); !slices.Equal(got, want) {
				t.Errorf("%s as %s gives\n%s\nwant\n%s", name, form, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// outline is where which statements are.
func outline(s *scenario.Scenario) []string {
	var all []string
	for _, p := range s.Policies {
		doc, _ := syntax.Parse(p.File)
		for _, statement := range doc.Statements {
			all = append(all, p.File.Name+": "+strings.Join(strings.Fields(statement.Text), " "))
		}
	}
	return all
}

func TestAnExportEscapesWhatTheFormWouldRead(t *testing.T) {
	const text = `Allow group 'A' to read buckets in tenancy where all {target.bucket.name = '${var.x}', target.bucket.name != '%{if}', target.bucket.name != 'a\\b"c'}`
	s := &scenario.Scenario{Policies: []scenario.Policy{scenario.NewPolicy("1 of $", "", text+" // remark\n")}}
	for form, written := range map[string]string{"json": imports.CommandLine(s), "tf": imports.Terraform(s)} {
		p := imports.Read("x", []byte(written), nil)
		if p.Scenario == nil || len(p.Scenario.Policies) != 1 {
			t.Fatalf("%s:\n%s\n%v", form, written, p.Problems)
		}
		if got := p.Scenario.Policies[0]; strings.TrimSpace(got.File.Text) != text || got.Name != "1 of $" {
			t.Errorf("%s: %s is\n%s", form, got.Name, got.File.Text)
		}
	}
}

func TestTheScenarioThatIsOpenStaysAsItIs(t *testing.T) {
	archive, _ := examples.Read(examples.First)
	s, _ := scenario.Parse("open", archive)
	before := string(scenario.Format(s))
	p := imports.Read("x.json", []byte(`[{"name": "new", "statements": ["Allow group A to read buckets in tenancy"]},
		{"id": "ocid1.group.oc1..g", "name": "G", "compartmentId": "ocid1.tenancy.oc1..t"}]`), s)
	if p.Scenario == nil || string(scenario.Format(s)) != before {
		t.Fatalf("the scenario was changed, or nothing proposed: %v", p.Problems)
	}
	if len(p.Scenario.Policies) != len(s.Policies)+1 {
		t.Errorf("%d policies of %d", len(p.Scenario.Policies), len(s.Policies))
	}
}

func TestWhatIsTooLargeIsRefusedWhole(t *testing.T) {
	var rows []string
	for n := range scenario.MaxListEntries + 1 {
		rows = append(rows, fmt.Sprintf(`{"id": "ocid1.user.oc1..u%d", "name": "u%d", "compartmentId": "ocid1.tenancy.oc1..t"}`, n, n))
	}
	for name, text := range map[string]string{
		"bytes":   strings.Repeat(" ", scenario.MaxBytes+1),
		"depth":   strings.Repeat("[", 100) + strings.Repeat("]", 100),
		"values":  "[" + strings.Repeat("0,", 300_000) + "0]",
		"users":   "[" + strings.Join(rows, ",") + "]",
		"nothing": "{}",
	} {
		p := imports.Read(name, []byte(text), nil)
		if p.Scenario != nil || len(p.Taken) > 0 || !p.Problems.HasErrors() {
			t.Errorf("%s: took %d kinds, %v", name, len(p.Taken), p.Problems)
		}
	}
}

func TestAScenarioFileTakesThePlaceOfAll(t *testing.T) {
	archive, _ := examples.Read(examples.First)
	p := imports.Read("a.txtar", archive, &scenario.Scenario{Policies: []scenario.Policy{scenario.NewPolicy("old", "", "x")}})
	want, _ := scenario.Parse("a.txtar", archive)
	if !p.Whole || p.Scenario == nil || string(scenario.Format(p.Scenario)) != string(scenario.Format(want)) {
		t.Errorf("whole %v, %v", p.Whole, p.Problems)
	}
}

// However a large text is made, the time to read it grows with its length.
func TestTimeGrowsWithTheTextNotItsSquare(t *testing.T) {
	const n, pieces, most = scenario.MaxBytes / 256, 16, 4
	for _, part := range []string{"<<", "<<A ", "\"${", "\"${\"", "${a}", "{", "[", "/*", "# ", "x = ", "<<A\n", "\"\\u0041", "resource \"oci_identity_policy\" \"p\" {", `{"id":`, `["a",`, `"a",`, "\"%{", "Allow group A to {", `{"id": "ocid1.user.oc1..a", "name": "a"},`, "-- a --\n",
		`{"id": "ocid1.compartment.oc1..a", "compartmentId": "ocid1.compartment.oc1..b", "name": "a"},`} {
		piece, whole := large(part, n), large(part, pieces*n)
		for i := range whole {
			if times := growth.Times(most, pieces, reading(piece[i]), reading(whole[i])); times > most {
				t.Errorf("%.20q: a text takes %.1f times as long as its pieces", whole[i], times)
			}
		}
	}
}

// large is texts of a part over and over.
func large(part string, length int) []string {
	const head = "resource \"oci_identity_policy\" \"p\" {\n statements = ["
	body := strings.Repeat(part, length/len(part))
	return []string{body, head + body, head + "\"" + body, "[" + body + "0]", "[" + strings.TrimSuffix(body, ",") + "]"}
}

func reading(text string) func() { return func() { imports.Read("big", []byte(text), nil) } }

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "{", `{"data": [{"id": "ocid1.group.oc1..g", "name": "G", "compartment-id": "ocid1.tenancy.oc1..t"}]}`,
		`["Allow group A to read buckets in tenancy"]`, "resource \"oci_identity_policy\" \"p\" {\n statements = [\"Allow ${x}\", <<E\nAllow\nE\n]\n}",
		`{"data": {"eventName": "ListBuckets", "identity": {"principalName": "a"}, "response": {"status": "404"}}}`,
		`[{"id": "ocid1.compartment.oc1..a", "compartmentId": "ocid1.compartment.oc1..a", "name": "a"}]`,
		`{"name": "acme", "compartments": [], "users": [{"name": "\ud800"}]}`, "T\n-- checks --\nalice may ListBuckets in tenancy\n"} {
		f.Add(seed)
	}
	archive, _ := examples.Read(examples.First)
	open, _ := scenario.Parse("open", archive)
	f.Fuzz(func(t *testing.T, text string) {
		for _, into := range []*scenario.Scenario{nil, open} {
			p := imports.Read("fuzz", []byte(text), into)
			if p.Scenario == nil {
				if len(p.Taken) > 0 || !p.Problems.HasErrors() {
					t.Fatalf("nothing comes and nobody says why: %v", p.Problems)
				}
				continue
			}
			if again := imports.Read("fuzz", []byte(text), p.Scenario); again.Scenario == nil && !p.Whole && !again.Problems.HasErrors() {
				t.Fatal("the second time nothing comes")
			}
			read, _ := scenario.Parse("again", scenario.Format(p.Scenario))
			if !p.Whole && len(read.Policies) != len(p.Scenario.Policies) {
				t.Fatalf("%d policies are %d when read again", len(p.Scenario.Policies), len(read.Policies))
			}
			imports.CommandLine(p.Scenario)
			imports.Terraform(p.Scenario)
		}
	})
}
