//go:build !js

package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// line is a connection to the site that can be cut, and a site that can be renewed.
type line struct {
	origin string
	cut    atomic.Bool
	newer  atomic.Bool
}

func lineTo(t *testing.T, folder string) *line {
	t.Helper()
	l := &line{}
	l.origin = broken(t, func(site http.Handler) http.Handler {
		return under(folder)(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case l.cut.Load():
				hangUp(w, r)
			case l.newer.Load() && strings.HasSuffix(r.URL.Path, "/worker.js"):
				r.Header.Del("Accept-Encoding")
				r.Header.Del("If-Modified-Since")
				site.ServeHTTP(renewed{w}, r)
			default:
				site.ServeHTTP(w, r)
			}
		}))
	})
	return l
}

// renewed makes the worker that of another version, a newer one each time.
type renewed struct{ http.ResponseWriter }

func (r renewed) WriteHeader(status int) {
	r.Header().Del("Content-Length")
	r.ResponseWriter.WriteHeader(status)
}

func (r renewed) Write(script []byte) (int, error) {
	fmt.Fprintf(r.ResponseWriter, "/* %d */", time.Now().UnixNano())
	return r.ResponseWriter.Write(script)
}

// kept waits until the worker has everything.
func (p *page) kept() {
	p.t.Helper()
	eval[bool](p, `navigator.serviceWorker.ready.then(() => true)`)
}

func TestASecondVisitNeedsNoNetwork(t *testing.T) {
	for _, folder := range []string{"", "/some/folder"} {
		t.Run("in "+folder+"/", func(t *testing.T) {
			l := lineTo(t, folder)
			p := openFrom(t, l.origin, folder+"/#example=pull-image")
			p.verdict("DENIED")
			p.kept()
			l.cut.Store(true)
			p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(l.origin+folder+"/#example=pull-image"))
			p.verdict("DENIED")
			p.replace("#policy-0", "Allow dynamic-group container-instances to read repos in tenancy")
			p.verdict("ALLOWED")
			p.do(chromedp.Navigate(l.origin + folder + "/index.html?from=mail#example=patterns"))
			p.sees("#policy-0", "GroupAdmins")
			p.do(chromedp.Navigate(l.origin + folder + "/embed.html?view=policy#example=patterns"))
			p.verdict("DENIED")
		})
	}
}

func TestANewVersionComesWithTheNextVisitAndSaysSo(t *testing.T) {
	l := lineTo(t, "")
	p := openFrom(t, l.origin, "/#example=pull-image")
	p.verdict("DENIED")
	p.kept()
	p.do(chromedp.Reload())
	p.verdict("DENIED")
	l.newer.Store(true)
	eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => true)`)
	p.sees(".notice", "A newer version has arrived")
	p.axe()
	p.verdict("DENIED")
	l.cut.Store(true)
	p.do(chromedp.Reload())
	p.verdict("DENIED")
	p.until(`!document.querySelector(".notice")`)
}

// The page asks for a file when the new version is there: at that moment Chromium gives up to let it take the place of the one before.
func TestANewVersionComesWhateverThePageAsksForMeanwhile(t *testing.T) {
	l := lineTo(t, "")
	p := openFrom(t, l.origin, "/#example=pull-image")
	p.kept()
	p.do(chromedp.Reload())
	p.verdict("DENIED")
	l.newer.Store(true)
	for range 10 {
		eval[bool](p, `navigator.serviceWorker.getRegistration().then(async (registration) => {
			const come = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
			const ask = () => registration.installing.addEventListener("statechange", () => fetch("embed.html"), { once: true });
			registration.addEventListener("updatefound", ask, { once: true });
			await registration.update();
			await Promise.race([come, new Promise((_, reject) => setTimeout(reject, 15000, Error("the new version does not come")))]);
			return true;
		})`)
	}
}

func TestOnlyThePageByItselfIsKept(t *testing.T) {
	inside := `document.querySelector(".verdict-word .word")`
	for name, c := range map[string]struct {
		body  string
		shows func(p *page)
	}{
		"a frame":              {frame("host=HOST", "example=pull-image", ""), func(p *page) { p.told("verdict") }},
		"a frame in a sandbox": {frame("host=HOST", "example=pull-image", `sandbox="allow-scripts"`), func(p *page) { p.told("verdict") }},
		"the page in a frame":  {`<iframe src="SITE/#example=pull-image" width="1000" height="600"></iframe>`, func(p *page) { p.untilIn(0, inside) }},
	} {
		t.Run(name, func(t *testing.T) {
			var asked atomic.Bool
			origin := broken(t, instead("/worker.js", func(w http.ResponseWriter, r *http.Request) { asked.Store(true); http.NotFound(w, r) }))
			p := hostedOn(t, "127.0.0.1", origin, strings.Replace(strict, "BODY", c.body, 1))
			c.shows(p)
			time.Sleep(3500 * time.Millisecond) // the page by itself would have asked for its worker by now
			if asked.Load() {
				t.Error("a worker was asked for")
			}
		})
	}
}
