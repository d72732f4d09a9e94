//go:build !js

package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const listed = ".cm-tooltip-autocomplete"

// over is the middle of the words in an editor that a script finds.
func (p *page) over(words string) (x, y float64) {
	p.t.Helper()
	p.until(fmt.Sprintf(`[...document.querySelectorAll("#policy-0 [class*=tok-]")].some((w) => w.textContent === %q)`, words))
	at := eval[[]float64](p, fmt.Sprintf(`(() => {
		const box = [...document.querySelectorAll("#policy-0 [class*=tok-]")].find((w) => w.textContent === %q).getBoundingClientRect();
		return [box.left + box.width / 2, box.top + box.height / 2];
	})()`, words))
	return at[0], at[1]
}

// caretIn clicks into words of the first policy.
func (p *page) caretIn(words string) {
	p.t.Helper()
	x, y := p.over(words)
	p.do(chromedp.MouseClickXY(x, y))
}

func TestWordsAreOfferedWhileTyping(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	p.replace("#policy-0", "Allow group D")
	p.sees(listed, "Dev Team")
	p.axe()
	p.until(`new Promise((done) => setTimeout(() => done(true), 150))`) // a list just shown does not take a key at once
	p.press(kb.Enter)
	p.sees("#policy-0 .cm-content", "Allow group 'Dev Team'")
	p.do(chromedp.KeyEvent(" to manage buckets in compartment "))
	p.sees(listed, "Storage")
	p.do(chromedp.KeyEvent("Storage"))
	p.until(`!document.querySelector("` + listed + `")`)
	p.verdict("ALLOWED")
}

func TestWordsAreOfferedWhenAskedForAndTakenByMouse(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	p.caretIn("manage")
	p.do(chromedp.KeyEvent(" ", chromedp.KeyModifiers(input.ModifierCtrl)))
	p.sees(listed, "manage")
	p.press(kb.Escape)
	p.until(`!document.querySelector("` + listed + `")`)
	p.replace("#sentence", "alice may ListB")
	p.sees(listed, "ListBuckets")
	p.do(chromedp.Evaluate(`[...document.querySelectorAll("`+listed+` li")].find((l) => l.textContent.includes("ListBuckets"))`+
		`.dispatchEvent(new MouseEvent("mousedown", {bubbles: true, cancelable: true}))`, nil))
	p.sees("#sentence", "alice may ListBuckets")
}

func TestAWordIsExplainedByMouseAndByKeyboard(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	x, y := p.over("manage")
	p.do(chromedp.MouseEvent(input.MouseMoved, x, y), chromedp.MouseEvent(input.MouseMoved, x+1, y))
	p.sees(".policy-hover", "manage adds")
	p.axe()
	p.do(chromedp.MouseEvent(input.MouseMoved, 700, 20))
	p.until(`!document.querySelector(".policy-hover")`)
	p.caretIn("buckets")
	p.do(chromedp.MouseEvent(input.MouseMoved, 700, 20), chromedp.KeyEvent("i", chromedp.KeyModifiers(input.ModifierCtrl)))
	p.sees(".policy-hover", "BUCKET_INSPECT")
	p.sees(".cm-announced", "BUCKET_INSPECT")
	p.press(kb.Escape)
	p.until(`!document.querySelector(".policy-hover")`)
}

func TestANameLeadsToItsEntryInTheTenancy(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	p.caretIn("StorageAdmins")
	p.press(kb.F12)
	p.until(`document.querySelector("#tenancy-text")?.contains(document.activeElement)`)
	p.until(`getSelection().toString() === "StorageAdmins"`)
	p.click("[data-act=json]:not([data-on=on])")
	x, y := p.over("Auditors")
	p.do(chromedp.MouseClickXY(x, y, chromedp.ButtonModifiers(input.ModifierCtrl)))
	p.until(`getSelection().toString() === "Auditors"`)
}

func TestAGroupIsRenamedEverywhere(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	p.caretIn("Auditors")
	p.press(kb.F2)
	p.until(`document.activeElement.id === "new-name" || document.querySelector("dialog[open] #new-name")`)
	p.overwrite("#new-name", "Dev team")
	p.press(kb.Enter)
	p.sees("#rename-problem", "already")
	p.axe()
	p.overwrite("#new-name", "Night Shift")
	p.click("[data-act=rename-to]")
	p.until(`!document.querySelector("dialog[open]")`)
	p.sees("#policy-0", "group 'Night Shift' to inspect")
	p.sees("#tenancy", "Night Shift · carol")
	p.click("[data-act=undo]")
	p.sees("#policy-0", "group Auditors to inspect")
	p.sees("#tenancy", "Auditors · carol")
}

func TestAnOddWordIsUnderlinedToldAndMended(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	p.replace("#policy-0", "Allow group StorageAdmins to manage bucket in tenancy")
	p.until(`document.querySelector("#policy-0 .cm-lintRange-error")?.textContent === "bucket"`)
	x, y := p.middle(".cm-lintRange-error")
	p.do(chromedp.MouseEvent(input.MouseMoved, x, y), chromedp.MouseEvent(input.MouseMoved, x+1, y))
	p.sees(".cm-tooltip-lint", "buckets")
	p.axe()
	p.click(".cm-tooltip-lint .cm-diagnosticAction")
	p.sees("#policy-0 .cm-content", "manage buckets in tenancy")
	p.replace("#policy-0", "Allow group StorageAdmins to manage bucket in tenancy")
	p.until(`document.querySelector("#policy-0 .cm-lintRange-error")?.textContent === "bucket"`) // nothing that was wrong while it was typed
	p.press(kb.F8)
	p.sees(".cm-tooltip", "buckets")
	p.do(chromedp.KeyEvent(".", chromedp.KeyModifiers(input.ModifierCtrl)))
	p.sees("#policy-0 .cm-content", "manage buckets in tenancy")
	p.until(`!document.querySelector("#policy-0 .cm-lintRange-error")`)
}

func TestAdviceComesWhenTypingPauses(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	p.replace("#policy-0", "Allow any-user to manage buckets in tenancy")
	p.until(`document.querySelector("#policy-0 .cm-lintRange-warning")?.textContent === "any-user"`)
	p.sees(".problem.warning", "nothing limits who this is for")
	p.click(".problem.warning summary")
	p.sees(".problem.warning details[open]", "tomorrow")
	p.axe()
	p.replace("#policy-0", "# lint: ignore open-to-everyone, prefer-any-group\nAllow any-user to manage buckets in tenancy")
	p.until(`!document.querySelector(".problem.warning")`)
}

func TestPoliciesAreFormattedByMouseAndByKeyboard(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	for name, format := range map[string]func(){
		"mouse": func() { p.click("[data-act=format]") },
		"keyboard": func() {
			p.do(input.DispatchKeyEvent(input.KeyRawDown).WithKey("F").WithModifiers(input.ModifierShift | input.ModifierAlt))
		},
	} {
		p.replace("#policy-0", "allow   GROUP Auditors TO inspect buckets in tenancy")
		format()
		p.until(`document.querySelector("#policy-0 .cm-content").innerText.trim() === "Allow group Auditors to inspect buckets in tenancy"`)
		t.Log(name)
	}
}

// middle is the middle of the first element that matches.
func (p *page) middle(selector string) (x, y float64) {
	p.t.Helper()
	p.rests(selector)
	at := eval[[]float64](p, fmt.Sprintf(`(() => {
		const box = document.querySelector(%q).getBoundingClientRect();
		return [box.left + box.width / 2, box.top + box.height / 2];
	})()`, selector))
	return at[0], at[1]
}

func TestACardLeadsToTheTenancyAndRenames(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	card := func() {
		x, y := p.over("Auditors")
		p.do(chromedp.MouseEvent(input.MouseMoved, x, y), chromedp.MouseEvent(input.MouseMoved, x+1, y))
		p.sees(".policy-hover", "Rename everywhere")
	}
	card()
	p.axe()
	p.click(".policy-act:last-child")
	p.until(`document.querySelector("dialog[open] #new-name")`)
	p.overwrite("#new-name", "Readers")
	p.click("[data-act=rename-to]")
	p.sees("#policy-0", "group Readers to inspect")
	p.click("[data-act=undo]")
	p.sees("#policy-0", "group Auditors to inspect")
	card()
	p.click(".policy-act")
	p.until(`getSelection().toString() === "Auditors"`)
}
