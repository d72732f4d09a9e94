//go:build !js

package e2e

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What a first visit may cost, in bytes as they come over the wire and in requests: the part of the program that the first
// verdict needs, all that is loaded until it stands, and all with the rest of the program, which comes behind. What is new in
// the program counts as needed, until make later finds otherwise.
const (
	mostFirstPart  = 1_100_000
	mostToVerdict  = 1_250_000
	mostAltogether = 1_720_000
	mostRequests   = 12
)

func TestTheProgramMounts(t *testing.T) {
	p := open(t, "/")
	if got := p.text("h1"); got != "OCI Policy Playground" {
		t.Errorf("the heading is %q", got)
	}
}

func TestTheSiteWorksInAnyFolder(t *testing.T) {
	p := openFrom(t, broken(t, under("/some/folder")), "/some/folder/")
	p.until(Mounted)
}

func TestAFirstVisitIsSmall(t *testing.T) {
	firstPart, rest := compressed(t, "playground.*.wasm"), compressed(t, "rest.*.wasm")
	p := open(t, "/")
	p.until(`performance.getEntriesByType("resource").some((r) => r.name.includes("/rest.") && r.responseEnd)`)
	time.Sleep(300 * time.Millisecond) // the icon comes last
	p.mu.Lock()
	defer p.mu.Unlock()
	toVerdict := int(p.bytes) - rest
	t.Logf("first part %d bytes, until the verdict %d bytes, altogether %.0f bytes in %d requests", firstPart, toVerdict, p.bytes, p.requests)
	for _, cost := range []struct {
		what     string
		is, most int
	}{
		{"the program's first part", firstPart, mostFirstPart},
		{"all until the first verdict", toVerdict, mostToVerdict},
		{"all with the rest", int(p.bytes), mostAltogether},
	} {
		if cost.is > cost.most {
			t.Errorf("%s takes %d bytes, more than %d", cost.what, cost.is, cost.most)
		}
	}
	if p.requests > mostRequests {
		t.Errorf("%d requests are more than %d", p.requests, mostRequests)
	}
}

// compressed is the size of the one file of that name as it is sent.
func compressed(t *testing.T, pattern string) int {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dist, pattern+".br"))
	if err != nil || len(files) != 1 {
		t.Fatalf("one file %s is expected, not %v (%v)", pattern, files, err)
	}
	stat, err := os.Stat(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return int(stat.Size())
}
