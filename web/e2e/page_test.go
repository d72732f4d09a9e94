//go:build !js

package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"oci-policy-playground/web/site/static"
)

const dist = "../../dist"

var (
	chromium context.Context
	site     string // origin of the built site

	leftovers []string // folders that outlive the test that made them
)

func TestMain(m *testing.M) {
	os.Exit(withSite(m.Run))
}

func withSite(run func() int) int {
	if _, err := os.Stat(dist + "/index.html"); err != nil {
		fmt.Println("the site is not built: make build")
		return 1
	}
	proxy, shut, err := Serve(http.HandlerFunc(watched.outside))
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer shut()
	browser, quit, err := Launch(chromedp.ProxyServer(proxy))
	if err != nil {
		fmt.Println("Chromium does not start:", err)
		return 1
	}
	defer quit()
	origin, stop, err := Serve(watched.over(static.Handler(dist)))
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer stop()
	defer func() {
		for _, dir := range leftovers {
			os.RemoveAll(dir)
		}
	}()
	chromium, site = browser, origin
	return run()
}

// patience is how long a page may take for all that a test does with it.
var patience = time.Minute

// page is a tab with a fresh profile that is watched for complaints.
type page struct {
	t      testing.TB
	ctx    context.Context
	origin string
	others []string // origins that it may ask as well

	mu         sync.Mutex
	complaints []string
	expected   []string
	worlds     map[cdp.FrameID]runtime.ExecutionContextID // in which the scripts of each frame run
	requests   int
	bytes      float64 // as they came over the wire
}

// open shows a path of the built site and waits until the program has mounted.
func open(t testing.TB, path string) *page {
	t.Helper()
	p := openFrom(t, site, path)
	p.until(Mounted)
	return p
}

// openFrom shows a path of any origin, which may ask the others, and waits for nothing.
func openFrom(t testing.TB, origin, path string, others ...string) *page {
	t.Helper()
	tab, close, err := Tab(chromium)
	if err != nil {
		t.Fatal(err)
	}
	return visit(t, tab, close, origin, path, others)
}

// beside shows a path of the same site in another tab of the same profile.
func (p *page) beside(path string) *page {
	p.t.Helper()
	tab, close, err := tabBeside(p.ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	return visit(p.t, tab, close, p.origin, path, nil)
}

// tabBeside opens another window with the profile of a tab.
func tabBeside(tab context.Context) (another context.Context, close func(), err error) {
	at := chromedp.FromContext(tab)
	control := cdp.WithExecutor(tab, at.Browser)
	info, err := target.GetTargetInfo().WithTargetID(at.Target.TargetID).Do(control)
	if err != nil {
		return nil, nil, err
	}
	return window(tab, control, info.BrowserContextID)
}

func visit(t testing.TB, tab context.Context, close func(), origin, path string, others []string) *page {
	t.Helper()
	limited, cancel := context.WithTimeout(tab, patience)
	p := &page{t: t, ctx: limited, origin: origin, others: others, worlds: map[cdp.FrameID]runtime.ExecutionContextID{}}
	t.Cleanup(func() {
		p.judge()
		cancel()
		close()
	})
	chromedp.ListenTarget(tab, p.hear)
	p.do(network.Enable(), log.Enable(), chromedp.EmulateViewport(1440, 900), chromedp.Navigate(origin+path))
	return p
}

// broken serves the built site through a handler that spoils it.
func broken(t testing.TB, spoil func(next http.Handler) http.Handler) (origin string) {
	t.Helper()
	origin, stop, err := Serve(watched.over(spoil(static.Handler(dist))))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	return origin
}

// hear gathers what the page asked for and what it complained of.
func (p *page) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests++
		if url := e.Request.URL; !p.own(url) {
			p.complaints = append(p.complaints, "a request left the site: "+url)
		}
	case *network.EventLoadingFinished:
		p.bytes += e.EncodedDataLength
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError || e.Entry.Source == log.SourceSecurity {
			p.complaints = append(p.complaints, fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			p.complaints = append(p.complaints, "console: "+printed(e.Args))
		}
	case *runtime.EventExecutionContextCreated:
		var of struct {
			FrameID   cdp.FrameID
			IsDefault bool
		}
		if err := json.Unmarshal(e.Context.AuxData, &of); err == nil && of.IsDefault {
			p.worlds[of.FrameID] = e.Context.ID
		}
	case *runtime.EventExceptionThrown:
		p.complaints = append(p.complaints, "exception: "+e.ExceptionDetails.Error())
	}
}

func (p *page) own(url string) bool {
	of := func(origin string) bool { return strings.HasPrefix(url, origin+"/") }
	return of(p.origin) || slices.ContainsFunc(p.others, of) || strings.HasPrefix(url, "data:") || strings.HasPrefix(url, "blob:") || url == "about:blank"
}

func printed(args []*runtime.RemoteObject) string {
	var all []string
	for _, a := range args {
		all = append(all, string(a.Value)+a.Description)
	}
	return strings.Join(all, " ")
}

// expect says that a complaint with these words in it is part of the test.
func (p *page) expect(words ...string) { p.expected = append(p.expected, words...) }

// judge fails the test for each complaint that was not expected.
func (p *page) judge() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.complaints = append(p.complaints, watched.take()...)
	for _, c := range p.complaints {
		if !slices.ContainsFunc(p.expected, func(words string) bool { return strings.Contains(c, words) }) {
			p.t.Errorf("the page complained: %s", c)
		}
	}
}

// do runs actions of chromedp, and ends the test when one fails.
func (p *page) do(actions ...chromedp.Action) {
	p.t.Helper()
	if err := chromedp.Run(p.ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// eval gives the value of a JavaScript expression; a promise is waited for.
func eval[T any](p *page, expression string) (value T) {
	p.t.Helper()
	p.do(chromedp.Evaluate(expression, &value, awaited))
	return value
}

func awaited(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }

// until waits for a JavaScript expression to hold.
func (p *page) until(expression string) {
	p.t.Helper()
	short, cancel := context.WithTimeout(p.ctx, 20*time.Second)
	defer cancel()
	poll := chromedp.Poll("Boolean("+expression+")", nil, chromedp.WithPollingInterval(20*time.Millisecond))
	err := chromedp.Run(short, poll)
	for err != nil && (strings.Contains(err.Error(), "Cannot find context") || strings.Contains(err.Error(), "target navigated")) { // it began in the page before
		err = chromedp.Run(short, poll)
	}
	if err != nil {
		p.t.Fatalf("%s does not come true: %v\nThe page reads:\n%s", expression, err, p.text("body"))
	}
}

// text is what a person reads in the first element that matches.
func (p *page) text(selector string) string {
	p.t.Helper()
	return eval[string](p, fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector))
}

// narrow makes the page as wide as a phone.
func (p *page) narrow() {
	p.t.Helper()
	p.do(chromedp.EmulateViewport(390, 844))
}
