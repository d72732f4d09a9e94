//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// ctrl presses a key with Control.
func (p *page) ctrl(key string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(input.ModifierCtrl)))
}

// stop waits until F6 has come to a pane.
func (p *page) stop(pane string) {
	p.t.Helper()
	p.press(kb.F6)
	p.until(`document.activeElement.id === "` + pane + `"`)
}

func TestTheKeyboardIsEnough(t *testing.T) {
	p := open(t, "/")

	// An example.
	p.press(kb.Tab)
	p.tabTo("[data-kind=examples]")
	p.press(kb.Enter)
	p.until(`document.activeElement.matches("dialog [data-act=filter]")`)
	p.do(chromedp.KeyEvent("cannot pull"))
	p.until(`document.querySelectorAll(".example").length === 1`)
	p.tabTo(".example[data-name=pull-image]")
	p.press(kb.Enter)
	p.dialog("")
	p.verdict("DENIED")

	// A policy, with a slip that is mended where it stands.
	p.stop("policies")
	p.tabTo("#policy-0 .cm-content")
	p.ctrl(kb.End)
	p.do(chromedp.KeyEvent("Allow any-user too inspect repos in tenancy"))
	p.press(kb.Escape)
	p.until(`document.querySelector("#policy-0 .cm-lintRange-error")?.textContent === "too"`)
	p.press(kb.F8)
	p.ctrl(".")
	p.sees("#policy-0", "Allow any-user to inspect repos in tenancy")
	p.verdict("DENIED")

	// The tree: a compartment moves below another.
	p.stop("tenancy")
	p.tabTo("[role=treeitem]")
	p.press(kb.End)
	p.onRow("Images")
	p.shift("M")
	p.until(`document.activeElement.id === "form-to"`)
	p.press("M")
	p.until(`document.activeElement.value === "MyCompartment"`)
	p.tabTo("[data-act=do-form]")
	p.press(kb.Enter)
	p.dialog("")
	p.onRow("Images")
	p.sees("#sentence", "in MyCompartment:Images")
	p.verdict("ALLOWED")
	p.sees("#spoken", "Allowed.")

	// The request.
	p.stop("request")
	p.tabTo("#where")
	p.press(kb.Home)
	p.sees("#sentence", "in tenancy")
	p.verdict("DENIED")
	p.sees("#spoken", "Denied. REPOSITORY_READ is missing.")
	p.sees("#spoken", "Nearest: line 2 of pull")

	// The chain, and what mends it.
	p.stop("verdict")
	p.stop("why")
	p.tabTo(".facet-name.grant")
	p.until(`document.querySelector("#policy-0 .lit")`)
	p.tabTo("[data-act=fix-story]")
	p.until(`getComputedStyle(document.activeElement.nextElementSibling).display !== "none"`)
	p.press(kb.Enter)
	p.verdict("ALLOWED")
	p.sees("#spoken", "Allowed.")

	// Sharing.
	p.do(chromedp.Evaluate(`document.activeElement.blur()`, nil))
	p.press(kb.Tab)
	p.tabTo("[data-kind=share]")
	p.press(kb.Enter)
	p.sees("dialog .meter", "characters")
	p.until(`document.querySelector("#share-link").value.includes("#p1.")`)
	p.tabTo("[data-act=copy-link]")
	p.press(kb.Escape)
	p.dialog("")
	p.until(`document.activeElement.matches("[data-kind=share]")`)
}
