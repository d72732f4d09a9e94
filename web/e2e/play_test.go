//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const example = "/#example=pull-image"

// verdict waits until the band says a word.
func (p *page) verdict(word string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector(".verdict-word .word")?.textContent === %q`, word))
}

// sees waits until an element has these words in it.
func (p *page) sees(selector, words string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector(%q)?.textContent.includes(%q)`, selector, words))
}

// click clicks the first element that matches.
func (p *page) click(selector string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector(%q)`, selector))
	p.rests(selector)
	p.touch(chromedp.Click(selector, chromedp.ByQuery))
}

// rests waits until an element has stood where it is for a few frames: the panes are drawn after the verdict, which moves them.
func (p *page) rests(selector string) {
	p.t.Helper()
	eval[bool](p, fmt.Sprintf(`new Promise((done) => {
		let before, same = 0;
		const look = () => {
			const now = JSON.stringify(document.querySelector(%q)?.getBoundingClientRect());
			same = now === before ? same + 1 : 0;
			before = now;
			same === 4 ? done(true) : requestAnimationFrame(look);
		};
		look();
	})`, selector))
}

// touch does something with an element, again where that was drawn anew meanwhile.
func (p *page) touch(does chromedp.Action) {
	p.t.Helper()
	err := chromedp.Run(p.ctx, does)
	for err != nil && strings.Contains(err.Error(), "Could not find node") {
		err = chromedp.Run(p.ctx, does)
	}
	if err != nil {
		p.t.Fatal(err)
	}
}

// focus moves the focus to the first element that matches, once there is one.
func (p *page) focus(selector string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`(document.querySelector(%[1]q)?.focus(), document.activeElement === document.querySelector(%[1]q))`, selector))
}

// replace empties an editor and types a text. (Typed over a selection, Chromium gives the first letter the old words' look
// as inline style, which the page's policy blocks and reports.)
func (p *page) replace(editor, text string) {
	p.t.Helper()
	p.focus(editor + " .cm-content")
	p.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(2)))
	p.press(kb.Delete)
	p.until(fmt.Sprintf(`document.querySelector(%q).textContent === ""`, editor+" .cm-content"))
	p.do(chromedp.KeyEvent(text))
}

// press sends a key to whatever has the focus.
func (p *page) press(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		if k == kb.Enter {
			p.enter()
			continue
		}
		p.do(chromedp.KeyEvent(k))
	}
}

// enter presses Enter as a keyboard does: the page may keep it from doing more. The library sends what Enter writes apart
// from the key, to whatever has the focus by then.
func (p *page) enter() {
	p.t.Helper()
	key := func(kind input.KeyType) *input.DispatchKeyEventParams {
		return input.DispatchKeyEvent(kind).WithKey("Enter").WithCode("Enter").WithWindowsVirtualKeyCode(13)
	}
	p.do(key(input.KeyDown).WithText("\r"), key(input.KeyUp))
}

// tabTo presses Tab until an element that matches has the focus.
func (p *page) tabTo(selector string) {
	p.t.Helper()
	for range 120 {
		if eval[bool](p, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
		p.press(kb.Tab)
	}
	p.t.Fatalf("Tab does not reach %s", selector)
}

func TestAnEditFlipsTheVerdict(t *testing.T) {
	p := open(t, example)
	p.verdict("DENIED")
	p.sees(".need-title", "statement")
	p.sees(".attempt .failed", "compartment MyCompartment")
	p.replace("#policy-0", "Allow dynamic-group container-instances to read repos in tenancy")
	p.verdict("ALLOWED")
	p.sees(".need-title", "Granted by")
	p.sees("#spoken", "Allowed")
	p.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(2)))
	p.verdict("DENIED")
}

func TestALinkShowsTheSamePageElsewhere(t *testing.T) {
	p := open(t, example)
	p.replace("#policy-0", "Allow dynamic-group container-instances to read repos in tenancy // 😀")
	p.verdict("ALLOWED")
	p.until(`location.hash.startsWith("#p1.")`)
	hash := eval[string](p, `new Promise((done) => setTimeout(() => done(location.hash), 700))`)
	other := open(t, "/"+hash)
	other.verdict("ALLOWED")
	for _, pane := range []string{"#policy-0 .cm-content", "#tenancy", "#request", "#verdict", "#why"} {
		if here, there := strings.TrimSpace(p.text(pane)), strings.TrimSpace(other.text(pane)); here != there {
			t.Errorf("%s reads %q here and %q there", pane, here, there)
		}
	}
	cut := open(t, "/"+hash[:len(hash)/2])
	cut.sees(".damaged", "The link is cut")
	cut.sees(".damaged pre", hash[:len(hash)/2])
	cut.until(`!document.querySelector("#policies").offsetParent`)
	cut.axe()
	cut.click("a[href='#catalog/']")
	cut.until(`document.querySelector(".reference").offsetParent && !document.querySelector(".damaged").offsetParent`)
	cut.click("[data-act=shut-catalog]")
	cut.click(".damaged [data-act=new]")
	cut.verdict("DENIED")
}

func TestAFixMendsThePolicy(t *testing.T) {
	p := open(t, example)
	p.click("[data-act=fix-story]")
	p.verdict("ALLOWED")
	p.click("[data-act=undo]")
	p.verdict("DENIED")
	p.sees(".tried", "ALLOWED")
	p.click("[data-act=insert]")
	p.verdict("ALLOWED")
	p.sees("#policy-0", "{REPOSITORY_READ}")
}

func TestTheDialectIsSwitched(t *testing.T) {
	p := open(t, example)
	p.click("[data-act=dialect][data-to=oracle]")
	p.until(`document.querySelector("[data-to=oracle]").getAttribute("aria-pressed") === "true"`)
	p.until(`location.hash.startsWith("#p1.")`)
}

func TestTheFormAndTheSentenceAreOne(t *testing.T) {
	p := open(t, example)
	p.choose("#where", "MyCompartment")
	p.verdict("ALLOWED")
	p.sees("#sentence", "in MyCompartment")
	p.replace("#sentence", "computecontainerinstance myapp-pod may not PullImage in Images")
	p.verdict("DENIED")
	p.until(`document.querySelector("#where").value === "Images"`)
	p.replace("#sentence", "myapp-pod may")
	p.verdict("CANNOT BE JUDGED")
	p.sees(".sentence-problems", "expected")
	p.axe()
}

func TestAPhoneShowsOnePaneAtATime(t *testing.T) {
	p := open(t, example)
	p.narrow()
	p.until(`document.querySelector("#why").offsetParent && !document.querySelector("#policies").offsetParent`)
	p.click(".tab[data-to=policies]")
	p.until(`document.querySelector("#policies").offsetParent && !document.querySelector("#why").offsetParent`)
	if wide := eval[bool](p, `document.documentElement.scrollWidth > innerWidth`); wide {
		t.Error("the page is wider than the phone")
	}
	p.do(chromedp.EmulateViewport(320, 640))
	for _, pane := range []string{"verdict", "policies", "tenancy", "request"} {
		p.click(".tab[data-to=" + pane + "]")
		p.until(fmt.Sprintf(`document.querySelector("#app").dataset.pane === %q`, pane))
		p.axe()
		if wide := eval[bool](p, `document.documentElement.scrollWidth > innerWidth`); wide {
			t.Errorf("%s is wider than 320 pixels", pane)
		}
	}
}

func TestTheHintForAFirstVisitComesOnce(t *testing.T) {
	const shown = `document.querySelector(".hint").checkVisibility()`
	for how, act := range map[string]func(p *page){
		"dismissed": func(p *page) { p.click("[data-act=greet]") },
		"acted":     func(p *page) { p.click("[data-act=fix-story]"); p.verdict("ALLOWED"); p.click("[data-act=undo]") },
	} {
		t.Run(how, func(t *testing.T) {
			p := open(t, "/")
			p.until(shown)
			act(p)
			p.until(`!` + shown)
			p.do(chromedp.Reload())
			p.until(Mounted)
			p.verdict("DENIED")
			p.until(`!` + shown)
		})
	}
}

func TestAFixIsPreviewedWhereItIsPointedAt(t *testing.T) {
	const edits = `[...document.querySelectorAll(".facet .fix-edit")].map((e) => e.checkVisibility() ? e.textContent : "").join("|")`
	p := open(t, example)
	p.verdict("DENIED")
	p.until(edits + `.match(/compartment MyCompartmentcompartment Images\|$/)`)
	p.focus("[data-act=fix-story]")
	p.press(kb.Tab)
	p.until(edits + `.match(/^\|.*compartment MyCompartmenttenancy$/)`)
	p.until(`document.querySelector("#policy-0 .lit")`)
	x, y := p.middle("[data-act=fix-story]")
	p.do(chromedp.Evaluate(`document.activeElement.blur()`, nil), chromedp.MouseEvent(input.MouseMoved, x, y))
	p.until(edits + `.match(/compartment Images\|$/)`)
	p.until(`document.getElementById(document.querySelector("[data-act=fix-story]").getAttribute("aria-describedby")).textContent.includes("Images")`)
	p.do(emulation.SetTouchEmulationEnabled(true))
	p.until(edits + `.match(/compartment Images\|.*tenancy$/)`)
}
