package editor

import (
	"os"
	"path/filepath"
	"strings"
	"syscall/js"
	"testing"
	"time"

	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/engine/source"
)

// page is a component around an editor, as the real page is: it keeps the text and renders after each change.
type page struct {
	vecty.Core
	editor  Editor // its properties are handed to a new Editor at each render
	heading string
	removed bool

	typed []string
	fixes [][2]int
}

func (p *page) Render() vecty.ComponentOrHTML {
	var inside vecty.ComponentOrHTML
	if !p.removed {
		copied := p.editor
		inside = &copied
	}
	return elem.Div(elem.Heading1(vecty.Text(p.heading)), elem.Div(inside))
}

func (p *page) change(text string) {
	p.typed = append(p.typed, text)
	p.editor.Text = text
	vecty.Rerender(p)
}

// open puts a page with an editor into the document. The test ends with an empty document.
func open(t *testing.T, editor Editor) *page {
	t.Helper()
	loadScript(t)
	p := &page{editor: editor}
	p.editor.OnChange = p.change
	p.editor.OnFix = func(problem, fix int) { p.fixes = append(p.fixes, [2]int{problem, fix}) }
	body := document().Get("body")
	target := document().Call("createElement", "div")
	body.Call("append", target)
	if err := vecty.RenderIntoNode(target, p); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		p.removed = true
		p.rerender()
		body.Get("lastElementChild").Call("remove")
	})
	frame()
	return p
}

func (p *page) rerender() {
	vecty.Rerender(p)
	frame()
}

// frame waits until what was asked for is on the screen: a render runs in the next animation frame.
func frame() {
	for range 2 {
		drawn := make(chan struct{})
		callback := js.FuncOf(func(js.Value, []js.Value) any { close(drawn); return nil })
		js.Global().Call("requestAnimationFrame", callback)
		<-drawn
		callback.Release()
	}
}

// loadScript runs the script as built for the site.
func loadScript(t *testing.T) {
	t.Helper()
	if js.Global().Get("policyEditor").Truthy() {
		return
	}
	built, err := filepath.Glob("../../dist/editor.*.js")
	if err != nil || len(built) != 1 {
		t.Fatalf("the editor's script is not built (make build): %v %v", built, err)
	}
	text, err := os.ReadFile(built[0])
	if err != nil {
		t.Fatal(err)
	}
	script := document().Call("createElement", "script")
	script.Set("textContent", string(text))
	document().Get("head").Call("append", script)
}

func document() js.Value { return js.Global().Get("document") }

func find(selector string) js.Value { return document().Call("querySelector", selector) }

func count(selector string) int { return document().Call("querySelectorAll", selector).Length() }

// typeText types where the caret is, as a keyboard would.
func typeText(text string) {
	document().Call("execCommand", "insertText", false, text)
	frame()
}

func content() string {
	var lines []string
	all := document().Call("querySelectorAll", ".cm-line")
	for i := range all.Length() {
		lines = append(lines, all.Index(i).Get("textContent").String())
	}
	return strings.Join(lines, "\n")
}

func caret() int { return js.Global().Get("getSelection").Invoke().Get("anchorOffset").Int() }

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 100 {
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("never came true: %s", what)
}

func TestTypingIsReportedAndSurvivesTheRenderItCauses(t *testing.T) {
	p := open(t, Editor{ID: "ed", Label: "Policy", Text: "Allow group A"})
	p.editor.Reveal = Reveal{Start: 5, End: 5, Rev: 1}
	p.rerender()
	typeText("!")
	typeText("?")
	p.rerender()
	if got := content(); got != "Allow!? group A" {
		t.Errorf("the editor shows %q", got)
	}
	if len(p.typed) != 2 || p.typed[1] != "Allow!? group A" {
		t.Errorf("reported %q", p.typed)
	}
	if !document().Get("activeElement").Equal(find(".cm-content")) {
		t.Error("the focus left the editor")
	}
	if got := caret(); got != 7 {
		t.Errorf("the caret is at %d, not 7", got)
	}
}

func TestOffsetsAreBytesOnTheGoSide(t *testing.T) {
	text := "😀é x"
	p := open(t, Editor{ID: "ed", Text: text, Paint: paints([]Token{{Start: 7, End: 8, Class: "tok-x"}}, nil)})
	p.editor.Reveal = Reveal{Start: len(text), End: len(text), Rev: 1}
	p.rerender()
	if got := find(".tok-x").Get("textContent").String(); got != "x" {
		t.Errorf("the token is %q", got)
	}
	typeText("y")
	if len(p.typed) != 1 || p.typed[0] != text+"y" {
		t.Errorf("reported %q", p.typed)
	}
}

// An edit crosses as a stretch of UTF-16 units; whatever is changed, wherever, Go has the text that stands in the page.
func TestEveryEditArrivesWhole(t *testing.T) {
	p := open(t, Editor{ID: "ed", Text: "😀é x\nzwei 😀😀\n"})
	editor := find(".cm-content").Get("cmTile").Get("root").Get("view")
	change := func(what string, changes ...any) {
		t.Helper()
		editor.Call("dispatch", map[string]any{"changes": changes})
		if got := editor.Get("state").Get("doc").Call("toString").String(); len(p.typed) == 0 || p.typed[len(p.typed)-1] != got {
			t.Errorf("%s: %q stands there, %q was reported last", what, got, p.typed)
		}
	}
	edit := func(from, to int, insert string) any { return map[string]any{"from": from, "to": to, "insert": insert} }
	change("a character of two units", edit(0, 2, "😁"))
	change("half of one", edit(1, 2, ""))
	high, low := js.Global().Get("String").Call("fromCharCode", 0xd83d), js.Global().Get("String").Call("fromCharCode", 0xde02)
	change("the first half of a new one", map[string]any{"from": 0, "insert": high})
	change("the half that completes it", map[string]any{"from": 1, "insert": low})
	change("another half in its place", map[string]any{"from": 1, "to": 2, "insert": js.Global().Get("String").Call("fromCharCode", 0xde03)})
	change("a half before a whole one", map[string]any{"from": 0, "insert": high})
	change("two places at once", edit(1, 2, "e"), edit(6, 8, ""))
	change("all of it", edit(0, editor.Get("state").Get("doc").Get("length").Int(), ""))
	change("a whole text", edit(0, 0, "Allow group A\n\tto read 😀"))
}

// paints answers the same for every part of a text.
func paints(words []Token, marks []Mark) func(int, int) ([]Token, []Mark) {
	return func(int, int) ([]Token, []Mark) { return words, marks }
}

func TestPropertiesBecomeElements(t *testing.T) {
	p := open(t, Editor{ID: "ed", Label: "Policy ops", Text: "one two\nthree"})
	if got := find(".cm-content").Call("getAttribute", "aria-label").String(); got != "Policy ops" {
		t.Errorf("the label is %q", got)
	}
	p.editor.Look, p.editor.Paint = 1, paints([]Token{{0, 3, "tok-a"}, {4, 7, "tok-b"}, {8, 13, "tok-a"}}, []Mark{{9, "mark-grants", "grants this request"}})
	p.editor.Lit = []Range{{4, 13, "lit-verb"}}
	p.editor.Problems = []source.Diagnostic{{Severity: source.Error, Span: source.Span{Start: 4, End: 7}, Summary: "odd"}}
	p.rerender()
	for selector, want := range map[string]int{".tok-a": 2, ".tok-b": 1, ".mark-grants": 1, ".lit-verb": 2, ".cm-lintRange-error": 1} {
		if got := count(selector); got != want {
			t.Errorf("%d of %s, not %d", got, selector, want)
		}
	}
	p.editor.Look, p.editor.Problems, p.editor.Paint = 2, nil, paints(nil, nil)
	p.rerender()
	if got := count(".mark-grants, .cm-lintRange-error, .tok-a"); got != 0 {
		t.Errorf("%d signs stayed", got)
	}
}

func TestAnotherTextIsShownButNotReported(t *testing.T) {
	p := open(t, Editor{ID: "ed", Text: "one"})
	p.editor.Text, p.editor.Rev = "two\nthree", 1
	p.rerender()
	if got := content(); got != "two\nthree" {
		t.Errorf("the editor shows %q", got)
	}
	find(".cm-content").Call("focus")
	document().Call("execCommand", "undo")
	p.rerender()
	if got := content(); got != "two\nthree" || len(p.typed) != 0 {
		t.Errorf("after undo %q, reported %q", got, p.typed)
	}
}

func TestAnEchoDoesNotOverwriteNewerTyping(t *testing.T) {
	p := open(t, Editor{ID: "ed", Text: "a"})
	p.editor.OnChange = func(text string) { p.typed = append(p.typed, text) } // a page that lags
	p.editor.Reveal = Reveal{Start: 1, End: 1, Rev: 1}
	p.rerender()
	typeText("b")
	typeText("c")
	p.editor.Text = p.typed[0]
	p.rerender()
	if got := content(); got != "abc" {
		t.Errorf("the editor shows %q", got)
	}
}

func TestAChangeFromOutsideKeepsTheCaretInItsPlace(t *testing.T) {
	p := open(t, Editor{ID: "ed", Text: "use buckets in tenancy"})
	p.editor.Reveal = Reveal{Start: 14, End: 14, Rev: 1}
	p.rerender()
	p.editor.Text = "manage buckets in tenancy"
	p.rerender()
	if got := caret(); got != 17 {
		t.Errorf("the caret is at %d, not 17", got)
	}
}

func TestAFixIsAskedFor(t *testing.T) {
	fix := source.Fix{Title: "Change it"}
	p := open(t, Editor{ID: "ed", Text: "odd", Problems: []source.Diagnostic{
		{Severity: source.Warning, Span: source.Span{End: 3}, Summary: "odd", Fixes: []source.Fix{fix}}}})
	p.editor.Reveal = Reveal{Start: 1, End: 1, Rev: 1}
	p.rerender()
	press(".", true)
	eventually(t, "the fix is asked for", func() bool { return len(p.fixes) == 1 && p.fixes[0] == [2]int{0, 0} })
}

func TestAFixOfWordsJustTypedComesOnceTheirProblemsAreTold(t *testing.T) {
	p := open(t, Editor{ID: "ed", Text: "od", Problems: []source.Diagnostic{{Span: source.Span{End: 2}, Summary: "no fix yet"}}})
	p.editor.OnChange = func(text string) { p.typed = append(p.typed, text) } // a page that lags
	p.editor.Reveal = Reveal{Start: 2, End: 2, Rev: 1}
	p.rerender()
	typeText("d")
	if press(".", true) || len(p.fixes) != 0 {
		t.Errorf("the key was left to the page, or a fix of older words was asked for: %v", p.fixes)
	}
	p.editor.Text = p.typed[0]
	p.editor.Problems = []source.Diagnostic{{Span: source.Span{End: 3}, Summary: "odd", Fixes: []source.Fix{{Title: "Change it"}}}}
	p.rerender()
	eventually(t, "the fix is asked for", func() bool { return len(p.fixes) == 1 })

	typeText("e")
	press(".", true)
	typeText("r")
	p.editor.Text = p.typed[2]
	p.rerender()
	if len(p.fixes) != 1 {
		t.Error("a fix came though its person had typed on")
	}
}

func TestCompletionReplacesTheWord(t *testing.T) {
	p := open(t, Editor{ID: "ed", Text: "é "})
	p.editor.Complete = func(text string, at int) []Item {
		start := strings.LastIndex(text[:at], " ") + 1
		return []Item{{Label: "manage", Detail: "verb", Insert: "manage ", Start: start, End: at}}
	}
	p.editor.Reveal = Reveal{Start: 3, End: 3, Rev: 1}
	p.rerender()
	typeText("ma")
	eventually(t, "a list of completions", func() bool { return count(".cm-tooltip-autocomplete li") == 1 })
	time.Sleep(100 * time.Millisecond) // a list just shown does not take a key at once
	press("Enter", false)
	eventually(t, "the word is completed", func() bool { return content() == "é manage " })
}

func TestTabLeaves(t *testing.T) {
	open(t, Editor{ID: "ed", Text: "x"})
	find(".cm-content").Call("focus")
	if taken := !press("Tab", false); taken {
		t.Error("the editor takes Tab")
	}
}

// farAway is an editor below what the window shows. Its text stands in for it.
func farAway(t *testing.T, e Editor) *page {
	t.Helper()
	space := document().Call("createElement", "div")
	space.Get("style").Set("height", "10000px")
	document().Get("body").Call("append", space)
	t.Cleanup(func() { space.Call("remove") })
	js.Global().Call("scrollTo", 0, 0)
	p := open(t, e)
	if count(".cm-editor") != 0 || find(".policy-standin").Get("textContent").String() != e.Text {
		t.Fatal("nothing stands in for the editor")
	}
	return p
}

func TestAnEditorIsMadeWhenItIsScrolledNear(t *testing.T) {
	p := farAway(t, Editor{ID: "ed", Label: "Policy a", Text: "one"})
	p.editor.Text, p.editor.Label, p.editor.ReadOnly = "one two", "Policy b", true
	p.editor.Look, p.editor.Paint = 1, paints([]Token{{4, 7, "tok-a"}}, nil)
	p.editor.Lit = []Range{{0, 3, "lit"}}
	p.editor.Problems = []source.Diagnostic{{Severity: source.Error, Span: source.Span{Start: 4, End: 7}, Summary: "odd"}}
	p.rerender()
	stands := find(".policy-standin")
	if got := stands.Get("textContent").String() + stands.Get("ariaLabel").String() + stands.Get("ariaReadOnly").String(); got != "one twoPolicy btrue" {
		t.Errorf("what stands in says %q", got)
	}
	find("#ed").Call("scrollIntoView")
	for _, shown := range []string{".cm-content[aria-label='Policy b'][aria-readonly=true]", ".tok-a", ".lit", ".cm-lintRange-error"} {
		eventually(t, shown, func() bool { return count(shown) == 1 })
	}
	if got := content(); got != "one two" || count(".policy-standin") != 0 {
		t.Errorf("the editor shows %q", got)
	}
}

func TestWhatIsSelectedIsInAnEditor(t *testing.T) {
	p := farAway(t, Editor{ID: "ed", Text: "one"})
	p.editor.Text, p.editor.Reveal = "one two", Reveal{Start: 4, End: 7, Rev: 1}
	p.rerender()
	typeText("three")
	if got := content(); got != "one three" {
		t.Errorf("the editor shows %q", got)
	}
}

func TestPaperHasEditors(t *testing.T) {
	farAway(t, Editor{ID: "ed", Text: "one"})
	js.Global().Call("dispatchEvent", js.Global().Get("Event").New("beforeprint"))
	if count(".cm-editor") != 1 {
		t.Error("the text is printed without its signs")
	}
}

func TestRemovingTheEditorEndsIt(t *testing.T) {
	p := open(t, Editor{ID: "ed", Text: "x"})
	p.removed = true
	p.rerender()
	if count(".cm-editor, .policy-editor") != 0 {
		t.Error("the editor is still there")
	}
	p.removed = false
	p.rerender()
	if count(".cm-editor") != 1 {
		t.Error("the editor did not come back")
	}
}

// press sends a key to the editor; it reports false when the editor took it.
func press(key string, ctrl bool) bool {
	event := js.Global().Get("KeyboardEvent").New("keydown", map[string]any{
		"key": key, "ctrlKey": ctrl, "bubbles": true, "cancelable": true})
	return find(".cm-content").Call("dispatchEvent", event).Bool()
}
