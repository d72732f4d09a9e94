//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

func TestWhatAStatementNamesIsAddedFromTheProblemsAndTheEditor(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	p.replace("#policy-0", "Allow group Testers to read buckets in compartment Lab:Data")
	p.sees("#policies .problems", "add group Testers")
	p.axe()
	p.click(".problems [data-act=fix-problem]")
	p.sees("#tenancy", "Testers")
	p.until(`document.querySelector("#policy-0 .cm-lintRange-error")?.textContent === "Lab:Data"`)

	x, y := p.middle(".cm-lintRange-error")
	p.do(chromedp.MouseEvent(input.MouseMoved, x, y), chromedp.MouseEvent(input.MouseMoved, x+1, y))
	p.sees(".cm-tooltip-lint .cm-diagnosticAction", "add compartment")
	p.focus("#policy-0 .cm-content")
	p.ctrl(".")
	p.sees("#tenancy", "Lab")
	p.until(`!document.querySelector("#policy-0 .cm-lintRange-error")`)
	p.click("[data-act=undo]")
	p.until(`document.querySelector("#policy-0 .cm-lintRange-error")?.textContent === "Lab:Data"`)
	p.sees("#tenancy", "Testers")
}

func TestStatementsLaidOverWorkSayWhatIsMissingAndAddIt(t *testing.T) {
	p := open(t, "/#example=groups-and-verbs")
	p.replace("#policy-0", "Allow group Auditors to inspect buckets in tenancy")
	p.click(`[data-act=dialog][data-kind=open]`)
	p.paste("Allow group Testers to read buckets in compartment Lab\nAllow dynamic-group Robots to read buckets in compartment Lab:Data")
	p.until(`document.querySelector("#import-onto").checked`)
	p.click("[data-act=take]")
	p.sees(".notice", "The tenancy does not have: group Testers, compartment Lab, dynamic group Robots, compartment Lab:Data.")
	p.sees("#policies .problems", "Add all 4 that are missing")
	p.axe()
	p.scheme("dark")
	p.axe()
	p.do(chromedp.EmulateViewport(390, 844))
	p.fits("the notice")
	p.do(chromedp.EmulateViewport(1440, 900))
	p.click(".notice [data-act=add-missing]")
	p.until(`!document.querySelector(".problem.error, .notice")`)
	p.sees("#tenancy", "Robots")
	p.click("[data-act=undo]")
	p.sees("#policies .problems", "Add all 4 that are missing")
	p.click(".problems [data-act=add-missing]")
	p.until(`!document.querySelector(".problem.error")`)
}
