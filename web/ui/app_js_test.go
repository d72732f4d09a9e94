package ui

import (
	"os"
	"path/filepath"
	"strings"
	"syscall/js"
	"testing"
	"time"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// open shows the page over a store that shows an example.
func open(t *testing.T) *store.Store {
	t.Helper()
	loadScripts(t)
	s := store.New("example=pull-image", nil, "https://play.example/")
	target := document().Call("createElement", "div")
	document().Get("body").Call("append", target)
	app := NewApp(s)
	onScreen = app
	target.Set("id", "target")
	if err := kit.RenderInto("#target", app); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		app.Unmount()
		find("#app").Call("remove")
	})
	frame()
	return s
}

var onScreen *App

// loadScripts runs what the program draws with.
func loadScripts(t *testing.T) {
	t.Helper()
	if js.Global().Get("policyEditor").Truthy() {
		return
	}
	built, err := filepath.Glob("../../dist/editor.*.js")
	if err != nil || len(built) != 1 {
		t.Fatalf("the editor's script is not built (make build): %v %v", built, err)
	}
	for _, file := range []string{"phrases.js", built[0]} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		script := document().Call("createElement", "script")
		script.Set("textContent", string(text))
		document().Get("head").Call("append", script)
	}
}

// frame waits until all that was asked for is drawn.
func frame() {
	for range 2 {
		nextFrame()
	}
	for !onScreen.whole || onScreen.late {
		time.Sleep(time.Millisecond)
	}
	nextFrame()
}

// animationFrame is the browser's own, for which the page has another while it draws.
var animationFrame = js.Global().Get("requestAnimationFrame")

func nextFrame() {
	drawn := make(chan struct{})
	callback := js.FuncOf(func(js.Value, []js.Value) any { close(drawn); return nil })
	animationFrame.Invoke(callback)
	<-drawn
	callback.Release()
}

func document() js.Value { return js.Global().Get("document") }

func find(selector string) js.Value { return document().Call("querySelector", selector) }

func reads(selector string) string { return find(selector).Get("textContent").String() }

func click(selector string) {
	find(selector).Call("click")
	frame()
}

// enter moves the focus into an editor, which is only its text until it is scrolled near.
func enter(editor string) {
	for find(editor).Call("scrollIntoView"); !find(editor + " .cm-content").Truthy(); time.Sleep(time.Millisecond) {
	}
	find(editor + " .cm-content").Call("focus")
}

// typeOver puts a text in the place of all that stands in an editor, as a keyboard would.
func typeOver(editor, text string) {
	enter(editor)
	js.Global().Get("getSelection").Invoke().Call("selectAllChildren", find(editor+" .cm-content"))
	frame()
	document().Call("execCommand", "insertText", false, text)
	frame()
}

func wants(t *testing.T, what, got, want string) {
	t.Helper()
	if !strings.Contains(got, want) {
		t.Errorf("%s reads %q, without %q", what, got, want)
	}
}

func TestTypingFlipsTheVerdict(t *testing.T) {
	s := open(t)
	wants(t, "the verdict", reads(".verdict-word"), "DENIED")
	typeOver("#policy-0", "Allow any-user to read repos in tenancy // 😀")
	document().Call("execCommand", "insertText", false, "é!")
	frame()
	wants(t, "the policy", s.Views().Policies.Cards[0].Text.Text, "tenancy // 😀é!")
	wants(t, "the verdict", reads(".verdict-word"), "ALLOWED")
	wants(t, "the chain", reads(".need-title"), "Granted by")
}

func TestAFixIsOneClick(t *testing.T) {
	open(t)
	click("[data-act=fix-story]")
	wants(t, "the verdict", reads(".verdict-word"), "ALLOWED")
	wants(t, "the editor", reads("#policy-0 [role=textbox]"), "compartment Images")
	click("[data-act=undo]")
	wants(t, "the verdict", reads(".verdict-word"), "DENIED")
}

func TestADialogKeepsWhatItIsAboutFromTheKeysOfThePage(t *testing.T) {
	s := open(t)
	undone := func() bool {
		find("#app").Call("dispatchEvent", js.Global().Get("KeyboardEvent").New("keydown", map[string]any{"key": "z", "ctrlKey": true, "bubbles": true}))
		return s.State().CanRedo()
	}
	s.Dispatch(store.AddPolicy{})
	s.Dispatch(store.ShowDialog{Dialog: "help"})
	if undone() {
		t.Error("a step was taken back behind the dialog")
	}
	s.Dispatch(store.ShowDialog{})
	if !undone() {
		t.Error("no step was taken back")
	}
}

func TestPointingAtAFacetLightsItsWords(t *testing.T) {
	open(t)
	enter("#policy-0")
	event := js.Global().Get("MouseEvent").New("mouseover", map[string]any{"bubbles": true})
	document().Call("querySelectorAll", ".facet").Index(2).Call("dispatchEvent", event)
	frame()
	wants(t, "what is lit", reads("#policy-0 .lit"), "MyCompartment")
	find(".band").Call("dispatchEvent", js.Global().Get("MouseEvent").New("mouseover", map[string]any{"bubbles": true}))
	frame()
	if find("#policy-0 .lit").Truthy() {
		t.Error("the words stay lit")
	}
}

func TestTheTreeIsWalkedByKeys(t *testing.T) {
	s := open(t)
	press := func(key string) {
		document().Get("activeElement").Call("dispatchEvent", js.Global().Get("KeyboardEvent").New("keydown", map[string]any{"key": key, "bubbles": true}))
		frame()
	}
	find("[role=treeitem][tabindex='0']").Call("focus")
	press("End")
	press("Home")
	press("ArrowDown")
	press("Enter")
	wants(t, "the request", s.Views().Request.Sentence.Text, "in MyCompartment")
	press("ArrowUp")
	press("ArrowLeft")
	if n := document().Call("querySelectorAll", "[role=treeitem]").Length(); n != 1 {
		t.Errorf("%d compartments are shown of a tree that is folded", n)
	}
}

func TestAPanicIsTold(t *testing.T) {
	s := open(t)
	s.Fail("out of paint", "somewhere")
	frame()
	wants(t, "the notice", reads("[role=alert]"), "out of paint")
	wants(t, "the verdict", reads(".verdict-word"), "DENIED")
}

func TestASentenceShowsItsPieces(t *testing.T) {
	s := open(t)
	s.Dispatch(store.OpenText{Name: "pasted", Text: "Allow group <b>A</b> to read buckets in tenancy"})
	frame()
	hostile := find("#policies .problem-more code, #policies .problem-summary code")
	if !hostile.Truthy() {
		t.Fatal("no word of a problem stands out")
	}
	if find("#app b").Truthy() {
		t.Error("a text became an element")
	}
}
