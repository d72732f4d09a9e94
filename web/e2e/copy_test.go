//go:build !js

package e2e

import "testing"

// A page that is not served securely has no clipboard; the text is selected and copied then.
func TestWhatIsCopiedIsCopiedWithoutAClipboard(t *testing.T) {
	p := open(t, example)
	p.verdict("DENIED")
	eval[bool](p, `(Object.defineProperty(navigator, "clipboard", {value: undefined}),
		addEventListener("copy", ({target}) => { window.copied = target.value; }), true)`)
	p.click("[data-act=copy-text]")
	p.until(`copied.startsWith("DENIED")`)
	p.click("[data-kind=share]")
	p.click("dialog [data-act=copy-link]")
	p.until(`copied === document.querySelector("dialog [data-act=link]").value`)
	p.sees(".told", "The link is copied.")
	p.until(`document.activeElement.matches("[data-act=copy-link]")`)
}
