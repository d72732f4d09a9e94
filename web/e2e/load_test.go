//go:build !js

package e2e

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// What a first visit may cost, in bytes as they come over the wire and in requests.
const (
	mostProgram  = 1_560_000
	mostLoad     = 1_700_000
	mostRequests = 12
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
	programs, err := filepath.Glob(dist + "/*.wasm.br")
	if err != nil || len(programs) != 1 {
		t.Fatalf("one program is expected, not %v (%v)", programs, err)
	}
	stat, err := os.Stat(programs[0])
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, "/")
	time.Sleep(300 * time.Millisecond) // the icon comes last
	p.mu.Lock()
	defer p.mu.Unlock()
	t.Logf("program %d bytes, first load %.0f bytes in %d requests", stat.Size(), p.bytes, p.requests)
	if stat.Size() > mostProgram {
		t.Errorf("the program has %d bytes, more than %d", stat.Size(), mostProgram)
	}
	if p.bytes > mostLoad || p.requests > mostRequests {
		t.Errorf("the first load takes %.0f bytes and %d requests, more than %d and %d", p.bytes, p.requests, mostLoad, mostRequests)
	}
}

// BenchmarkLoad measures from the start of the navigation to the program in the page.
func BenchmarkLoad(b *testing.B) {
	p := open(b, "/")
	for b.Loop() {
		p.do(chromedp.Navigate(site + "/"))
		p.until(Mounted)
	}
}
