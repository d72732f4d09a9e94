package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fails are the commands of the README that find something, which is what they are there for.
const fails = "parse lint"

// The commands of the README work one after the other, as they stand there.
func TestTheReadmesCommandsWork(t *testing.T) {
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.Symlink(filepath.Join(root, "examples"), "examples"); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(readme)) {
		before, command, ok := strings.Cut(line, "go run ./engine/cmd/ociplay ")
		if !ok || !strings.HasPrefix(line, "    ") {
			continue
		}
		command, _, _ = strings.Cut(command, " #")
		words, to, _ := strings.Cut(strings.TrimSpace(command), " > ")
		args := expanded(strings.Fields(words))
		in := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(before), "echo '"), "' |")
		out, told, status := call(t, in, args...)
		if want := strings.Contains(fails, args[0]); status == 2 || (status == 1) != want {
			t.Errorf("%s: status %d\n%s", strings.TrimSpace(line), status, told)
		}
		if to != "" {
			if err := os.WriteFile(to, []byte(out), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		seen[args[0]] = true
	}
	for _, command := range []string{"check", "explain", "parse", "lint", "link", "export", "import", "redact", "catalog"} {
		if !seen[command] {
			t.Errorf("the README does not show %s", command)
		}
	}
}

// expanded has the files in the place of a pattern, as a shell does it.
func expanded(words []string) (args []string) {
	for _, w := range words {
		if files, err := filepath.Glob(w); err == nil && len(files) > 0 {
			args = append(args, files...)
		} else {
			args = append(args, w)
		}
	}
	return args
}
