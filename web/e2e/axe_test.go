//go:build !js

package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// violation is what axe-core finds wrong, and where.
type violation struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Where []string `json:"where"`
}

const runAxe = `axe.run(document, {resultTypes: ["violations"], iframes: false}).then((found) => found.violations.map((v) => (
	{id: v.id, help: v.help, where: v.nodes.map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? ""))})))`

// axe fails the test for everything on the page that keeps somebody out.
func (p *page) axe() {
	p.t.Helper()
	script, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		p.t.Fatalf("axe-core is not installed (make test-e2e): %v", err)
	}
	p.do(chromedp.Evaluate(string(script)+";0", nil))
	for _, v := range eval[[]violation](p, runAxe) {
		p.t.Errorf("axe: %s (%s)\n  %s", v.Help, v.ID, strings.Join(v.Where, "\n  "))
	}
}

// scheme asks the page for its light or dark look, as a system would.
func (p *page) scheme(scheme string) {
	p.t.Helper()
	p.do(Prefers(scheme))
}

func TestNothingOnThePageKeepsAnybodyOut(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		for _, view := range []string{"wide", "narrow"} {
			t.Run(fmt.Sprintf("%s %s", scheme, view), func(t *testing.T) {
				p := open(t, "/")
				p.scheme(scheme)
				if view == "narrow" {
					p.narrow()
				}
				p.axe()
			})
		}
	}
}
