//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// show opens a scenario that is given as text.
func (p *page) show(archive string) {
	p.t.Helper()
	p.do(chromedp.Evaluate(fmt.Sprintf(`location.hash = "src=" + encodeURIComponent(%q)`, archive), nil))
}

// fits fails the test when the page or its dialog is wider than the window.
func (p *page) fits(what string) {
	p.t.Helper()
	wide := eval[[]string](p, `[...document.querySelectorAll("html, dialog[open]")].filter((e) => e.scrollWidth > e.clientWidth)
		.map((e) => e.tagName + " by " + (e.scrollWidth - e.clientWidth))`)
	if len(wide) > 0 {
		p.t.Errorf("%s: too wide is %v", what, wide)
	}
}

// long is a name of 100 characters without a place to break it.
func long(name string) string { return name + strings.Repeat("x", 100-len(name)) }

// longNames is a scenario in which everything has such a name.
func longNames() string {
	path := long("Prod") + ":" + long("Data")
	tenancy := func(name string) string {
		return fmt.Sprintf(`{"name": %q, "compartments": [{"name": %q, "compartments": [{"name": %q, "definedTags": {%q: {%q: %q}}}]}],
 "groups": [{"name": %q}], "users": [{"name": %q, "groups": [%q]}], "dynamicGroups": [{"name": %q, "matchingRule": "instance.id = '%s'"}],
 "resources": [{"name": %q, "type": "instance", "compartment": %q}], "networkSources": [{"name": %q, "publicSourceList": ["203.0.113.0/24"]}]}`,
			name, long("Prod"), long("Data"), long("Ops"), long("Env"), long("v"), long("Readers"), long("alice"), long("Readers"), long("pods"), long("id"), long("web"), path, long("Office"))
	}
	return long("Title") + "\n\nIt has a " + long("word") + ".\n-- tenancy.json --\n" + tenancy(long("acme")) +
		"\n-- policies/" + long("policy") + ".policy --\nAllow group " + long("Readers") + " to inspect buckets in compartment " + path + " where target.bucket.name = '" + long("b") + "'\n" +
		"Allow group " + long("Nobody") + " too read\n" +
		"-- tenancies/" + long("partner") + "/tenancy.json --\n" + tenancy(long("partner")) +
		"\n-- checks --\n" + long("alice") + " may DeleteBucket in " + path + " with target.bucket.name = '" + long("bucket") + "'\n"
}

func TestLongNamesStayInside(t *testing.T) {
	for _, width := range []int64{1440, 1000, 390, 320} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			p := open(t, "/")
			p.do(chromedp.EmulateViewport(width, 800))
			p.show(longNames())
			p.sees(".headline", "BUCKET_DELETE")
			p.sees(".problems", "Nobody")
			for _, pane := range []string{"policies", "tenancy", "request", "verdict"} {
				p.pane(pane)
				p.fits(pane)
			}
			p.pane("policies")
			p.until(`document.querySelector(".card-name").getBoundingClientRect().right <= document.querySelector("[data-act=remove-policy]").getBoundingClientRect().left`)
			p.pane("tenancy")
			p.click(section("Users") + " .resident-head")
			p.until(`document.querySelector(".resident.open .chip")`)
			p.fits("an open user")
			p.do(chromedp.Evaluate(row(long("Data"))+`.focus()`, nil))
			p.onRow(long("Data"))
			for _, key := range []string{kb.Insert, kb.F2, kb.Delete} {
				p.press(key)
				p.until(`document.querySelector("dialog[open]")`)
				p.fits("a dialog")
				p.press(kb.Escape)
				p.dialog("")
			}
			p.shift("M")
			p.choose("#form-to", "")
			p.fits("a move")
			p.press(kb.Escape)
			p.dialog("")
			p.click("[data-kind=share]")
			p.click("#redact")
			p.until(`document.querySelector(".pairs td")`)
			p.fits("sharing")
		})
	}
}

// pane shows a pane, which a phone has a tab for.
func (p *page) pane(name string) {
	p.t.Helper()
	if eval[bool](p, `document.querySelector(".tab-row").checkVisibility()`) {
		p.click(".tab[data-to=" + name + "]")
		p.until(fmt.Sprintf(`document.querySelector("#app").dataset.pane === %q`, name))
	}
}

// listedJSON is a list of so many entries.
func listedJSON(n int, entry func(i int) string) string {
	all := make([]string, n)
	for i := range all {
		all[i] = entry(i)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

func TestThereMayBeManyOfEverything(t *testing.T) {
	var checks, policy strings.Builder
	for i := range 300 {
		fmt.Fprintf(&checks, "u%d may GetBucket in c%d:d%d\n", i%220, i%100, i%9)
		fmt.Fprintf(&policy, "Allow group g%d to read buckets in compartment c%d\n", i%40, i%100)
	}
	p := open(t, "/")
	p.show("Large\n-- tenancy.json --\n" + `{"name": "acme", "compartments": ` + listedJSON(100, func(i int) string {
		return fmt.Sprintf(`{"name": "c%d", "compartments": %s}`, i, listedJSON(9, func(j int) string { return fmt.Sprintf(`{"name": "d%d"}`, j) }))
	}) + `, "groups": ` + listedJSON(40, func(i int) string { return fmt.Sprintf(`{"name": "g%d"}`, i) }) +
		`, "users": ` + listedJSON(220, func(i int) string { return fmt.Sprintf(`{"name": "u%d", "groups": ["g%d"]}`, i, i%40) }) + "}\n" +
		"-- policies/many.policy --\n" + policy.String() + "-- checks --\n" + checks.String())
	p.verdict("ALLOWED")
	count := func(selector string) int {
		return eval[int](p, fmt.Sprintf(`document.querySelectorAll(%q).length`, selector))
	}
	if rows, users, checks := count("[role=treeitem]"), count(section("Users")+" .resident"), count(".check"); rows != 101 || users != 200 || checks != 200 {
		t.Errorf("%d rows, %d users and %d checks are drawn", rows, users, checks)
	}
	p.click(section("Users") + " [data-act=show-all]")
	p.click("#request [data-act=show-all]")
	p.until(fmt.Sprintf(`document.querySelectorAll(%q).length === 220 && document.querySelectorAll(".check").length === 300`, section("Users")+" .resident"))
	p.goToRow("c99")
	p.press(kb.ArrowRight, kb.ArrowDown)
	p.onRow("d0")
	p.press(kb.Enter)
	p.sees("#sentence", "in c99:d0")
	p.verdict("DENIED")
	for _, width := range []int64{1440, 320} {
		p.do(chromedp.EmulateViewport(width, 640))
		for _, pane := range []string{"policies", "tenancy", "request", "verdict"} {
			p.pane(pane)
			p.fits(pane)
		}
	}
}

// While thousands of statements are read, the page goes on: it says how far it is, draws, and takes what is typed.
func TestThePageGoesOnWhileMuchIsRead(t *testing.T) {
	p := open(t, example)
	p.verdict("DENIED")
	eval[bool](p, `(() => {
		window.frames = 0, window.steps = new Set();
		const count = () => { if (!window.over) { frames++; requestAnimationFrame(count); } };
		requestAnimationFrame(count);
		new MutationObserver(() => steps.add(document.querySelector(".notices progress")?.value)).observe(document.querySelector(".notices"), {subtree: true, childList: true, attributes: true});
		const view = document.querySelector("#policy-0 .cm-content").cmTile.root.view;
		const lines = Array.from({length: 3000}, (_, i) => "Allow dynamic-group container-instances to read repos in tenancy where target.repo.name = 'r" + i + "'\n");
		view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: lines.join("")}});
		view.focus();
		return true;
	})()`)
	p.sees(".notices", "Reading 3,000 statements")
	p.axe()
	p.do(chromedp.KeyEvent("# typed\n"))
	p.until(`!document.querySelector(".notices progress")`)
	p.sees("#policy-0", "typed")
	p.sees(".pane-policies", "3,000 statements")
	if steps := eval[int](p, `(window.over = true, steps.size)`); steps < 10 {
		t.Errorf("it told of its progress %d times", steps)
	}
	if frames := eval[int](p, `frames`); frames < 10 {
		t.Errorf("it drew %d frames meanwhile", frames)
	}
}

// Of many policies those in sight have an editor. The others are their texts, and become editors when somebody comes.
func TestManyPoliciesHaveAnEditorWhenSomebodyComes(t *testing.T) {
	const many = 200
	var policies strings.Builder
	for i := range many {
		fmt.Fprintf(&policies, "-- policies/p%d.policy --\nAllow group A to read buckets in compartment c%[1]d\n", i)
	}
	p := open(t, "/")
	p.show("Many\n-- tenancy.json --\n" + `{"name": "acme", "groups": [{"name": "A"}], "users": [{"name": "ann", "groups": ["A"]}], "compartments": ` +
		listedJSON(many, func(i int) string { return fmt.Sprintf(`{"name": "c%d"}`, i) }) +
		"}\n" + policies.String() + "Allow group Nobody to read buckets in tenancy\n-- checks --\nann may DeleteBucket in c1\n")
	p.verdict("DENIED")
	editor := func(i int) string { return fmt.Sprintf("#policy-%d .cm-content", i) }
	made := func(i int) bool { return eval[bool](p, fmt.Sprintf(`!!document.querySelector(%q)`, editor(i))) }
	few := func(when string) {
		t.Helper()
		if n := eval[int](p, `document.querySelectorAll(".cards .cm-editor").length`); n > many/2 {
			t.Errorf("%s there are %d editors", when, n)
		}
	}
	p.sees(editor(0), "Allow group A")
	p.sees(fmt.Sprintf("#policy-%d", many-1), "group Nobody")
	few("at the start")

	height := p.size("#policy-100", "height")
	p.do(chromedp.Evaluate(`document.querySelector("#policy-100").scrollIntoView()`, nil))
	p.until(fmt.Sprintf(`document.querySelector("%s .tok-grant")`, editor(100)))
	if now := p.size("#policy-100", "height"); now != height {
		t.Errorf("a text was %g pixels tall, its editor is %g", height, now)
	}
	p.axe()

	p.do(chromedp.Focus(fmt.Sprintf("#policy-%d [tabindex='0']", 50), chromedp.ByQuery), chromedp.KeyEvent("# here\n"))
	p.until(fmt.Sprintf(`document.querySelector("%s").textContent.startsWith("# hereAllow")`, editor(50)))
	p.verdict("DENIED")

	eval[bool](p, `(() => {
		const place = document.querySelector("#policy-80 .policy-standin");
		place.scrollIntoView();
		const {left, top} = place.getBoundingClientRect(), letters = document.createElement("canvas").getContext("2d");
		letters.font = getComputedStyle(place).font;
		return !place.dispatchEvent(new MouseEvent("mousedown",
			{view: window, detail: 1, bubbles: true, cancelable: true, clientX: left + 42 + letters.measureText("Allow").width, clientY: top + 12}));
	})()`)
	p.do(chromedp.KeyEvent("ed"))
	p.sees(editor(80), "Allowed group A")

	p.click(fmt.Sprintf(".problem .jump[data-file='policies/p%d.policy']", many-1))
	p.until(fmt.Sprintf(`document.activeElement === document.querySelector("%s")`, editor(many-1)))
	p.replace(fmt.Sprintf("#policy-%d", many-1), "Allow group A to manage buckets in tenancy")
	p.verdict("ALLOWED")
	few("after all of this")

	p.do(chromedp.Evaluate(`policyEditor.deafen(), document.querySelector("#policy-150").scrollIntoView()`, nil))
	p.do(chromedp.Focus("#policy-150 [tabindex='0']", chromedp.ByQuery))
	if made(150) {
		t.Error("an editor was made that nobody would answer")
	}
}
