package redact_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/internal/growth"
	"oci-policy-playground/engine/redact"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
)

func TestRedactions(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		text := txtar.Archive{Comment: in.Comment}
		for _, f := range in.Files {
			if name, ok := strings.CutPrefix(f.Name, "in/"); ok {
				text.Files = append(text.Files, txtar.File{Name: name, Data: f.Data})
			}
		}
		s, _ := scenario.Parse("in", txtar.Format(&text))
		has := func(word string) bool { return strings.Contains(golden.Section(in, "options"), word) }
		r := redact.Redact(s, redact.Options{Values: has("values"), Prose: has("prose")})
		var out []txtar.File
		for _, f := range txtar.Parse(scenario.Format(r.Scenario)).Files {
			out = append(out, txtar.File{Name: "out/" + f.Name, Data: f.Data})
		}
		return append(out, txtar.File{Name: "told", Data: []byte(told(r))})
	})
}

func told(r *redact.Redaction) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n%d of %d verdicts are the same\n", r.Scenario.Title, r.Verdicts-len(r.Changed), r.Verdicts)
	for _, c := range r.Changed {
		fmt.Fprintf(&out, "%v, now %v: %s\n", c.Was, c.Is, c.Before)
	}
	for _, p := range r.Pairs {
		fmt.Fprintf(&out, "%s: %s -> %s\n", p.Kind, p.Old, p.New)
	}
	for _, d := range r.Dropped {
		fmt.Fprintf(&out, "dropped: %s\n", d)
	}
	return out.String()
}

// No example has another verdict after redaction, whatever is redacted besides
// names, and no name is left.
func TestEveryVerdictOfTheExamplesStays(t *testing.T) {
	for _, name := range examples.Names() {
		archive, _ := examples.Read(name)
		s, _ := scenario.Parse(name, archive)
		for _, o := range []redact.Options{{}, {Values: true}, {Prose: true}} {
			r := redact.Redact(s, o)
			for _, c := range r.Changed {
				t.Errorf("%s %+v: %s was %v, and %s is %v", name, o, c.Before, c.Was, c.After, c.Is)
			}
			if r.Verdicts == 0 || len(r.Dropped) > 0 {
				t.Errorf("%s: %d verdicts, dropped %v", name, r.Verdicts, r.Dropped)
			}
			left(t, name, r)
		}
	}
}

// left complains of old names in the tenancies that are left.
func left(t *testing.T, name string, r *redact.Redaction) {
	t.Helper()
	text := ""
	if f := r.Scenario.Tenancy; f != nil {
		text = f.Text
	}
	for _, p := range r.Pairs {
		if strings.Contains(text, `"`+p.Old+`"`) && p.Kind != "policy" {
			t.Errorf("%s: %s `%s` is still in\n%s", name, p.Kind, p.Old, text)
		}
	}
}

func TestRedactingTwiceChangesNothingMore(t *testing.T) {
	for _, name := range examples.Names() {
		archive, _ := examples.Read(name)
		s, _ := scenario.Parse(name, archive)
		once := redact.Redact(s, redact.Options{}).Scenario
		twice := redact.Redact(once, redact.Options{}).Scenario
		if a, b := string(scenario.Format(once)), string(scenario.Format(twice)); a != b {
			t.Errorf("%s: once\n%s\ntwice\n%s", name, a, b)
		}
	}
}

func TestTimeGrowsWithTheTextNotItsSquare(t *testing.T) {
	const n, pieces, most = 4 << 10, 8, 4
	for _, part := range []string{"Allow\n", "Allow group Ops to\n", "Allow group Ops to read buckets in tenancy\n", "# alice@example.com\n"} {
		redacting := func(length int) func() {
			s := &scenario.Scenario{Policies: []scenario.Policy{scenario.NewPolicy("p", "", strings.Repeat(part, length/len(part)))}}
			return func() { redact.Redact(s, redact.Options{}) }
		}
		if times := growth.Times(most, pieces, redacting(n), redacting(pieces*n)); times > most {
			t.Errorf("%q: a text takes %.1f times as long as its pieces", part, times)
		}
	}
}

func FuzzRedact(f *testing.F) {
	for _, name := range []string{"patterns", "from-the-office", "half-an-agreement", "case-of-names"} {
		archive, _ := examples.Read(name)
		f.Add(string(archive))
	}
	f.Add("T\n-- policies/p.policy --\nAllow group A/B 'C' \"d\" to x in compartment 'ocid1.' where a = /*/ # x\n-- checks --\n'a' may x in y\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, _ := scenario.Parse("fuzz", []byte(text))
		before := string(scenario.Format(s))
		r := redact.Redact(s, redact.Options{Values: len(text)%2 == 0, Prose: len(text)%3 == 0})
		if string(scenario.Format(s)) != before {
			t.Fatal("the scenario was changed")
		}
		if got, want := len(r.Scenario.Policies), len(s.Policies); got != want {
			t.Fatalf("%d policies of %d", got, want)
		}
	})
}
