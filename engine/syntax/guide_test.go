package syntax

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/source"
)

// TestWhatIsPublishedIsReadWithoutAnError covers the statements of guides and
// of policies that others apply.
func TestWhatIsPublishedIsReadWithoutAnError(t *testing.T) {
	for _, pattern := range []string{"guide-*", "permission-sets", "vectors", "wild", "keywords-as-names", "remarks", "long-conditions"} {
		paths, _ := filepath.Glob("testdata/statements/" + pattern + ".txtar")
		if len(paths) == 0 {
			t.Errorf("no archive matches %s", pattern)
		}
		for _, path := range paths {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f := source.NewFile("f", golden.Section(archive, "input"))
			if _, problems := Parse(f); problems.HasErrors() {
				t.Errorf("%s:\n%s", path, rendered(f, problems))
			}
		}
	}
}
