package golden

import (
	"os"
	"strings"
	"testing"
)

// Block compares what a document holds between two lines, each of which stands
// in it once, with what a test makes, or writes it there.
func Block(t *testing.T, path, first, last, made string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), first+"\n")
	held, after, closed := strings.Cut(rest, last+"\n")
	switch {
	case !ok || !closed:
		t.Fatalf("%s has no block from %q to %q", path, first, last)
	case *update:
		if err := os.WriteFile(path, []byte(before+first+"\n"+made+last+"\n"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	case held != made:
		t.Errorf("%s differs between %q and %q (accept with -update)\n--- want\n%s\n--- got\n%s", path, first, last, held, made)
	}
}
