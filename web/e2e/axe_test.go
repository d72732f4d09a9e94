//go:build !js

package e2e

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// violation is what axe-core finds wrong, and where.
type violation struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Where []string `json:"where"`
}

const runAxe = `axe.run(document, {resultTypes: ["violations"], iframes: false}).then((found) => found.violations.map((v) => (
	{id: v.id, help: v.help, where: v.nodes.map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? ""))})))`

// violations is what keeps somebody out of the page as it is.
func (p *page) violations() []violation {
	p.t.Helper()
	if !eval[bool](p, `"axe" in window`) {
		script, err := os.ReadFile("node_modules/axe-core/axe.min.js")
		if err != nil {
			p.t.Fatalf("axe-core is not installed (make test-e2e): %v", err)
		}
		p.do(chromedp.Evaluate(string(script)+";0", nil))
	}
	return eval[[]violation](p, runAxe)
}

// axe fails the test for everything on the page that keeps somebody out.
func (p *page) axe() {
	p.t.Helper()
	for _, v := range p.violations() {
		p.t.Errorf("axe: %s (%s)\n  %s", v.Help, v.ID, strings.Join(v.Where, "\n  "))
	}
}

// scheme asks the page for its light or dark look, as a system would.
func (p *page) scheme(scheme string) {
	p.t.Helper()
	p.do(Prefers(scheme))
}

// stage is a state of the page, and how to get there from the one before.
type stage struct {
	name string
	show func(p *page)
}

// asks opens a dialog with a button that every page has.
func asks(kind string) stage {
	return stage{kind, func(p *page) { p.click("[data-kind=" + kind + "]"); p.until(`document.querySelector("dialog[open]")`) }}
}

// stages are all views, dialogs and popups, in an order in which one leads to the next. A dialog is left before the next is
// shown.
var stages = []stage{
	{"a first visit", func(p *page) { p.until(`document.querySelector(".hint").checkVisibility()`) }},
	{"a denial with fixes", func(p *page) { p.click("[data-act=greet]"); p.pane("verdict") }},
	asks("examples"), asks("open"),
	{"an import", func(p *page) {
		p.click("[data-kind=open]")
		p.paste(compartmentList)
		p.sees("#import-preview", "Gone")
	}},
	asks("download"), asks("help"), asks("share"),
	{"redacting", func(p *page) {
		p.click("[data-kind=share]")
		p.click("#redact")
		p.until(`document.querySelector(".pairs td")`)
	}},
	{"the tree", func(p *page) { p.pane("tenancy"); p.goToRow("Images") }},
	keyed("adding", kb.Insert), keyed("renaming", kb.F2), keyed("deleting", kb.Delete),
	{"moving", func(p *page) {
		p.goToRow("Images")
		p.shift("M")
		p.choose("#form-to", "MyCompartment")
		p.sees(".effects", "Checks")
	}},
	{"tagging", func(p *page) { p.goToRow("Images"); p.shift("T"); p.until(`document.querySelector("#form-key0")`) }},
	{"a rule", func(p *page) {
		p.click(section("Dynamic groups") + " .resident-head")
		p.until(`document.querySelector("#rule-text .cm-content")`)
	}},
	{"adding a tenancy", func(p *page) {
		p.click("[data-act=ask][data-kind=tenancy]")
		p.until(`document.querySelector("dialog[open]")`)
	}},
	{"another tenancy", func(p *page) {
		p.click("[data-act=ask][data-kind=tenancy]")
		p.overwrite("#form-name", "partner")
		p.press(kb.Enter)
		p.dialog("")
		p.goToRow("Shared")
		p.click(section("Users") + " .resident-head")
		p.until(`document.querySelector(".resident.open .chip")`)
	}},
	{"tenancy.json", func(p *page) {
		p.click("[data-act=json][data-on=on]")
		p.until(`document.querySelector("#tenancy-text .cm-content")`)
	}},
	{"the request", func(p *page) { p.pane("request") }},
	{"the checks as text", func(p *page) {
		p.click("[data-act=checks-text]")
		p.until(`document.querySelector("#checks-text .cm-content")`)
	}},
	{"problems with fixes", func(p *page) {
		p.pane("policies")
		p.replace("#policy-0", "Allow group Nobody too read")
		p.press(kb.Escape)
		p.sees(".problems", "error")
		p.until(`document.querySelector(".problems .fix-edit")`)
	}},
	{"words to go on with", func(p *page) { p.replace("#policy-0", "Allow dynamic-group c"); p.sees(listed, "container-instances") }},
	{"a card", func(p *page) {
		p.press(kb.Escape)
		p.replace("#policy-0", "Allow any-user to read repos")
		p.press(kb.Escape, kb.ArrowLeft)
		p.ctrl("i")
		p.sees(".policy-hover", "repos")
	}},
	{"a new scenario", func(p *page) {
		p.press(kb.Escape)
		p.click("[data-act=new]")
		p.pane("policies")
		p.until(`document.querySelector(".card-name").value === "developers"`)
	}},
	{"nothing at all", func(p *page) {
		p.click("[data-act=remove-policy]")
		p.pane("request")
		p.click("[data-act=checks-text]")
		p.click("[data-act=remove-check]")
		p.sees(".checks", "No checks yet")
	}},
	{"the catalog", func(p *page) {
		p.do(chromedp.Evaluate(`location.hash = "catalog/"`, nil))
		p.sees(".finds", "Object Storage")
	}},
	{"an entry of the catalog", func(p *page) {
		p.do(chromedp.Evaluate(`location.hash = "catalog/LaunchInstance"`, nil))
		p.sees("#entry", "LaunchInstance")
	}},
	{"a link that does not open", func(p *page) {
		p.do(chromedp.Evaluate(`location.hash = "p1.AbCdEfGh"`, nil))
		p.until(`document.querySelector(".damaged")`)
	}},
}

// keyed asks for a form with a key in the tree.
func keyed(name, key string) stage {
	return stage{name, func(p *page) {
		p.goToRow("Images")
		p.press(key)
		p.until(`document.querySelector("dialog[open]")`)
	}}
}

// TestNoViewKeepsAnybodyOut goes through them wide and light, and narrow and dark.
func TestNoViewKeepsAnybodyOut(t *testing.T) {
	patience *= 5
	t.Cleanup(func() { patience /= 5 })
	for scheme, narrow := range map[string]bool{"light": false, "dark": true} {
		t.Run(scheme, func(t *testing.T) {
			p := open(t, "/")
			p.scheme(scheme)
			if narrow {
				p.narrow()
			}
			p.verdict("DENIED")
			for _, s := range stages {
				if eval[bool](p, `!!document.querySelector("dialog[open]")`) {
					p.press(kb.Escape)
					p.dialog("")
				}
				t.Log(s.name)
				s.show(p)
				p.axe()
			}
		})
	}
}
