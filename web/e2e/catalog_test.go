//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestTheCatalogIsReadSearchedAndLeft(t *testing.T) {
	p := open(t, example)
	p.verdict("DENIED")
	p.click("a[href='#catalog/']")
	p.sees(".finds", "Object Storage")
	p.axe()
	p.focus("#look-up")
	p.do(chromedp.KeyEvent("volume wri"))
	p.sees(".finds li:first-child", "VOLUME_WRITE")
	p.press(kb.Enter)
	p.sees("#entry", "VOLUME_WRITE")
	p.until(`location.hash === "#catalog/VOLUME_WRITE"`)
	p.click(".entry a[href='#catalog/volume-family']")
	p.sees("#entry", "volume-family")
	p.until(`document.activeElement.id === "entry"`)
	p.axe()
	p.do(chromedp.NavigateBack())
	p.sees("#entry", "VOLUME_WRITE")
	p.click("[data-act=insert-text]")
	p.sees(".notice", "Added to the policy")
	p.click("[data-act=shut-catalog]")
	p.sees("#policy-0", "{VOLUME_WRITE}")
	p.verdict("DENIED")
	p.until(`location.hash.startsWith("#p1.")`)
	p.click("[data-act=undo]")
	p.until(`!document.querySelector("#policy-0").textContent.includes("VOLUME_WRITE")`)
}

func TestAPageOfTheCatalogHasALink(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		p := open(t, "/#catalog/LaunchInstance")
		p.scheme(scheme)
		p.sees("#entry", "LaunchInstance")
		p.sees(".entry", "when a network security group is given")
		p.axe()
		p.narrow()
		p.axe()
		if wide := eval[bool](p, `document.documentElement.scrollWidth > innerWidth`); wide {
			t.Error("the page is wider than the phone")
		}
		p.click("[data-act=shut-catalog]")
		p.verdict("DENIED")
		p.until(`location.hash === ""`)
	}
}

func TestACardLeadsToTheCatalog(t *testing.T) {
	p := open(t, example)
	x, y := p.over("repos")
	p.do(chromedp.MouseEvent(input.MouseMoved, x, y), chromedp.MouseEvent(input.MouseMoved, x+1, y))
	p.sees(".policy-hover", "Open in the catalog")
	p.click(".policy-act")
	p.sees("#entry", "repos")
	p.do(chromedp.NavigateBack())
	p.verdict("DENIED")
}
