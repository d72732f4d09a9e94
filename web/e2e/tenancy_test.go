//go:build !js

package e2e

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const nested = "/#example=nested-compartments"

// row is the row of a compartment, by its name.
func row(name string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("[role=treeitem]")].find((r) => r.querySelector(".tree-name").textContent.replace("◆ ", "") === %q)`, name)
}

// onRow waits until the keyboard is on the row of a compartment.
func (p *page) onRow(name string) {
	p.t.Helper()
	p.until(`document.activeElement === ` + row(name))
}

// goToRow brings the keyboard there.
func (p *page) goToRow(name string) {
	p.t.Helper()
	p.until(row(name))
	p.do(chromedp.Click(row(name)+`.querySelector(".tree-name")`, chromedp.ByJSPath))
	p.until(row(name) + `.querySelector(".tool")`)
}

// shift presses a letter with Shift.
func (p *page) shift(letter string) {
	p.t.Helper()
	p.do(input.DispatchKeyEvent(input.KeyRawDown).WithKey(letter).WithModifiers(input.ModifierShift))
}

// tool clicks a tool of the row that the keyboard is on.
func (p *page) tool(act, kind string) {
	p.t.Helper()
	selector := ".tree-row.current .tool[data-act=" + act + "]"
	if kind != "" {
		selector += "[data-kind=" + kind + "]"
	}
	p.click(selector)
}

// dialog waits for the form, and for none with "".
func (p *page) dialog(title string) {
	p.t.Helper()
	if title == "" {
		p.until(`!document.querySelector("dialog")`)
		return
	}
	p.sees("dialog[open] #dialog-title", title)
}

// choose picks an option of a select, as a person does.
func (p *page) choose(field, value string) {
	p.t.Helper()
	p.do(chromedp.Evaluate(fmt.Sprintf(`(() => { const s = document.querySelector(%q); s.value = %q;
		s.dispatchEvent(new Event("input", {bubbles: true})); s.dispatchEvent(new Event("change", {bubbles: true})); })()`, field, value), nil))
}

// overwrite types a text into a field in the place of what it holds.
func (p *page) overwrite(field, text string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector(%q)`, field))
	p.do(chromedp.Evaluate(fmt.Sprintf(`document.querySelector(%q).focus(); document.querySelector(%q).select()`, field, field), nil), chromedp.KeyEvent(text))
}

// section is a list of the pane, by what it is called.
func section(title string) string { return fmt.Sprintf(`#tenancy section[aria-label=%q]`, title) }

func TestTheTreeIsWalkedByKeyboard(t *testing.T) {
	p := open(t, nested)
	p.verdict("ALLOWED")
	p.goToRow("acme")
	for _, step := range [][2]string{{kb.End, "TeamB"}, {kb.ArrowUp, "Storage"}, {kb.ArrowLeft, "TeamA"}, {kb.ArrowLeft, "TeamA"}, {kb.ArrowDown, "TeamB"},
		{kb.ArrowUp, "TeamA"}, {kb.ArrowRight, "TeamA"}, {kb.ArrowRight, "Storage"}, {kb.Home, "acme"}, {"t", "TeamA"}, {"e", "TeamA"}} {
		p.press(step[0])
		p.onRow(step[1])
	}
	p.do(chromedp.Sleep(800 * time.Millisecond)) // then what was typed is forgotten
	p.press("p")
	p.onRow("Prod")
	p.press(kb.Enter)
	p.sees("#sentence", "in Prod")
	p.verdict("DENIED")
	p.until(row("Prod") + `.getAttribute("aria-selected") === "true"`)
}

func TestARowIsSelectedByOneClickAndAimedAtByTwo(t *testing.T) {
	p := open(t, nested)
	p.verdict("ALLOWED")
	click := func(n int) {
		at := eval[[]float64](p, `(() => { const b = `+row("TeamB")+`.querySelector(".tree-name").getBoundingClientRect(); return [b.left + 20, b.top + b.height / 2]; })()`)
		p.do(chromedp.MouseClickXY(at[0], at[1], chromedp.ClickCount(n)))
	}
	click(1)
	p.until(row("TeamB") + `.querySelectorAll(".tool").length === 7`)
	p.sees("#sentence", "in Prod:TeamA:Storage")
	click(2)
	p.sees("#sentence", "in Prod:TeamB")
	p.goToRow("Prod")
	p.tool("aim", "")
	p.verdict("DENIED")
	p.axe()
}

func TestACompartmentIsAdded(t *testing.T) {
	for how, ask := range map[string]func(p *page){
		"mouse": func(p *page) { p.tool("ask", "compartment") }, "keyboard": func(p *page) { p.press(kb.Insert) }, "letter": func(p *page) { p.shift("N") },
	} {
		t.Run(how, func(t *testing.T) {
			p := open(t, nested)
			p.goToRow("TeamB")
			ask(p)
			p.dialog("Add a compartment in Prod:TeamB")
			p.until(`document.activeElement.id === "form-name"`)
			p.press(kb.Enter)
			p.sees("#form-problem", "It needs a name.")
			p.axe()
			p.do(chromedp.KeyEvent("Main Floor"))
			p.press(kb.Enter)
			p.dialog("")
			p.until(row("Main Floor") + `.classList.contains("current")`)
			p.click("[data-act=undo]")
			p.until(`!` + row("Main Floor"))
		})
	}
}

func TestACompartmentIsRenamedEverywhere(t *testing.T) {
	for how, ask := range map[string]func(p *page){"mouse": func(p *page) { p.tool("ask", "rename") }, "keyboard": func(p *page) { p.press(kb.F2) }} {
		t.Run(how, func(t *testing.T) {
			p := open(t, nested)
			p.goToRow("TeamA")
			ask(p)
			p.dialog("Rename")
			p.until(`document.activeElement.id === "new-name"`)
			p.overwrite("#new-name", "Team One")
			p.press(kb.Enter)
			p.dialog("")
			p.sees("#policy-0", "'Prod:Team One:Storage'")
			p.until(row("Team One") + `.classList.contains("current")`)
			p.verdict("ALLOWED")
			p.click("[data-act=undo]")
			p.sees("#policy-0", "Prod:TeamA:Storage")
		})
	}
}

func TestAMoveIsExplainedAndMade(t *testing.T) {
	for how, ask := range map[string]func(p *page){"mouse": func(p *page) { p.tool("ask", "move") }, "keyboard": func(p *page) { p.shift("M") }} {
		t.Run(how, func(t *testing.T) {
			p := open(t, nested)
			p.goToRow("TeamB")
			ask(p)
			p.dialog("Move TeamB")
			p.until(`document.activeElement.id === "form-to"`)
			p.choose("#form-to", "")
			p.sees(".effects", "Stops working")
			p.sees(".effects", "does not lie under")
			p.axe()
			p.press(kb.Tab, kb.Enter)
			p.dialog("")
			p.until(row("TeamB") + `.getAttribute("aria-level") === "2"`)
			p.sees(".problems", "does not lie under")
			p.goToRow("TeamA")
			ask(p)
			p.choose("#form-to", "TeamB")
			p.sees(".effects", "TeamB:TeamA:Storage")
			p.click("[data-act=do-form]")
			p.sees("#policy-0", "TeamB:TeamA:Storage")
			p.verdict("ALLOWED")
			p.click("[data-act=undo]")
			p.sees("#policy-0", "Prod:TeamA:Storage")
		})
	}
}

func TestADeletionIsExplainedAndMade(t *testing.T) {
	for how, ask := range map[string]func(p *page){"mouse": func(p *page) { p.tool("ask", "delete") }, "keyboard": func(p *page) { p.press(kb.Delete) }} {
		t.Run(how, func(t *testing.T) {
			p := open(t, nested)
			p.goToRow("Prod")
			ask(p)
			p.dialog("Delete the compartment Prod")
			p.sees(".effects", "allowed → cannot be judged")
			p.sees(".effects", "inside, 1 statement")
			p.axe()
			p.until(`document.activeElement.dataset.act === "do-form"`)
			p.press(kb.Escape)
			p.dialog("")
			p.until(row("Prod") + `.contains(document.activeElement)`)
			ask(p)
			p.dialog("Delete")
			p.press(kb.Enter)
			p.dialog("")
			p.onRow("acme")
			p.until(`document.querySelectorAll("[role=treeitem]").length === 1 && document.querySelectorAll(".card").length === 1`)
			p.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(input.ModifierCtrl)))
			p.until(`document.querySelectorAll("[role=treeitem]").length === 5 && document.querySelectorAll(".card").length === 2`)
			p.verdict("ALLOWED")
		})
	}
}

func TestACompartmentIsTaggedAndAPolicyAttached(t *testing.T) {
	p := open(t, nested)
	p.goToRow("TeamB")
	p.shift("T")
	p.dialog("Tags of TeamB")
	p.do(chromedp.KeyEvent("Ops.Env"))
	p.press(kb.Tab)
	p.do(chromedp.KeyEvent("prod"))
	p.until(`document.querySelectorAll(".form-field").length === 4`)
	p.axe()
	p.press(kb.Enter)
	p.dialog("")
	p.until(row("TeamB") + `.textContent.includes("1 tag")`)
	p.tool("ask", "tags")
	p.until(`document.querySelector("#form-value0")?.value === "prod"`)
	p.press(kb.Escape)
	p.dialog("")
	p.tool("attach-here", "")
	p.until(`document.querySelectorAll(".card").length === 3 && document.querySelectorAll(".card select")[2].value === "Prod:TeamB"`)
	p.goToRow("TeamA")
	p.shift("P")
	p.until(`document.querySelectorAll(".card select")[3]?.value === "Prod:TeamA"`)
}

func TestPeopleAreAddedAndJoinGroups(t *testing.T) {
	p := open(t, nested)
	p.click(section("Groups") + " [data-act=ask]")
	p.dialog("Add a group")
	p.do(chromedp.KeyEvent("Night \"Shift\""))
	p.press(kb.Enter)
	p.dialog("")
	p.sees(section("Groups"), `Night "Shift" · nobody`)
	p.click(section("Users") + " [data-act=ask]")
	p.dialog("Add a user")
	p.do(chromedp.KeyEvent("eve"))
	p.click("[data-act=do-form]")
	p.dialog("")
	chip := section("Users") + ` .resident.open .chip`
	p.until(fmt.Sprintf(`document.querySelectorAll(%q).length === 3`, chip))
	p.axe()
	p.click(chip + ":last-child")
	p.sees(section("Groups"), `Night "Shift" · eve`)
	p.focus(chip)
	p.press(" ")
	p.sees(section("Groups"), "TeamA · ann, eve")
	p.until(fmt.Sprintf(`document.activeElement.matches(%q) && document.activeElement.getAttribute("aria-pressed") === "true"`, chip))
	p.press(" ")
	p.until(fmt.Sprintf(`!document.querySelector(%q).textContent.includes("ann, eve")`, section("Groups")))

	p.focus(section("Groups") + ` .resident:first-child .resident-head`)
	p.press(kb.Enter)
	p.click(section("Groups") + ` .resident.open [data-kind=delete]`)
	p.sees(".effects", "Stops working")
	p.axe()
	p.press(kb.Enter)
	p.dialog("")
	p.verdict("DENIED")
	p.click("[data-act=undo]")
	p.verdict("ALLOWED")
	p.click(section("Users") + ` .resident:first-child .resident-head`)
	p.click(section("Users") + ` .resident.open [data-kind=rename]`)
	p.dialog("Change the user ann")
	p.overwrite("#form-name", "annah")
	p.press(kb.Enter)
	p.sees("#sentence", "annah may")
	p.verdict("ALLOWED")
}

func TestARuleIsEditedBesideWhatItMatches(t *testing.T) {
	p := open(t, example)
	list := section("Dynamic groups")
	p.click(list + ` .resident-head`)
	p.until(`document.querySelector("#rule-text .cm-content")`)
	p.sees(list, "matches myapp-pod")
	p.axe()
	p.replace("#rule-text", "any {resource.ty")
	p.sees(listed, "resource.type")
	p.press(kb.Escape)
	p.sees(list, "matches nothing")
	p.until(`document.querySelector("#rule-text .cm-lintRange-error")`)
	p.replace("#rule-text", "resource.type = 'computecontainerinstance'")
	p.press(kb.Escape)
	p.sees(list, "matches myapp-pod")
	p.click(list + ` [data-act=ask][data-kind="dynamic group"]`)
	p.dialog("Add a dynamic group")
	p.do(chromedp.KeyEvent("apps"))
	p.press(kb.Enter)
	p.dialog("")
	p.sees(list+" .resident.open", "apps")
	p.sees("#rule-text", "instance.compartment.id")
}

func TestResourcesAndNetworkSourcesAreKept(t *testing.T) {
	p := open(t, nested)
	list := section("Resources")
	p.click(list + ` [data-act=ask]`)
	p.dialog("Add a resource")
	p.do(chromedp.KeyEvent("web 1"))
	p.choose("#form-compartment", "Prod:TeamB")
	p.axe()
	p.click("[data-act=do-form]")
	p.dialog("")
	p.sees(list, "web 1 · instance in Prod:TeamB")
	p.click(list + ` .resident.open [data-kind=rename]`)
	p.overwrite("#form-type", "workload")
	p.until(`document.querySelector("#form-namespace")`)
	p.overwrite("#form-namespace", "build")
	p.click("[data-act=do-form]")
	p.dialog("")
	p.sees(list, "web 1 · workload in Prod:TeamB")
	p.click(list + ` .resident.open [data-kind=delete]`)
	p.click("[data-act=do-form]")
	p.until(fmt.Sprintf(`!document.querySelector(%q)`, list+" .resident"))

	list = section("Network sources")
	p.click(list + ` [data-act=ask]`)
	p.do(chromedp.KeyEvent("Office"))
	p.press(kb.Tab)
	p.do(chromedp.KeyEvent("home"))
	p.press(kb.Enter)
	p.sees("#form-problem", "no range of addresses")
	p.overwrite("#form-ranges", "203.0.113.0/24")
	p.press(kb.Enter)
	p.dialog("")
	p.sees(list, "Office · 203.0.113.0/24")
}

func TestTheTenancyItselfIsSetUp(t *testing.T) {
	p := open(t, nested)
	p.click(`[data-key=denyPolicies]`)
	p.keeps(`"denyPolicies": true`)
	p.focus(`[data-key=administrators]`)
	p.press(" ")
	p.choose("#home-region", "eu-frankfurt-1")
	p.choose("#tenancy-name", "globex")
	p.sees("[role=treeitem]", "globex")
	p.click(`[data-act=ask][data-kind=domain]`)
	p.dialog("Add a domain")
	p.do(chromedp.KeyEvent("Partners"))
	p.press(kb.Enter)
	p.dialog("")
	p.click("[data-act=json][data-on=on]")
	for _, words := range []string{`"denyPolicies": true`, `"administrators": false`, `"homeRegion": "eu-frankfurt-1"`, `"name": "Partners"`} {
		p.sees("#tenancy-text", words)
	}
}

func TestATenancyThatCannotBeReadLosesNothing(t *testing.T) {
	p := open(t, nested)
	p.click("[data-act=json][data-on=on]")
	p.replace("#tenancy-text", `{"name": oops}`)
	p.until(`document.querySelector("#tenancy-text .cm-lintRange-error")`)
	p.click("[data-act=json]:not([data-on=on])")
	p.sees("#tenancy", "cannot be read")
	p.until(`!document.querySelector("#tenancy [data-act=ask]")`)
	p.axe()
	p.click("[data-act=json][data-on=on]")
	p.sees("#tenancy-text", `{"name": oops}`)
}

func TestTheTenancyFitsAPhone(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		p := open(t, nested)
		p.scheme(scheme)
		p.do(chromedp.EmulateViewport(320, 640))
		p.click(".tab[data-to=tenancy]")
		p.goToRow("Storage")
		p.click(section("Groups") + ` .resident-head`)
		p.axe()
		small := eval[[]string](p, `[...document.querySelectorAll("#tenancy button, #tenancy .fold, #tenancy .toggle")].filter((b) => b.offsetParent)
			.map((b) => [b.className, b.getBoundingClientRect()]).filter(([, r]) => r.width < 24 || r.height < 24).map(([c, r]) => c + " " + r.width + "x" + r.height)`)
		if len(small) > 0 {
			t.Errorf("too small to hit: %v", small)
		}
		p.press(kb.Escape)
		p.goToRow("TeamA")
		p.press(kb.Delete)
		p.dialog("Delete")
		p.axe()
		if wide := eval[bool](p, `document.documentElement.scrollWidth > innerWidth || document.querySelector("dialog").scrollWidth > innerWidth`); wide {
			t.Error("it is wider than 320 pixels")
		}
	}
}

func TestAnotherTenancyHasATabOfItsOwn(t *testing.T) {
	p := open(t, nested)
	p.click(`[data-act=ask][data-kind=tenancy]`)
	p.dialog("Add a tenancy")
	p.do(chromedp.KeyEvent("partner"))
	p.press(kb.Enter)
	p.dialog("")
	tab := `.tenancies [data-to="partner"]`
	p.until(fmt.Sprintf(`document.querySelector(%q).getAttribute("aria-pressed") === "true"`, tab))
	p.goToRow("Shared")
	p.axe()
	p.press(kb.Enter)
	p.sees("#sentence", "in Shared of partner")
	p.until(row("Shared") + `.classList.contains("target")`)
	p.click("[data-act=undo]")
	p.goToRow("Shared")
	p.press(kb.Insert)
	p.dialog("Add a compartment in Shared")
	p.do(chromedp.KeyEvent("Inner"))
	p.press(kb.Enter)
	p.onRow("Inner")
	p.click(section("Users") + " [data-act=ask]")
	p.do(chromedp.KeyEvent("dave"))
	p.press(kb.Enter)
	p.dialog("")
	p.click(section("Users") + " .resident.open .chip")
	p.sees(section("Groups"), "Partners · carol, dave")
	p.goToRow("Inner")
	p.shift("P")
	p.sees(".card:last-child", "of partner")
	p.until(`[...document.querySelectorAll(".card select")].at(-1).value === "Shared:Inner"`)
	p.goToRow("Shared")
	p.press(kb.Delete)
	p.sees(".effects", "Goes with it")
	p.axe()
	p.press(kb.Enter)
	p.dialog("")
	p.until(`!` + row("Shared"))
	p.click("[data-act=undo]")
	p.until(row("Inner"))
	p.click("[data-act=json][data-on=on]")
	p.replace("#tenancy-text", `{"name": "partner", "compartments": [{"name": "Open"}]}`)
	p.click("[data-act=json]:not([data-on=on])")
	p.until(row("Open"))
	p.click(".tenancies .choice")
	p.until(row("TeamA"))
	p.click(tab)
	p.click("[data-act=remove-tenancy]")
	p.until(row("TeamA"))
	p.until(`document.querySelector(".tenancies").hidden`)
	p.click("[data-act=undo]")
	p.until(row("Open"))
}
