package engine_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine/internal/golden"
)

// TestTheREADMEDrawsTheImports keeps the picture true. It has the arrows that no
// way round stands for: where a leads to b and b to c, none from a to c.
func TestTheREADMEDrawsTheImports(t *testing.T) {
	var arrows strings.Builder
	for _, from := range slices.Sorted(maps.Keys(imports)) {
		for _, to := range imports[from] {
			if !helper(from) && !helper(to) && !slices.ContainsFunc(imports[from], func(by string) bool { return by != to && reaches(by, to) }) {
				fmt.Fprintf(&arrows, "  %s --> %s\n", from, to)
			}
		}
	}
	golden.Block(t, "../README.md", "graph TD", "```", arrows.String())
}

// helper tells packages that serve the others' tests and names.
func helper(dir string) bool {
	return strings.Contains(dir, "internal/") || strings.HasPrefix(dir, "web/e2e") || strings.HasPrefix(dir, "web/site")
}

func reaches(from, to string) bool {
	return from == to || slices.ContainsFunc(imports[from], func(by string) bool { return reaches(by, to) })
}
