//go:build !js

package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// keeps waits until the browser keeps a work with these words in it.
func (p *page) keeps(words string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`Object.entries(localStorage).some(([key, text]) => key.startsWith("oci-policy-playground/work/") && text.includes(%q))`, words))
}

// before runs a script in every page that comes, before the page's own.
func (p *page) before(script string) {
	p.t.Helper()
	p.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := cdpage.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
		return err
	}), chromedp.Reload())
	p.verdict("DENIED")
}

// goTo follows a link to another fragment, as somebody who pastes one into the address.
func (p *page) goTo(fragment string) {
	p.t.Helper()
	eval[bool](p, fmt.Sprintf(`(location.hash = %q, true)`, fragment))
}

const ownWords = "Allow any-user to read repos in tenancy"

// worked is a page with work on it.
func worked(t *testing.T, path string) *page {
	t.Helper()
	p := open(t, path)
	p.verdict("DENIED")
	p.replace("#policy-0", ownWords)
	p.verdict("ALLOWED")
	return p
}

func TestWorkIsKeptAndItsOwnLinkIsTheSameWork(t *testing.T) {
	p := worked(t, example)
	p.keeps(ownWords)
	p.until(`location.hash.startsWith("#p1.")`)
	p.do(chromedp.Reload())
	p.verdict("ALLOWED")
	if got := p.text(".notice"); got != "" {
		t.Errorf("it says %q", got)
	}
	p.do(chromedp.Navigate("about:blank"), chromedp.Navigate(site+"/#example=patterns"))
	p.sees(".notice", "Your own work is kept.")
	p.axe()
	p.click("[data-act=kept]")
	p.verdict("ALLOWED")
	p.sees("#policy-0", ownWords)
	p.until(`!document.querySelector(".notice")`)
}

func TestWhatIsTypedLastIsKeptWhenThePageIsLeft(t *testing.T) {
	p := open(t, example)
	p.verdict("DENIED")
	p.replace("#policy-0", ownWords)
	p.do(chromedp.Navigate(site + "/embed.html?view=verdict#example=tags"))
	p.keeps(ownWords) // a page that is left may still run beside the next one
	p.do(chromedp.Navigate(site + "/"))
	p.sees("#policy-0 .cm-content", ownWords)
	p.verdict("ALLOWED")
}

// Whatever is opened over work, the work is kept and one press away.
func TestWhateverIsOpenedWorkIsKept(t *testing.T) {
	for name, opens := range map[string]func(p *page){
		"an example": func(p *page) { p.click("[data-kind=examples]"); p.click(".example[data-name=patterns]") },
		"new":        func(p *page) { p.click("[data-act=new]") },
		"an address": func(p *page) { p.goTo("example=patterns") },
		"a link":     func(p *page) { p.goTo("src=Allow%20group%20A%20to%20read%20buckets%20in%20tenancy") },
		"a damaged link": func(p *page) {
			p.goTo("p1.AbCdEfGh")
			p.sees(".damaged", "The link is")
		},
		"by keys": func(p *page) {
			p.do(chromedp.Evaluate(`document.activeElement.blur()`, nil))
			p.tabTo("[data-act=new]")
			p.press(kb.Enter)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := worked(t, example)
			opens(p)
			p.sees(".notice", "Your own work is kept.")
			p.keeps(ownWords)
			p.click("[data-act=kept]")
			p.sees("#policy-0 .cm-content", ownWords)
			p.verdict("ALLOWED")
		})
	}
}

func TestKeptWorksAreListedOpenedAndForgotten(t *testing.T) {
	p := worked(t, example)
	p.click("[data-act=new]")
	p.replace("#policy-0", "Allow group Developers to read buckets in compartment Dev")
	p.keeps("in compartment Dev")
	p.click("[data-kind=open]")
	p.until(`document.querySelectorAll("[data-act=work]").length === 2`)
	p.sees(".works", "on the page now")
	p.axe()
	p.scheme("dark")
	p.axe()
	p.click("[data-act=work]:not([aria-current=true])")
	p.sees("#policy-0 .cm-content", ownWords)
	p.click("[data-kind=open]")
	p.until(`document.querySelectorAll("[data-act=work]").length === 2`)
	p.click("[data-act=forget]:not([hidden])")
	p.until(`document.querySelectorAll("[data-act=work]").length === 1`)
	if got := eval[string](p, `Object.values(localStorage).join()`); strings.Contains(got, "in compartment Dev") {
		t.Error("it is still kept")
	}
}

// noRoom is a storage that is full, unkept one that there is not, and walled one that must not be asked.
const (
	noRoom = `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`
	unkept = `Object.defineProperty(window, "localStorage", {value: null});`
	walled = `Object.defineProperty(window, "localStorage", {get() { throw new DOMException("denied", "SecurityError"); }});`
)

// Only work that the browser does not keep is asked for, by mouse and by keys.
func TestWorkThatIsKeptNowhereIsAskedForFirst(t *testing.T) {
	for name, script := range map[string]string{"full": noRoom, "missing": unkept, "forbidden": walled} {
		t.Run(name, func(t *testing.T) {
			p := open(t, example)
			p.before(script)
			p.replace("#policy-0", ownWords)
			p.verdict("ALLOWED")
			if name == "full" {
				p.sees(".notice", "The browser does not keep this work.")
			}
			p.click("[data-act=new]")
			p.sees("dialog", "A pod cannot pull its image (policy pull)")
			p.axe()
			p.scheme("dark")
			p.axe()
			p.until(`document.querySelector("dialog [data-act=save]")`)
			p.press(kb.Escape)
			p.until(`!document.querySelector("dialog")`)
			p.sees("#policy-0 .cm-content", ownWords)

			before := eval[string](p, `location.hash`)
			p.goTo("example=patterns")
			p.tabTo("dialog .button[data-act=close]")
			p.press(kb.Enter)
			p.until(fmt.Sprintf(`!document.querySelector("dialog") && location.hash === %q`, before))
			p.sees("#policy-0 .cm-content", ownWords)

			p.click("[data-kind=examples]")
			p.click(".example[data-name=patterns]")
			p.tabTo("[data-act=replace]")
			p.press(kb.Enter)
			p.sees("#policy-0 .cm-content", "GroupAdmins")
			p.until(`!document.querySelector("dialog")`)
			p.click("[data-act=undo]")
			p.sees("#policy-0 .cm-content", ownWords)
		})
	}
}

func TestGarbageInTheStorageIsPassedOver(t *testing.T) {
	p := open(t, "/")
	for i, value := range []string{`"{"`, `"\u0000\ud800"`, `"17\n"`, `"18\n-- tenancy.json --\n{{{{"`, `"19\n" + "all {".repeat(400000)`, `"20\n" + "x".repeat(900000)`, `"NaN\nx"`} {
		eval[bool](p, fmt.Sprintf(`(localStorage.clear(), localStorage.setItem("oci-policy-playground/work/%d", %s), localStorage.setItem("oci-policy-playground/theme", "<b>"), true)`, i, value))
		p.do(chromedp.Reload())
		p.until(Mounted)
		p.until(`document.querySelector(".verdict-word")`)
		p.goTo("example=pull-image")
		p.verdict("DENIED")
	}
}

func TestTwoTabsKeepTheirOwn(t *testing.T) {
	one := worked(t, example)
	one.keeps(ownWords)
	other := one.beside("/")
	other.sees("#policy-0 .cm-content", ownWords)

	other.replace("#policy-0", "Allow any-user to manage repos in tenancy")
	other.keeps("manage repos")
	one.sees(".notice", "Another tab has gone on with this work.")
	one.axe()
	one.sees("#policy-0 .cm-content", ownWords)
	one.click("[data-act=take-rival]")
	one.sees("#policy-0 .cm-content", "manage repos")
	one.until(`!document.querySelector(".notice")`)

	one.replace("#policy-0", "Allow any-user to inspect repos in tenancy")
	one.keeps("inspect repos")
	other.sees(".notice", "Another tab has gone on with this work.")
	other.click("[data-act=keep-own]")
	other.until(`!document.querySelector(".notice")`)
	other.keeps("manage repos")
	other.keeps("inspect repos")

	// Nobody has to answer: typing goes on beside the other's.
	one.replace("#policy-0", "Allow any-user to use repos in tenancy")
	other.replace("#policy-0", "Allow any-user to {REPOSITORY_READ} in tenancy")
	one.keeps("use repos")
	other.keeps("REPOSITORY_READ")
	one.keeps("use repos")
}

func TestStepsInTheHistoryLoseNothing(t *testing.T) {
	back := func(p *page) { p.do(chromedp.Evaluate(`history.back()`, nil)) }
	forward := func(p *page) { p.do(chromedp.Evaluate(`history.forward()`, nil)) }
	t.Run("examples", func(t *testing.T) {
		p := open(t, "/")
		for _, name := range []string{"patterns", "time-window"} {
			p.click("[data-kind=examples]")
			p.click(".example[data-name=" + name + "]")
			p.until(`location.hash === "#example=` + name + `"`)
		}
		back(p)
		p.sees(".about-title", "Patterns")
		back(p)
		p.until(`location.hash === ""`)
		p.sees(".about-title", "A pod cannot pull its image")
		forward(p)
		p.sees(".about-title", "Patterns")
	})
	t.Run("own work and an example", func(t *testing.T) {
		p := worked(t, example)
		p.click("[data-kind=examples]")
		p.click(".example[data-name=patterns]")
		p.sees(".about-title", "Patterns")
		back(p)
		p.sees("#policy-0 .cm-content", ownWords)
		p.verdict("ALLOWED")
		p.until(`!document.querySelector(".notice")`)
		forward(p)
		p.sees(".about-title", "Patterns")
	})
	t.Run("links", func(t *testing.T) {
		p := worked(t, example)
		p.until(`location.hash.startsWith("#p1.")`)
		link := eval[string](p, `location.hash`)
		other := open(t, "/#example=patterns")
		other.replace("#policy-0", "Allow any-user to inspect buckets in tenancy")
		other.until(`location.hash.startsWith("#p1.")`)
		other.keeps("any-user to inspect")
		other.goTo(link)
		other.sees("#policy-0 .cm-content", ownWords)
		back(other)
		other.sees("#policy-0 .cm-content", "any-user to inspect")
		forward(other)
		other.sees("#policy-0 .cm-content", ownWords)
	})
	t.Run("catalog pages", func(t *testing.T) {
		p := worked(t, example)
		p.goTo("catalog/buckets")
		p.sees(".reference", "buckets")
		p.goTo("catalog/LaunchInstance")
		p.sees(".reference", "LaunchInstance")
		back(p)
		p.until(`location.hash === "#catalog/buckets"`)
		back(p)
		p.until(`document.querySelector("#policies").offsetParent`)
		p.sees("#policy-0 .cm-content", ownWords)
		p.verdict("ALLOWED")
		if got := p.text(".notice"); got != "" {
			t.Errorf("it says %q", got)
		}
		forward(p)
		p.sees(".reference", "buckets")
	})
}
