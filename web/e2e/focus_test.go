//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestWhatIsTakenLeavesTheFocusInItsPane(t *testing.T) {
	p := open(t, example)
	p.verdict("DENIED")
	p.focus("[data-act=fix-story]")
	p.press(kb.Enter)
	p.verdict("ALLOWED")
	p.until(`document.activeElement.id === "why"`)
	p.focus("[data-act=remove-policy]")
	p.press(kb.Enter)
	p.until(`document.activeElement.id === "policies"`)
}

func TestADialogBeginsWhereOneTypes(t *testing.T) {
	p := open(t, nested)
	p.click("[data-kind=open]")
	p.until(`document.activeElement.id === "open-text"`)
	p.press(kb.Escape)
	p.dialog("")
	p.goToRow("Prod")
	p.press(kb.F2)
	p.until(`document.activeElement.id === "new-name"`)
	p.do(chromedp.KeyEvent("Production"))
	p.press(kb.Enter)
	p.dialog("")
	p.onRow("Production")
}

func TestUndoInAnEditorTakesBackWhatChangedMoreThanItsText(t *testing.T) {
	p := open(t, nested)
	p.goToRow("Prod")
	p.press(kb.F2)
	p.overwrite("#new-name", "Production")
	p.press(kb.Enter)
	p.sees("#policy-0", "Production:TeamA:Storage")
	p.focus("#policy-0 .cm-content")
	p.do(chromedp.KeyEvent("x"))
	p.sees("#policy-0", "xAllow")
	p.ctrl("z")
	p.until(`!document.querySelector("#policy-0 .cm-content").textContent.includes("xAllow")`)
	p.sees("#policy-0", "Production:TeamA:Storage")
	p.ctrl("z") // the editor has nothing left to take back, so the page does
	p.until(row("Prod"))
	p.until(`!document.querySelector("#policy-0 .cm-content").textContent.includes("Production")`)
}

func TestUndoKeepsTheFocusWhenNothingIsLeftToUndo(t *testing.T) {
	p := open(t, example)
	p.click("[data-act=fix-story]")
	p.verdict("ALLOWED")
	p.until(`document.querySelector("[data-act=undo]").ariaDisabled === "false"`)
	p.focus("[data-act=undo]")
	for range 2 { // the second does nothing
		p.press(kb.Enter)
		p.verdict("DENIED")
	}
	p.until(`document.activeElement.matches("[data-act=undo][aria-disabled=true]")`)
	p.axe()
}

func TestAMoveToWhereACompartmentLiesIsNotOffered(t *testing.T) {
	p := open(t, nested)
	p.goToRow("Prod")
	p.click("[data-act=ask][data-kind=move]")
	p.until(`document.querySelector("dialog[open] [data-act=do-form]").disabled`)
	p.axe()
}

func TestUndoInAFrameTakesBackAFix(t *testing.T) {
	p := open(t, "/embed.html?view=full#example=pull-image")
	p.click("[data-act=fix-story]")
	p.verdict("ALLOWED")
	p.focus("#policy-0 .cm-content")
	p.ctrl("z")
	p.verdict("DENIED")
}
