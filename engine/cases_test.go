package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/internal/golden"
)

// The cases are problems that people met, each with the address where it is told.
// One whose cure is known has a twin with -fixed in its name.
const cases = "testdata/cases/*.txtar"

// TestCases holds the verdict and the cause that is told: of each check the
// headline, of each nearest statement what fails and what is offered, and the
// diagnostics.
func TestCases(t *testing.T) {
	golden.Run(t, cases, func(t *testing.T, in *txtar.Archive) []txtar.File {
		a := engine.Analyze(given(t, in))
		var out strings.Builder
		for i, answer := range a.Answers {
			if i > 0 {
				out.WriteString("\n")
			}
			fmt.Fprintf(&out, "# %s\n", asked(a, answer))
			cause(&out, answer)
			if !answer.Holds {
				t.Errorf("%s: the verdict is %s", asked(a, answer), answer.Decision.Verdict)
			}
		}
		return []txtar.File{{Name: "cause", Data: []byte(out.String())}, {Name: "diagnostics", Data: []byte(rendered(a))}}
	})
}

// cause tells of an answer why it is so, and nothing that went well beside it.
func cause(out *strings.Builder, answer engine.Answer) {
	s := answer.Story
	fmt.Fprintf(out, "%s  %s\n", s.Word, s.Headline)
	for _, n := range s.Needs {
		if n.Result == authz.Pass || len(n.Statements) == 0 {
			continue
		}
		fmt.Fprintf(out, "  %s %s in %s. %s\n", n.Permission, n.State, n.Place, n.Title)
		nearest(out, n.Statements[0])
	}
	if s.Least != "" {
		fmt.Fprintf(out, "  least: %s\n", strings.ReplaceAll(s.Least, "\n", "\n         "))
	}
	if d := answer.Differs; d != nil {
		fmt.Fprintf(out, "  by the %s dialect: %s  %s\n", d.Dialect, d.Word, d.Headline)
	}
}

func nearest(out *strings.Builder, s explain.Statement) {
	fmt.Fprintf(out, "    line %d of %s\n", s.Line, s.Policy)
	for _, r := range s.Rows {
		failing(out, r, "      "+r.Facet.String()+": ")
	}
	for _, f := range s.Fixes {
		fmt.Fprintf(out, "      fix: %s\n", f.Title)
	}
}

// failing writes a row that does not hold, and below it what makes it so.
func failing(out *strings.Builder, r explain.Row, lead string) {
	if r.Result == authz.Pass {
		return
	}
	fmt.Fprintf(out, "%s%s\n", lead, strings.TrimSpace(r.Text+"  "+r.Detail))
	for _, u := range r.Under {
		failing(out, u, strings.Repeat(" ", 8))
	}
}

func TestACaseSaysWhereItIsTold(t *testing.T) {
	golden.Run(t, cases, func(t *testing.T, in *txtar.Archive) []txtar.File {
		lines := strings.Fields(given(t, in).About)
		if address := lines[len(lines)-1]; !strings.HasPrefix(address, "https://") {
			t.Errorf("the paragraph ends with %q", address)
		}
		return nil
	})
}
