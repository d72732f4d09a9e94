//go:build !js

package e2e

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// instead answers requests for paths that match in its own way.
func instead(pattern string, answer http.HandlerFunc) func(http.Handler) http.Handler {
	return func(site http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if match, _ := path.Match(pattern, r.URL.Path); match {
				answer(w, r)
				return
			}
			site.ServeHTTP(w, r)
		})
	}
}

// under moves the site into a folder.
func under(folder string) func(http.Handler) http.Handler {
	return func(site http.Handler) http.Handler { return http.StripPrefix(folder, site) }
}

func answer(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Write([]byte(body))
	}
}

func hangUp(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// forbidden serves the site as a host would whose own policy knows nothing of WebAssembly.
func forbidden(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "script-src 'self'")
		site.ServeHTTP(w, r)
	})
}

func TestEachWayOfNotStartingSaysSo(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(http.Handler) http.Handler
		says  string
	}{
		"missing":   {instead("/*.wasm", http.NotFound), "is not where this page expects it (404"},
		"no answer": {instead("/*.wasm", hangUp), "the network did not answer"},
		"a page":    {instead("/*.wasm", answer("text/html", "<h1>Hello</h1>")), "sent something else (text/html)"},
		"garbage":   {instead("/*.wasm", answer("application/wasm", "garbage")), "is not a WebAssembly program"},
		"cut off":   {instead("/*.wasm", answer("application/wasm", "\x00asm\x01\x00\x00\x00\x01")), "could not start the policy engine"},
		"forbidden": {forbidden, "forbids WebAssembly"},
	} {
		t.Run(name, func(t *testing.T) {
			p := openFrom(t, broken(t, c.spoil), "/")
			p.expect("") // the console has the details
			p.until(`document.querySelector(".failure button")`)
			if got := p.text(".failure"); !strings.Contains(got, c.says) {
				t.Errorf("the page says %q", got)
			}
			if got := p.text("#shell-text"); !strings.HasPrefix(got, "Allow group") {
				t.Errorf("the example reads %q", got)
			}
			p.axe()
		})
	}
}

// What a browser lacks cannot be served; a script takes it away.
func TestWhatABrowserLacksIsSaid(t *testing.T) {
	for name, c := range map[string]struct{ lacks, says string }{
		"WebAssembly": {`delete globalThis.WebAssembly`, "This browser has no WebAssembly"},
		"memory": {`WebAssembly.instantiateStreaming = () => Promise.reject(new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance"))`,
			"too little memory to start"},
	} {
		for _, path := range []string{"/", "/embed.html"} {
			t.Run(name+" "+path, func(t *testing.T) {
				p := openFrom(t, site, "/icon.svg")
				p.expect("")
				p.do(chromedp.ActionFunc(func(ctx context.Context) error {
					_, err := cdpage.AddScriptToEvaluateOnNewDocument(c.lacks).Do(ctx)
					return err
				}), chromedp.Navigate(site+path))
				p.sees(".failure", c.says)
				p.until(`document.querySelector(".failure button")`)
				p.sees("#shell-text", "Allow")
				p.axe()
			})
		}
	}
}

// The first verdict does without the editor.
func TestAMissingEditorIsSaidBesideTheVerdict(t *testing.T) {
	p := openFrom(t, broken(t, instead("/editor.*.js", http.NotFound)), example)
	p.expect("")
	p.sees(".failure", "text editor could not be loaded")
	p.verdict("DENIED")
	p.axe()
	p.copies(".failure button:nth-of-type(2)", "read repos")
}

func TestTryingAgainFindsWhatIsThereByThen(t *testing.T) {
	var there atomic.Bool
	late := func(site http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, ".wasm") && !there.Load() {
				http.NotFound(w, r)
				return
			}
			site.ServeHTTP(w, r)
		})
	}
	for _, path := range []string{example, "/embed.html#example=pull-image"} {
		there.Store(false)
		p := openFrom(t, broken(t, late), path)
		p.expect("")
		p.until(`document.querySelector(".failure button")`)
		there.Store(true)
		p.click(".failure button")
		p.verdict("DENIED")
	}
	there.Store(false)
	p := openFrom(t, broken(t, late), "/#p1.AbCdEfGh")
	p.expect("")
	p.until(`document.querySelectorAll(".failure button").length === 2`)
	there.Store(true)
	p.click(".failure button:nth-of-type(2)")
	p.until(Mounted)
	p.verdict("DENIED")
}

// mistyped serves the program as a server does that has never heard of it.
func mistyped(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		site.ServeHTTP(untyped{w}, r)
	})
}

// untyped says of WebAssembly that it is just bytes.
type untyped struct{ http.ResponseWriter }

func (u untyped) WriteHeader(status int) {
	if u.Header().Get("Content-Type") == "application/wasm" {
		u.Header().Set("Content-Type", "application/octet-stream")
	}
	u.ResponseWriter.WriteHeader(status)
}

func TestAProgramWithAnotherTypeStillStarts(t *testing.T) {
	p := openFrom(t, broken(t, mistyped), "/")
	p.until(Mounted)
}

func TestACrashSaysSoAndLeavesThePage(t *testing.T) {
	p := openFrom(t, broken(t, instead("/*.wasm", program(t, `package main; func main() { panic("broken") }`))), "/")
	p.expect("")
	p.until(`document.querySelector(".failure button")`)
	if got := p.text(".failure"); !strings.Contains(got, "stopped by a fault of its own (broken") {
		t.Errorf("the page says %q", got)
	}
	p.axe()
}

// program compiles a Go program for the browser.
func program(t *testing.T, source string) http.HandlerFunc {
	t.Helper()
	dir := t.TempDir()
	main, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "main.wasm")
	if err := os.WriteFile(main, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-o", binary, main)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, binary) }
}

func TestASharedTextIsReadableWithoutTheProgram(t *testing.T) {
	p := openFrom(t, broken(t, instead("/*.wasm", http.NotFound)), "/#src=Allow%20group%20%3Cb%3E")
	p.expect("")
	p.until(`document.querySelector(".failure button")`)
	if got := p.text("#shell-text"); got != "Allow group <b>" {
		t.Errorf("the page shows %q", got)
	}
}
