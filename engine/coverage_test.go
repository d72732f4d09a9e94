package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/internal/golden"
)

// TestCoverage holds what each statement does over the checks of a scenario.
func TestCoverage(t *testing.T) {
	golden.Run(t, "testdata/coverage/*.txtar", func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out strings.Builder
		for _, c := range engine.Analyze(given(t, in)).Coverage() {
			s := c.Statement
			fmt.Fprintf(&out, "%s:%d %s (grants %d, alone %d, denies %d, may %d, nearly %d)\n", s.Policy, s.Line(), c.Word(), c.Grants, c.Alone, c.Denies, c.Hangs, c.Nearly)
		}
		return []txtar.File{{Name: "coverage", Data: []byte(out.String())}}
	})
}
