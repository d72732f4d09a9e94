//go:build !js

// Command tour visits the built site as people do before the rest of the program is there, with a program that notes which
// of its functions run, and prints the names of what it noted:
//
//	make later
package main

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"oci-policy-playground/web/e2e"
	"oci-policy-playground/web/site/static"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "tour:", err)
		os.Exit(1)
	}
}

func run() error {
	stops, err := route()
	if err != nil {
		return err
	}
	ran := map[string]bool{}
	err = e2e.Visit(without(static.Handler("dist")), func(browser context.Context, origin string) error {
		for _, s := range stops {
			noted, err := s.visit(browser, origin)
			if err != nil {
				return fmt.Errorf("%s: %w", s.path, err)
			}
			for _, name := range noted {
				ran[name] = true
			}
			fmt.Fprintf(os.Stderr, "%4d functions, %4d by now: %s\n", len(noted), len(ran), s.path)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(ran)) {
		fmt.Println(name)
	}
	return nil
}

const watched = ".build/watched.wasm"

// without is the site with the program that is watched in place of its own, and without the rest.
func without(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasPrefix(r.URL.Path, "/playground."):
			http.ServeFile(w, r, watched)
		case strings.HasPrefix(r.URL.Path, "/rest."), r.URL.Path == "/worker.js":
			http.NotFound(w, r)
		default:
			site.ServeHTTP(w, r)
		}
	})
}

// stop is one page of the tour, as wide as a phone if asked, and what is done there.
type stop struct {
	path   string
	narrow bool
	acts   []chromedp.Action
}

// visit looks at a page with a fresh profile.
func (s stop) visit(browser context.Context, origin string) (noted []string, err error) {
	tab, close, err := e2e.Tab(browser)
	if err != nil {
		return nil, err
	}
	defer close()
	tab, cancel := context.WithTimeout(tab, 3*time.Minute)
	defer cancel()
	width, height := int64(1440), int64(900)
	if s.narrow {
		width, height = 390, 844
	}
	script := chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(notes).Do(ctx)
		return err
	})
	err = chromedp.Run(tab, append([]chromedp.Action{script, chromedp.EmulateViewport(width, height), chromedp.Navigate(origin + s.path),
		arrived, settle}, s.acts...)...)
	if err != nil {
		return nil, err
	}
	return noted, chromedp.Run(tab, settle, chromedp.Evaluate("noted()", &noted))
}

// arrived waits until the page has said that the rest does not come.
var arrived = chromedp.Poll(`document.querySelector(".notice")?.textContent.includes("have not arrived yet")`, nil)

// settle is a pause in which the page does what it puts off.
var settle = chromedp.Sleep(400 * time.Millisecond)

// notes gives the page a function for the names of the globals that are set.
const notes = `{
	const start = WebAssembly.instantiateStreaming;
	WebAssembly.instantiateStreaming = async (...given) => {
		const started = await start(...given);
		globalThis.noted = () => Object.entries(started.instance.exports).filter(([name, global]) => /^g\d+$/.test(name) && global.value === 1).map(([name]) => name);
		return started;
	};
}`
