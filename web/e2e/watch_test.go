//go:build !js

package e2e

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// watch is what the browser does that nothing of ours may make it do. It knows of every frame and worker, whichever process
// that runs in: a page hears only of its own.
type watch struct {
	mu   sync.Mutex
	seen []string
}

var watched watch

func (w *watch) note(what string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen = append(w.seen, what)
}

// take gives what was seen, and forgets it.
func (w *watch) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	seen := w.seen
	w.seen = nil
	return seen
}

// home is where Chromium itself calls, whatever it shows. A page's call there is a breach of its policy.
var home = regexp.MustCompile(`(?i)(^|\.)(google|googleapis|gvt1|gstatic)\.com(:\d+)?$`)

// outside is the way to all other machines: it leads nowhere.
func (w *watch) outside(answer http.ResponseWriter, r *http.Request) {
	if !home.MatchString(r.Host) {
		w.note("a request left this machine: " + r.Method + " " + r.Host)
	}
	http.Error(answer, "there is nobody else", http.StatusBadGateway)
}

const breaches = "/breaches" // where a browser tells of them

// over serves a site with the policy of its pages in a header, too, which can say what a page cannot: whom to tell of a breach.
func (w *watch) over(site http.Handler) http.Handler {
	policy := pagePolicy() + "; report-uri " + breaches
	return http.HandlerFunc(func(answer http.ResponseWriter, r *http.Request) {
		if r.URL.Path == breaches {
			report, _ := io.ReadAll(io.LimitReader(r.Body, 1<<12))
			w.note(fmt.Sprintf("a breach of the policy: %s", report))
			return
		}
		if strings.HasSuffix(r.URL.Path, "/") || strings.HasSuffix(r.URL.Path, ".html") {
			answer.Header().Set("Content-Security-Policy-Report-Only", policy)
		}
		site.ServeHTTP(answer, r)
	})
}

var meta = regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)

// pagePolicy is what a page of the site says in its head.
func pagePolicy() string {
	page, err := os.ReadFile(dist + "/index.html")
	found := meta.FindSubmatch(page)
	if err != nil || found == nil {
		panic(fmt.Sprintf("index.html has no policy: %v", err))
	}
	return string(found[1])
}

func TestBothPagesHaveOnePolicy(t *testing.T) {
	page, err := os.ReadFile(dist + "/embed.html")
	if found := meta.FindSubmatch(page); err != nil || found == nil || string(found[1]) != pagePolicy() {
		t.Errorf("embed.html has %q, index.html %q (%v)", found, pagePolicy(), err)
	}
}

// A frame in a process of its own does what it may not: if that goes unseen, no other test means what it says.
func TestWhatAFrameMayNotDoIsSeen(t *testing.T) {
	bad := `<!doctype html><title>x</title><script>1</script><img src="http://elsewhere.example/x.png">`
	p := hostedOn(t, "localhost", broken(t, instead("/embed.html", answer("text/html", bad))), strings.Replace(strict, "BODY", frame("", "", ""), 1))
	p.expect("")
	var seen []string
	for range 200 {
		seen = append(seen, watched.take()...)
		all := strings.Join(seen, "\n")
		if strings.Contains(all, "left this machine: GET elsewhere.example") && strings.Contains(all, "script-src") && strings.Contains(all, "img-src") {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	t.Errorf("seen is only %q", seen)
}
