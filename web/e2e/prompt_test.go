//go:build !js

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What the prompt prints for a kept work is the page's own link, letter by letter, and the way back.
func TestThePromptAndThePageHaveOneLink(t *testing.T) {
	ociplay := filepath.Join(t.TempDir(), "ociplay")
	if out, err := exec.Command("go", "build", "-o", ociplay, "../../engine/cmd/ociplay").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	prompt := func(args ...string) string {
		t.Helper()
		out, err := exec.Command(ociplay, args...).Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	p := open(t, example)
	p.replace("#policy-0", "Allow any-user to read repos in tenancy where target.repo.name = '\u00e9\u20ac\U0001f600' // why")
	p.keeps("\U0001f600")
	p.until(`location.hash.startsWith("#p1.")`)
	hash := eval[string](p, `new Promise((done) => setTimeout(() => done(location.hash), 600))`)
	_, kept, _ := strings.Cut(eval[string](p, `Object.entries(localStorage).find(([key]) => key.includes("/work/"))[1]`), "\n")
	file := filepath.Join(t.TempDir(), "kept.txtar")
	if err := os.WriteFile(file, []byte(kept), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(prompt("link", file)); got != hash {
		t.Errorf("the prompt gives %s, the page %s", got, hash)
	}
	if got := prompt("open", site+"/"+hash); got != kept {
		t.Errorf("the prompt opens\n%s\nthe page has\n%s", got, kept)
	}
}
