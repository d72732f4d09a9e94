package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the golden tests produce into their files")

// Run makes a subtest of every archive that matches pattern. Produce returns
// the sections that the archive should hold; sections it does not return are
// input and stay as they are.
func Run(t *testing.T, pattern string, produce func(t *testing.T, in *txtar.Archive) []txtar.File) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archive matches %s (%v)", pattern, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			made := produce(t, archive)
			if *update {
				write(t, path, archive, made)
				return
			}
			compare(t, archive, made)
		})
	}
}

// Section returns the text of the section called name, or "".
func Section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func compare(t *testing.T, archive *txtar.Archive, made []txtar.File) {
	for _, f := range made {
		want, got := Section(archive, f.Name), closed(string(f.Data))
		if got != want {
			t.Errorf("section %s differs (accept with -update)\n--- want\n%s\n--- got\n%s", f.Name, want, got)
		}
	}
}

func write(t *testing.T, path string, archive *txtar.Archive, made []txtar.File) {
	for _, f := range made {
		f.Data = []byte(closed(string(f.Data)))
		put(archive, f)
	}
	if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

func put(archive *txtar.Archive, f txtar.File) {
	for i := range archive.Files {
		if archive.Files[i].Name == f.Name {
			archive.Files[i] = f
			return
		}
	}
	archive.Files = append(archive.Files, f)
}

// closed ends a text with a line break, as every section of an archive does.
func closed(s string) string {
	if s == "" || strings.HasSuffix(s, "\n") {
		return s
	}
	return s + "\n"
}
