//go:build !js

package e2e

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// faulty is the program with a hook that breaks it: see wasm/fault.go. The site is as it is built.
var faulty = sync.OnceValues(func() (file string, err error) {
	dir, err := os.MkdirTemp("", "faulty")
	if err != nil {
		return "", err
	}
	leftovers = append(leftovers, dir)
	file = filepath.Join(dir, "faulty.wasm")
	build := exec.Command("go", "build", "-tags", "faults", "-o", file, "../../wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := build.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w\n%s", err, out)
	}
	return file, err
})

// fragile serves the site with that program.
func fragile(t *testing.T) (origin string) {
	t.Helper()
	file, err := faulty()
	if err != nil {
		t.Fatal(err)
	}
	whole := instead("/playground.*.wasm", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, file) })
	nothingMore := instead("/rest.*.wasm", answer("application/wasm", "\x00asm\x01\x00\x00\x00"))
	return broken(t, func(site http.Handler) http.Handler { return whole(nothingMore(site)) })
}

// openFragile shows a page or a frame of that site, with a policy that somebody mended. What goes wrong is on the console
// as well.
func openFragile(t *testing.T, path string) *page {
	t.Helper()
	p := openFrom(t, fragile(t), path)
	p.expect("")
	p.verdict("DENIED")
	p.replace("#policy-0", mended)
	p.verdict("ALLOWED")
	return p
}

const mended = "Allow dynamic-group container-instances to read repos in tenancy"

// arm lets the next action of that type fail.
func (p *page) arm(action string) {
	p.t.Helper()
	eval[bool](p, fmt.Sprintf(`(ociPolicyFault("arm", "store.%s"), true)`, action))
}

// A fault that is caught leaves the page standing, whichever way the program was entered.
func TestAFaultIsToldByThePageAndLeavesTheText(t *testing.T) {
	for name, c := range map[string]struct {
		path, action string
		enter        func(p *page)
	}{
		"a click": {example, "SetTheme", func(p *page) { p.click("[data-act=theme]") }},
		"a key": {example, "FormatPolicies", func(p *page) {
			p.do(chromedp.Evaluate(`document.activeElement.blur()`, nil), chromedp.KeyEvent("F", chromedp.KeyModifiers(9)))
		}},
		"an editor":  {example, "EditPolicy", func(p *page) { p.do(chromedp.KeyEvent(" ")) }},
		"a timer":    {example, "Settle", func(p *page) { p.do(chromedp.KeyEvent(" ")) }},
		"an address": {example, "OpenFragment", func(p *page) { eval[bool](p, `(location.hash = "example=patterns", true)`) }},
		"a call":     {example, "", func(p *page) { eval[bool](p, `(ociPolicyFaultyDoor(), true)`) }},
		"a dropped text": {example, "Propose", func(p *page) {
			eval[bool](p, `(() => { const data = new DataTransfer(); data.setData("text/plain", "Allow any-user to read buckets in tenancy");
				return document.querySelector("#verdict").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true})); })()`)
		}},
		"a frame's click": {"/embed.html#example=pull-image", "Undo", func(p *page) { p.click("[data-act=undo]") }},
	} {
		t.Run(name, func(t *testing.T) {
			p := openFragile(t, c.path)
			p.arm(c.action)
			c.enter(p)
			p.sees(".failed-notice", "The engine stopped. A fault in the playground itself was caught.")
			p.sees(".failed-notice", "a fault of a test")
			p.axe()
			p.copies("[data-act=copy-failure]", mended)
			p.click("[data-act=restart]")
			p.until(`!document.querySelector(".failed-notice")`)
			p.verdict("ALLOWED")
			p.sees("#policy-0 .cm-content", mended)
		})
	}
}

// One that ends the program leaves what it had drawn, and the text.
func TestTheEndOfTheProgramIsToldAndLeavesTheText(t *testing.T) {
	const fault, memory = "stopped by a fault of its own (", "ran out of memory and stopped ("
	for kind, says := range map[string]string{
		"render":    fault + "a fault of a test in a drawing",
		"goroutine": fault + "a fault of a test in a goroutine",
		"exit":      fault + "exit code 3",
		"memory":    memory,
		"stack":     memory,
	} {
		for _, path := range []string{example, "/embed.html#example=pull-image"} {
			t.Run(kind+" "+strings.SplitN(path, "#", 2)[0], func(t *testing.T) {
				p := openFragile(t, path)
				eval[bool](p, fmt.Sprintf(`(() => { try { ociPolicyFault(%q) } catch (error) { setTimeout(() => { throw error }) } return true })()`, kind))
				p.sees(".crash", says)
				p.axe()
				p.copies(".crash button:nth-of-type(2)", mended)
				p.click(".crash button")
				p.until(`!document.querySelector(".crash") && document.querySelector(".verdict-word")`)
				p.verdict("ALLOWED")
				p.sees("#policy-0 .cm-content", mended)
			})
		}
	}
}

// What the page around a frame asks for is an entry, too.
func TestAFaultInAMessageIsToldToBoth(t *testing.T) {
	p := hostedOn(t, "127.0.0.1", fragile(t), strings.Replace(strict, "BODY", frame("host=HOST", "example=pull-image", ""), 1))
	p.expect("")
	p.told("verdict")
	inFrame[bool](p, 0, `(ociPolicyFault("arm", "store.OpenText"), true)`)
	p.say(0, map[string]any{"ociPolicy": 1, "type": "set", "text": "Allow any-user to read buckets in tenancy"})
	p.until(`got("error")?.message.includes("a fault of a test")`)
	p.untilIn(0, `document.querySelector(".failed-notice")`)
	p.say(0, map[string]any{"ociPolicy": 1, "type": "set", "text": "Allow any-user to read buckets in tenancy"})
	p.until(`got("change")?.text.includes("any-user")`)
}

// copies presses a button and looks what is on the clipboard then.
func (p *page) copies(button, words string) {
	p.t.Helper()
	eval[bool](p, `(navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }, true)`)
	p.click(button)
	p.until(fmt.Sprintf(`window.copied?.includes(%q)`, words))
}
