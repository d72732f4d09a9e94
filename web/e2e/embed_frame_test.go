//go:build !js

package e2e

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// views are the parts of the page that a frame can show, each with something that only stands there.
var views = map[string]string{"full": "#why .need", "policy": "#policy-0 .cm-content", "verdict": "#why .need", "request": "#sentence .cm-content", "tree": "[role=treeitem]"}

func TestEveryViewKeepsNobodyOutOfAFrame(t *testing.T) {
	for view, holds := range views {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(view+" "+scheme, func(t *testing.T) {
				p := openFrom(t, site, "/embed.html?view="+view+"&theme="+scheme+"#example=pull-image")
				p.verdict("DENIED")
				p.until(fmt.Sprintf(`document.querySelector(%q)`, holds))
				p.axe()
				p.do(chromedp.EmulateViewport(320, 480))
				p.until(`document.documentElement.scrollWidth <= 320`)
				p.axe()
			})
		}
	}
}

func TestAFrameOffersNothingThatNeedsADialog(t *testing.T) {
	p := openFrom(t, site, "/embed.html#example=pull-image")
	p.verdict("DENIED")
	p.click(".resident-head")
	p.until(`document.querySelector(".resident-body")`)
	p.axe()
	if got := eval[string](p, `[...document.querySelectorAll("button[data-act=ask], [data-act=dialog], [aria-haspopup=dialog]")].filter((e) => e.checkVisibility()).map((e) => e.outerHTML).join()`); got != "" {
		t.Errorf("offered: %s", got)
	}
}

func TestAFrameIsAQuietGuest(t *testing.T) {
	p := hosted(t, frame("host=HOST", "example=pull-image", ""))
	p.told("verdict")
	p.untilIn(0, `document.querySelector("#policy-0 .cm-content")`)
	p.clickIn(0, "#policy-0 .cm-content")
	p.do(chromedp.KeyEvent(" "))
	p.told("change")
	time.Sleep(500 * time.Millisecond) // the page by itself would have kept this by now
	if got := inFrame[string](p, 0, `JSON.stringify([localStorage.length, location.hash])`); got != `[0,"#example=pull-image"]` {
		t.Errorf("storage and address: %s", got)
	}
	if inFrame[bool](p, 0, `navigator.serviceWorker.getRegistrations().then((all) => all.length > 0)`) {
		t.Error("a service worker was registered")
	}
	if got := inFrame[string](p, 0, `[...document.querySelectorAll("*")].filter((e) => getComputedStyle(e).position === "fixed").map((e) => e.className).join()`); got != "" {
		t.Errorf("fixed to the window: %s", got)
	}
}

func TestAFrameTakesNoFocusByItself(t *testing.T) {
	p := hosted(t, `<button id="first">First</button>`+frame("host=HOST", "example=pull-image", ""))
	p.focus("#first")
	p.told("verdict")
	p.say(0, map[string]any{"ociPolicy": 1, "type": "set", "text": "Allow any-user to read buckets in tenancy"})
	p.told("change")
	p.until(`document.activeElement.id === "first"`)
	p.say(0, map[string]any{"ociPolicy": 1, "type": "focus"})
	p.until(`document.activeElement.tagName === "IFRAME"`)
	p.untilIn(0, `document.activeElement.matches(".cm-content")`)
}

// below is a page with a frame far below the window's end.
const below = `<div><svg width="1" height="9000"></svg></div>`

func TestAFrameBelowTheFoldIsMeasuredAndAnswers(t *testing.T) {
	for _, name := range []string{"127.0.0.1", "localhost"} { // in the same process, and in one of its own
		t.Run(name, func(t *testing.T) {
			p := hostedOn(t, name, site, strings.Replace(strict, "BODY", below+frame("view=verdict&host=HOST", "example=pull-image", ""), 1))
			p.told("verdict")
			p.tall(300)
			p.say(0, map[string]any{"ociPolicy": 1, "type": "set", "text": "Allow any-user to read buckets in tenancy"})
			p.told("change")
			p.until(`heard.filter((m) => m.type === "height").length > 1`)
			p.say(0, map[string]any{"ociPolicy": 1, "type": "get", "id": "now"})
			p.until(`heard.some((m) => m.id === "now" && m.text.includes("any-user"))`)
			if eval[float64](p, `scrollY`) != 0 {
				t.Error("the page was scrolled")
			}
		})
	}
}

func TestAFrameThatIsNotShownGetsItsHeightWhenItIs(t *testing.T) {
	for _, name := range []string{"127.0.0.1", "localhost"} {
		t.Run(name, func(t *testing.T) {
			p := hostedOn(t, name, site, strings.Replace(strict, "BODY", `<div hidden id="tab">`+frame("view=verdict&host=HOST", "example=pull-image", "")+`</div>`, 1))
			p.told("verdict")
			if eval[bool](p, `Boolean(got("height"))`) {
				t.Error("a frame that is not shown has a height")
			}
			p.say(0, map[string]any{"ociPolicy": 1, "type": "set", "text": "Allow any-user to read buckets in tenancy"})
			p.until(`heard.filter((m) => m.type === "verdict").length > 1`)
			eval[bool](p, `(document.getElementById("tab").hidden = false, true)`)
			p.tall(100)
		})
	}
}

func TestAFrameWorksInASandbox(t *testing.T) {
	p := hosted(t, frame("view=policy&host=HOST", "src=Allow%20group%20A%20to%20read%20buckets%20in%20tenancy", `sandbox="allow-scripts"`))
	p.told("verdict")
	if got := eval[string](p, `got("verdict").from`); got != "null" {
		t.Errorf("the frame is of the origin %s, so it is in no sandbox", got)
	}
	p.say(0, map[string]any{"ociPolicy": 1, "type": "set", "text": "Allow any-user to read buckets in tenancy"})
	p.until(`got("change")?.text.includes("any-user")`)
	p.tall(100)
}

func TestTwentyFramesLoadNoProgramUntilAsked(t *testing.T) {
	origin, programs := counted(t)
	var all strings.Builder
	for i := range 20 {
		all.WriteString(frame("run=click&view=policy&host=HOST", fmt.Sprintf("src=Allow%%20group%%20G%d%%20to%%20read%%20buckets%%20in%%20tenancy", i), ""))
	}
	p := hostedOn(t, "127.0.0.1", origin, strings.Replace(strict, "BODY", all.String(), 1))
	p.until(`heard.filter((m) => m.type === "height").length >= 20`)
	if got := inFrame[string](p, 19, `document.querySelector("#shell-text").textContent`); got != "Allow group G19 to read buckets in tenancy" {
		t.Errorf("the last frame reads %q", got)
	}
	if got := programs.Load(); got != 0 {
		t.Errorf("the program was asked for %d times", got)
	}
	p.say(3, map[string]any{"ociPolicy": 1, "type": "get", "id": 3})
	p.until(`got("error")?.code === "idle" && got("error").id === 3`)
	p.clickIn(19, "#shell-run")
	p.told("verdict")
	if got := programs.Load(); got != 1 {
		t.Errorf("after one click the program was asked for %d times", got)
	}
}

func TestAPosterShowsWhatCanBeReadWithoutTheEngine(t *testing.T) {
	for fragment, says := range map[string]string{
		"":                            "Allow dynamic-group container-instances to read repos",
		"example=patterns":            "Allow group GroupAdmins to inspect groups in tenancy",
		"src=Allow%20group%20%3Cb%3E": "Allow group <b>",
		"src=Title%0A-- policies/a.policy --%0AAllow%20group A%0A-- checks --%0Aalice may x%0A": "Allow group A",
		"src=%E0%A4%A":         "%E0%A4%A",
		"p1.AbCdEfGh":          "A packed scenario.",
		"example=__proto__":    "A scenario.",
		"example=no-such-name": "A scenario.",
	} {
		p := openFrom(t, site, "/embed.html?run=click#"+fragment)
		p.until(`document.querySelector("#shell-text").textContent`)
		if got := p.text("#shell-text"); !strings.HasPrefix(got, says) {
			t.Errorf("%s: %q", fragment, got)
		}
		p.axe()
	}
}

func TestTheWayOutCarriesTheTextOfTheMoment(t *testing.T) {
	p := hosted(t, frame("view=policy&host=HOST", "example=pull-image", ""))
	p.told("verdict")
	if got := inFrame[string](p, 0, `document.querySelector("#away").href`); got != site+"/#example=pull-image" {
		t.Errorf("at first it leads to %s", got)
	}
	p.clickIn(0, "#policy-0 .cm-line")
	p.do(chromedp.KeyEvent("Allow any-user to read repos in tenancy "))
	p.told("change")
	inFrame[bool](p, 0, `(document.querySelector("#away").dispatchEvent(new MouseEvent("mouseover", {bubbles: true})), true)`)
	away := inFrame[string](p, 0, `document.querySelector("#away").href`)
	if !strings.HasPrefix(away, site+"/#p1.") {
		t.Fatalf("it leads to %s", away)
	}
	open(t, strings.TrimPrefix(away, site)).sees("#policy-0", "Allow any-user to read repos in tenancy")
}

func TestTheWheelScrollsThePageAroundUntilTheFrameIsEntered(t *testing.T) {
	p := hosted(t, frame("host=HOST", "example=pull-image", "")+below)
	p.told("verdict")
	turn := func() {
		p.do(chromedp.ActionFunc(func(ctx context.Context) error {
			return input.DispatchMouseEvent(input.MouseWheel, 200, 100).WithDeltaX(0).WithDeltaY(60).Do(ctx)
		}))
	}
	turn()
	p.until(`scrollY > 0`)
	eval[bool](p, `(scrollTo(0, 0), true)`)
	p.clickIn(0, ".pane-head h2")
	eval[bool](p, `(scrollTo(0, 0), true)`)
	turn()
	p.untilIn(0, `scrollY > 0`)
	if eval[float64](p, `scrollY`) != 0 {
		t.Error("the page around was scrolled as well")
	}
}

func TestAFrameSaysWhyItDoesNotStart(t *testing.T) {
	p := openFrom(t, broken(t, instead("/*.wasm", answer("text/html", "<h1>Hello</h1>"))), "/embed.html#src=Allow%20group%20A")
	p.expect("")
	p.sees(".failure", "sent something else (text/html)")
	if got := p.text("#shell-text"); got != "Allow group A" {
		t.Errorf("the text reads %q", got)
	}
	p.axe()
}

// closed serves the site as a host does that lets no other origin read its files.
func closed(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { site.ServeHTTP(private{w}, r) })
}

type private struct{ http.ResponseWriter }

func (p private) WriteHeader(status int) {
	p.Header().Del("Access-Control-Allow-Origin")
	p.ResponseWriter.WriteHeader(status)
}

func TestAFrameInASandboxSaysWhatItsHostHasToSend(t *testing.T) {
	p := hostedOn(t, "127.0.0.1", broken(t, closed), strings.Replace(strict, "BODY", frame("host=HOST", oneStatement, `sandbox="allow-scripts"`), 1))
	p.until(`got("error")?.code === "load" && got("error").message.includes("Access-Control-Allow-Origin")`)
}

func TestADamagedLinkIsSaidInAFrame(t *testing.T) {
	p := openFrom(t, site, "/embed.html?view=policy#p1.AbCdEfGh")
	p.sees(".damaged", "The link is")
	p.axe()
}

func TestAReadOnlyFrameTellsMembershipsInWords(t *testing.T) {
	p := openFrom(t, site, "/embed.html?view=tree&readonly=1#example=patterns")
	p.verdict("DENIED")
	eval[bool](p, `([...document.querySelectorAll(".resident-head")].forEach((head) => head.click()), true)`)
	p.until(`document.querySelector("span.chip")`)
	if eval[bool](p, `Boolean(document.querySelector("[data-act=member]"))`) {
		t.Error("it offers to change a membership")
	}
	p.axe()
}

func TestAReadOnlyFrameOffersNoEdit(t *testing.T) {
	p := openFrom(t, site, "/embed.html?readonly=1#example=pull-image")
	p.verdict("DENIED")
	p.until(`document.querySelector("#policy-0 .cm-content")`)
	p.axe()
	offered := `[...document.querySelectorAll("button, select, input")].filter((e) => e.checkVisibility() && !["show", "fold", "entry", "load", "json", "copy-text", "copy-markdown", "copy-least", "checks-text"].includes(e.dataset.act)).map((e) => e.outerHTML).join()`
	if got := eval[string](p, offered); got != "" {
		t.Errorf("offered: %s", got)
	}
	p.focus("#policy-0 .cm-content")
	p.do(chromedp.KeyEvent("x"))
	p.click(".tree-row:nth-child(2)")
	p.until(`document.querySelector("#policy-0 .cm-content").textContent.startsWith("Allow")`)
	p.verdict("DENIED")
}
