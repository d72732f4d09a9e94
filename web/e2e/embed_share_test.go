//go:build !js

package e2e

import (
	"testing"
)

func TestTheShareDialogHasAFrameToPaste(t *testing.T) {
	p := open(t, example)
	p.verdict("DENIED")
	p.click("[data-kind=share]")
	p.until(`document.querySelector("#snippet")?.value.includes("view=policy")`)
	p.choose("#framed", "verdict")
	p.until(`document.querySelector("#snippet").value.includes("view=verdict")`)
	p.click(".snippet summary")
	p.untilIn(0, `document.querySelector("#why .need")`)
	p.axe()
	elsewhere := hostedOn(t, "127.0.0.1", site, "<!doctype html><html lang=en><title>Another site</title><link rel=icon href=data:,>"+eval[string](p, `document.querySelector("#snippet").value`))
	elsewhere.untilIn(0, `document.querySelector(".verdict-word .word")?.textContent === "DENIED"`)
}
