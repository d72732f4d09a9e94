//go:build !js

package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// looks is a JavaScript expression for what tells an element from others where colours are not the page's to choose.
func looks(selector string) string {
	return fmt.Sprintf(`(({outlineStyle, outlineColor, borderColor, backgroundColor, clipPath, borderRadius, color}) =>
		[outlineStyle, outlineStyle === "none" ? "" : outlineColor, borderColor, backgroundColor, clipPath, borderRadius, color].join(" "))(getComputedStyle(document.querySelector(%q)))`, selector)
}

// unlike fails the test when two elements look the same.
func (p *page) unlike(one, other string) {
	p.t.Helper()
	if a, b := eval[string](p, looks(one)), eval[string](p, looks(other)); a == b {
		p.t.Errorf("%s and %s look the same: %s", one, other, a)
	}
}

func (p *page) forced() {
	p.t.Helper()
	p.do(media("forced-colors", "active"))
	p.until(`matchMedia("(forced-colors: active)").matches`)
}

const shape = ".verdict-word .shape"

func TestForcedColoursLeaveEveryOutcomeApart(t *testing.T) {
	p := open(t, example)
	p.forced()
	p.verdict("DENIED")
	denied := eval[string](p, looks(shape))
	p.unlike(shape, ".band")
	p.unlike(".mark-near", ".policy-marks")
	p.until(`[...document.querySelectorAll(".facet > .sign")].some((s) => s.textContent.includes("✗")) && [...document.querySelectorAll(".facet > .sign")].some((s) => s.textContent.includes("✓"))`)
	p.until(`getComputedStyle(document.querySelector(".attempt .failed")).textDecorationLine === "underline"`)
	p.until(`getComputedStyle(document.querySelector(".fix-edit del")).textDecorationLine === "line-through" && getComputedStyle(document.querySelector(".fix-edit ins")).textDecorationLine === "underline"`)
	p.click("[data-act=fix-story]")
	p.verdict("ALLOWED")
	if allowed := eval[string](p, looks(shape)); allowed == denied {
		t.Errorf("allowed and denied have the same shape: %s", allowed)
	}
	p.unlike(".tree-row.current", ".tree-row:not(.current)")
	p.unlike(".check.current", ".check:not(.current)")
	p.unlike(`.choice[aria-pressed="true"]`, `.choice[aria-pressed="false"]`)
	p.unlike(".split-policies", ".pane-tenancy")
	p.narrow()
	p.unlike(`.tab[aria-current="true"]`, `.tab[aria-current="false"]`)
	p.axe()
}

// focusShown is the element that has the focus and does not show it, "" when it does. An editor takes a moment to.
const focusShown = `new Promise((done) => setTimeout(done, 30)).then(() => {
	const at = document.activeElement.closest(".cm-editor") ?? document.activeElement, look = getComputedStyle(at);
	if (at === document.body) return "";
	return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1 && look.outlineColor !== getComputedStyle(document.body).backgroundColor ? "" : at.outerHTML.slice(0, 120);
})`

func TestTheFocusIsAlwaysSeen(t *testing.T) {
	for _, look := range [][2]string{{"forced-colors", "active"}, {"prefers-color-scheme", "light"}, {"prefers-color-scheme", "dark"}} {
		t.Run(look[0]+" "+look[1], func(t *testing.T) {
			p := open(t, example)
			p.do(media(look[0], look[1]))
			p.verdict("DENIED")
			for range 60 {
				p.press(kb.Tab)
				if hidden := eval[string](p, focusShown); hidden != "" {
					t.Errorf("no focus is seen on %s", hidden)
				}
			}
		})
	}
}

// behind is the element that has the focus and lies behind another, "" when it is in sight.
const behind = `(() => {
	const at = document.activeElement, box = at.getBoundingClientRect();
	const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 24) / 2);
	return at === document.body || at.contains(top) || top?.contains(at) ? "" : at.outerHTML.slice(0, 120);
})()`

func TestTheFocusIsNotBehindTheVerdict(t *testing.T) {
	for name, size := range map[string][2]int64{"phone": {390, 500}, "zoomed": {320, 400}, "tablet": {900, 500}} {
		t.Run(name, func(t *testing.T) {
			p := open(t, "/#example=time-window")
			p.do(chromedp.EmulateViewport(size[0], size[1]))
			p.verdict("ALLOWED")
			p.pane("request")
			p.focus("#request [data-act=add-check]")
			for range 24 {
				p.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(input.ModifierShift)))
				if hidden := eval[string](p, behind); hidden != "" {
					t.Errorf("out of sight is %s", hidden)
				}
			}
			for range 24 {
				p.press(kb.Tab)
				if hidden := eval[string](p, behind); hidden != "" {
					t.Errorf("on the way down out of sight is %s", hidden)
				}
			}
		})
	}
}

func TestNothingMovesForThoseWhoAskForRest(t *testing.T) {
	const glides = `(() => { const e = document.querySelector(".card"), look = getComputedStyle(e);
		Object.assign(e.style, {transition: "opacity 3s", animation: "spin 3s infinite", scrollBehavior: "smooth"});
		return [look.transitionDuration, look.animationName, look.scrollBehavior].join(" "); })()`
	p := open(t, example)
	p.verdict("DENIED")
	if got := eval[string](p, glides); got != "3s spin smooth" {
		t.Errorf("what moves by itself is %s", got)
	}
	p.do(media("prefers-reduced-motion", "reduce"))
	if got := eval[string](p, glides); got != "0s none auto" {
		t.Errorf("what moves for those who ask for rest is %s", got)
	}
	p.click("[data-kind=examples]")
	p.until(`document.querySelector("dialog[open]")`)
	if n := eval[int](p, `document.getAnimations({subtree: true}).filter((a) => a.playState === "running").length`); n > 0 {
		t.Errorf("%d things move", n)
	}
}

func TestOnPaperStandsEverything(t *testing.T) {
	const shown = `["#policies", "#tenancy", "#request", "#verdict", "#why", ".header", "[data-act=fix-story]"].filter((s) => document.querySelector(s).checkVisibility()).join(" ")`
	p := open(t, example)
	p.verdict("DENIED")
	for name, size := range map[string]func(){"a phone's": p.narrow, "a wide": func() { p.do(chromedp.EmulateViewport(1400, 800)) }} {
		size()
		p.do(emulation.SetEmulatedMedia().WithMedia("print"))
		if got := eval[string](p, shown); got != "#policies #tenancy #request #verdict #why" {
			t.Errorf("on %s paper stand %s", name, got)
		}
		if cut := eval[bool](p, `document.querySelector("#why").getBoundingClientRect().bottom > document.documentElement.scrollHeight + 1 || getComputedStyle(document.querySelector("#policies")).overflowY !== "visible"`); cut {
			t.Errorf("%s paper ends before the page does", name)
		}
		p.do(emulation.SetEmulatedMedia())
	}
}
