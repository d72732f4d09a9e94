//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestTypingOverASelectionKeepsToThePolicyOfThePage(t *testing.T) {
	p := open(t, example)
	p.focus("#policy-0 .cm-content")
	p.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(2)))
	p.do(chromedp.KeyEvent("Allow any-user to read repos in tenancy"))
	p.verdict("ALLOWED")
	p.sees("#policy-0 .cm-content", "Allow any-user to read repos in tenancy")
	p.press(kb.Home)
	p.do(chromedp.KeyEvent(kb.ArrowRight, chromedp.KeyModifiers(8)), chromedp.KeyEvent("a"))
	p.until(`document.querySelector("#policy-0 .cm-content").textContent === "allow any-user to read repos in tenancy"`)
}
