//go:build !js

package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"oci-policy-playground/examples"
)

// without serves the site without the rest of the program until the switch is on, and counts how often it was asked for. It
// has no service worker, which would ask as well.
func without(t testing.TB, rest *atomic.Bool, asked *atomic.Int32) (origin string) {
	return broken(t, func(site http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			isRest := strings.HasPrefix(r.URL.Path, "/rest.")
			if isRest {
				asked.Add(1)
			}
			if isRest && !rest.Load() || r.URL.Path == "/worker.js" {
				http.NotFound(w, r)
				return
			}
			site.ServeHTTP(w, r)
		})
	})
}

// late waits until the page has said that the rest does not come.
func (p *page) late() {
	p.t.Helper()
	p.sees(".notice", "have not arrived yet")
}

const noFailure = `!document.querySelector(".failure, .failed-notice, .crash")`

func TestAVerdictAndTypingDoWithoutTheRest(t *testing.T) {
	var rest atomic.Bool
	var asked atomic.Int32
	origin := without(t, &rest, &asked)
	for _, path := range []string{"/", example, "/#example=conditions", "/#src=Allow%20group%20A%20to%20read%20buckets%20in%20tenancy", "/embed.html#example=tags"} {
		t.Run(path, func(t *testing.T) {
			asked.Store(0)
			p := openFrom(t, origin, path)
			p.expect("") // that it is withheld
			p.until(`document.querySelector(".verdict-word .word")?.textContent`)
			p.late()
			p.replace("#policy-0", "Allow any-user to manage all-resources in tenancy where request.region != 'x'")
			p.until(`document.querySelector("#policy-0").textContent.includes("any-user")`)
			p.replace("#sentence", "any-user may GetObject in tenancy")
			p.until(`document.querySelector("#sentence").textContent.includes("GetObject")`)
			p.until(noFailure)
			if n := asked.Load(); n != 1 {
				t.Errorf("the rest was asked for %d times", n)
			}
		})
	}
}

// Where this fails, an example asks for more than when web/site/later.txt was made: make later.
func TestEachExampleComesToAVerdictWithoutTheRest(t *testing.T) {
	var rest atomic.Bool
	var asked atomic.Int32
	p := openFrom(t, without(t, &rest, &asked), "/")
	p.expect("")
	p.late()
	p.click("[data-act=dismiss]")
	for _, name := range examples.Names() {
		archive, _ := examples.Read(name)
		title, _, _ := strings.Cut(string(archive), "\n")
		eval[bool](p, fmt.Sprintf(`(location.hash = "example=%s", true)`, name))
		p.sees(".about-title", title)
		p.until(`document.querySelector(".verdict-word .word")?.textContent`)
		if told := p.text(".notice"); told != "" {
			t.Errorf("%s: the page says %q", name, told)
		}
	}
	p.until(noFailure)
	if n := asked.Load(); n != 1 {
		t.Errorf("the rest was asked for %d times", n)
	}
}

func TestWhatNeedsTheRestBringsIt(t *testing.T) {
	for name, c := range map[string]struct {
		act   func(p *page)
		shows string
	}{
		"examples": {func(p *page) { p.click("[data-kind=examples]") }, `document.querySelector("dialog[open] .example")`},
		"open":     {func(p *page) { p.click("[data-kind=open]") }, `document.querySelector("dialog[open] textarea")`},
		"share":    {func(p *page) { p.click("[data-kind=share]") }, `document.querySelector("dialog[open] .meter")`},
		"catalog": {func(p *page) {
			eval[int](p, `(window.turn ??= ["catalog/ListInstances", "catalog/LaunchInstance"], location.hash = turn.pop(), 0)`)
		}, `document.querySelector(".reference")?.textContent.includes("ListInstances")`},
		"format": {func(p *page) { p.click("[data-act=format]") }, `!document.querySelector(".notice")`},
		"rename": {func(p *page) {
			p.focus(`#tenancy [role=treeitem]`)
			p.press(kb.ArrowDown, kb.F2)
		}, `document.querySelector("dialog[open] input")`},
	} {
		t.Run(name, func(t *testing.T) {
			var rest atomic.Bool
			var asked atomic.Int32
			p := openFrom(t, without(t, &rest, &asked), example)
			p.expect("")
			p.verdict("DENIED")
			p.late()
			p.click("[data-act=dismiss]")
			c.act(p)
			p.sees(".notice", "is not here yet")
			p.until(noFailure)
			p.axe()
			p.click("[data-act=dismiss]")
			p.replace("#policy-0", "Allow any-user to read repos in tenancy")
			p.verdict("ALLOWED")
			rest.Store(true)
			c.act(p)
			p.until(c.shows)
			p.until(noFailure)
		})
	}
}

// A page that may read hears of the verdict when all is here; nobody waits for that to see it.
func TestAFrameIsShownBeforeThePageAroundHearsOfIt(t *testing.T) {
	var rest atomic.Bool
	var asked atomic.Int32
	p := hostedOn(t, "127.0.0.1", without(t, &rest, &asked), strings.Replace(strict, "BODY", frame("host=HOST", "example=pull-image", ""), 1))
	p.expect("")
	p.untilIn(0, `document.querySelector(".verdict-word .word")?.textContent && document.querySelector(".notice")?.textContent.includes("have not arrived yet")`)
	if eval[bool](p, `Boolean(got("ready") || got("error"))`) {
		t.Error("the frame spoke before all of it was here")
	}
	rest.Store(true)
	inFrame[bool](p, 0, `dispatchEvent(new Event("online"))`)
	p.told("ready")
	p.told("verdict")
	p.untilIn(0, noFailure)
}
