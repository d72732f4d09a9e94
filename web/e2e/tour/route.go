//go:build !js

package main

import (
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/tools/txtar"

	"oci-policy-playground/examples"
)

// route is what the tour visits: the page in each of the ways to come to it, and the language.
func route() ([]stop, error) {
	stops := []stop{
		{path: "/", acts: slices.Concat(write, ask, point, walk, anew, refused)},
		{path: "/", narrow: true, acts: slices.Concat(panes, write)},
		{path: "/#src=Allow%20group%20A%20to%20read%20buckets%20in%20tenancy", acts: slices.Concat(write, ask)},
		{path: "/#src=Alow%20group%20'A%20to%0Aread", acts: write},
		{path: "/#p1.AbCdEfGh"},
		{path: "/#example=no-such-example"},
		{path: "/", acts: slices.Concat(write, keptBy)},                   // the work that was kept
		{path: "/#example=conditions", acts: slices.Concat(write, again)}, // its link
	}
	for _, name := range examples.Names() {
		stops = append(stops, stop{path: "/#example=" + name, acts: slices.Concat(edit, ask, anew)})
	}
	for _, view := range []string{"", "?view=full", "?view=policy", "?view=verdict", "?view=request", "?view=tree"} {
		stops = append(stops, stop{path: "/embed.html" + view + "#example=tags", acts: point})
	}
	stops = append(stops, stop{path: "/embed.html#example=tags", acts: slices.Concat(write, anew)}, stop{path: "/embed.html?readonly=1#example=tags"})
	language, err := language()
	return append(stops, language...), err
}

// typed types into the first editor within an element, at its end, and takes some of it back.
func typed(within, text string, keys ...string) []chromedp.Action {
	acts := []chromedp.Action{script(focusOn(within)), chromedp.KeyEvent(kb.End, chromedp.KeyModifiers(2)), chromedp.KeyEvent(text)}
	for _, key := range keys {
		acts = append(acts, chromedp.KeyEvent(key))
	}
	return append(acts, chromedp.KeyEvent("z", chromedp.KeyModifiers(2)), settle)
}

// instead types over all that the first editor within an element holds.
func instead(within, text string) []chromedp.Action {
	all := chromedp.KeyEvent("a", chromedp.KeyModifiers(2))
	return slices.Concat([]chromedp.Action{script(focusOn(within)), all, chromedp.KeyEvent(kb.Delete)}, typed(within, text))
}

func focusOn(within string) string {
	return fmt.Sprintf(`document.querySelector("%s .cm-content").focus()`, within)
}

var (
	write = typed("#policy-0", "\rAllow group Ops to read buckets in tenancy where any {request.region = 'x'} // more", kb.Backspace, kb.ArrowUp, "x", kb.Delete)
	edit  = typed("#policy-0", "\r# x", kb.Backspace)
	ask   = typed("#sentence", " x", kb.Backspace)
	anew  = slices.Concat(instead("#policy-0", "Allow any-user to manage all-resources in tenancy where request.region != 'x'"),
		instead("#sentence", "any-user may GetObject in tenancy"))
)

// point moves over what can be pointed at.
var point = []chromedp.Action{script(`for (const target of document.querySelectorAll("#app *"))
	for (const kind of ["pointerover", "mouseover", "pointermove", "mousemove", "pointerout", "mouseout"])
		target.dispatchEvent(new PointerEvent(kind, {bubbles: true, cancelable: true}))`), settle}

// walk goes about by keys.
var walk = func() (acts []chromedp.Action) {
	for range 25 {
		acts = append(acts, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp))
	}
	return append(acts, settle)
}()

// refused asks for what only the rest can do.
var refused = []chromedp.Action{script(`document.querySelector("[data-act=dismiss]").click()`), settle,
	script(`document.querySelector("[data-kind=examples]").click()`), settle, script(`document.querySelector("[data-act=dismiss]").click()`), settle}

// panes shows each pane of a narrow page.
var panes = []chromedp.Action{script(`for (const tab of document.querySelectorAll("[data-act=pane]")) tab.click()`), settle,
	script(`document.querySelector("[data-act=pane][data-to=policies]").click()`), settle}

// again loads the page once more: at its address, which is a link by now, or with only what the browser kept.
var (
	again  = []chromedp.Action{chromedp.Reload(), arrived, settle}
	keptBy = append([]chromedp.Action{script(`history.replaceState(null, "", location.pathname)`)}, again...)
)

func script(text string) chromedp.Action { return chromedp.Evaluate("{"+text+"}; 0", nil) }

// spoken is where the tests of the engine keep what can be said in policies and checks.
var spoken = []string{"engine/testdata/*.txtar", "engine/policy/testdata/*.txtar", "engine/policy/testdata/*/*.txtar",
	"engine/scenario/testdata/checks/*.txtar", "engine/syntax/testdata/statements/*.txtar", "engine/syntax/testdata/mistakes/*.txtar"}

// language is all of it, a page for each folder.
func language() ([]stop, error) {
	var stops []stop
	for _, pattern := range spoken {
		files, err := filepath.Glob(pattern)
		if err != nil {
			return nil, err
		}
		s := stop{path: "/"}
		for _, file := range files {
			archive, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			s.acts = append(s.acts, script(fmt.Sprintf("location.hash = %q", "src="+url.PathEscape(scenario(archive)))), settle)
		}
		stops = append(stops, s)
	}
	return stops, nil
}

// scenario is what a test says of policies and checks.
func scenario(archive []byte) string {
	var kept []txtar.File
	for _, f := range txtar.Parse(archive).Files {
		switch {
		case f.Name == "input" || f.Name == "p.policy":
			kept = append(kept, txtar.File{Name: "policies/p.policy", Data: f.Data})
		case f.Name == "checks" || path.Ext(f.Name) == ".json" || strings.HasPrefix(f.Name, "policies/") || strings.HasPrefix(f.Name, "tenancies/"):
			kept = append(kept, f)
		}
	}
	return string(txtar.Format(&txtar.Archive{Comment: []byte("A text\n"), Files: kept}))
}
