package kit

import (
	"runtime"
	"strconv"
	"strings"
	"syscall/js"
	"testing"
	"time"

	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"
	"github.com/hexops/vecty/prop"

	"oci-policy-playground/web/browser"
)

// view is a component that draws whatever a test wants next.
type view struct {
	vecty.Core
	draw func() *vecty.HTML
}

func (v *view) Render() vecty.ComponentOrHTML { return elem.Div(v.draw()) }

func show(t *testing.T, draw func() *vecty.HTML) *view {
	t.Helper()
	v := &view{draw: draw}
	stage, target := document().Call("createElement", "div"), document().Call("createElement", "div")
	stage.Call("append", target)
	document().Get("body").Call("prepend", stage)
	t.Cleanup(func() { stage.Call("remove") })
	if err := vecty.RenderIntoNode(target, v); err != nil {
		t.Fatal(err)
	}
	return v
}

func (v *view) then(draw func() *vecty.HTML) {
	v.draw = draw
	vecty.Rerender(v)
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

func document() js.Value { return js.Global().Get("document") }

func find(selector string) js.Value { return document().Call("querySelector", selector) }

func text(selector string) string { return find(selector).Get("textContent").String() }

func TestABooleanPropertyCanBeTurnedOff(t *testing.T) {
	button := func(markup vecty.Applyer) func() *vecty.HTML {
		return func() *vecty.HTML { return elem.Button(vecty.Markup(markup)) }
	}
	disabled := func() bool { return find("button").Get("disabled").Bool() }

	v := show(t, button(vecty.MarkupIf(true, prop.Disabled(true))))
	v.then(button(vecty.MarkupIf(false, prop.Disabled(true))))
	if !disabled() {
		t.Error("Vecty has mended properties that are left out: the remedy can go")
	}

	v = show(t, button(Disabled(true)))
	v.then(button(Disabled(false)))
	if disabled() {
		t.Error("the button is still disabled")
	}
}

func TestAnElementMayComeAndGoBeforeAList(t *testing.T) {
	section := func(note bool, list vecty.MarkupOrChild) *vecty.HTML {
		var children []vecty.MarkupOrChild
		if note {
			children = append(children, elem.Paragraph(vecty.Text("note")))
		}
		return elem.Section(append(children, list)...)
	}
	afterToggling := func(list func() vecty.MarkupOrChild) string {
		v := show(t, func() *vecty.HTML { return section(false, list()) })
		v.then(func() *vecty.HTML { return section(true, list()) })
		v.then(func() *vecty.HTML { return section(false, list()) })
		return text("section")
	}
	if afterToggling(func() vecty.MarkupOrChild { return vecty.List{row("a").html, row("b").html} }) == "ab" {
		t.Error("Vecty has mended lists among siblings: the remedy can go")
	}
	if got := afterToggling(func() vecty.MarkupOrChild { return List("div", nil, row("a"), row("b")) }); got != "ab" {
		t.Errorf("the section reads %q", got)
	}
}

func row(name string) Row {
	return NewRow("div", name, vecty.Markup(vecty.Attribute("tabindex", "0"), vecty.Class("row")), vecty.Text(name))
}

func TestTheFocusStaysInAList(t *testing.T) {
	loses := func(draw func() *vecty.HTML) bool {
		v := show(t, draw)
		find(".row").Call("focus")
		v.then(draw)
		return !document().Get("activeElement").Equal(find(".row"))
	}
	plain := func() *vecty.HTML {
		return elem.Div(vecty.List{row("a").html, row("b").html})
	}
	if !loses(plain) {
		t.Error("Vecty has mended keyed lists that come first: the remedy can go")
	}
	if loses(func() *vecty.HTML { return List("div", nil, row("a"), row("b")) }) {
		t.Error("the focus is lost")
	}
}

func TestRowsComeGoAndMove(t *testing.T) {
	list := func(names string) func() *vecty.HTML {
		return func() *vecty.HTML {
			var rows []Row
			for _, name := range strings.Split(names, "") {
				rows = append(rows, row(name))
			}
			return List("section", nil, rows...)
		}
	}
	v := show(t, list("abc"))
	for _, names := range []string{"cab", "", "xyz", "zaybx", "b", "bcdefgh", "hgfedcb"} {
		v.then(list(names))
		if got := text("section"); got != names {
			t.Fatalf("the list reads %q, not %q", got, names)
		}
	}
}

// still is a component that never renders twice.
type still struct {
	vecty.Core
	name string
}

func (s *still) Render() vecty.ComponentOrHTML        { return elem.Span(vecty.Text(s.name)) }
func (s *still) SkipRender(prev vecty.Component) bool { return true }

func TestAComponentMaySkipItsRenderInAList(t *testing.T) {
	plain := func() *vecty.HTML {
		return elem.Section(vecty.List{&keyed{still{name: "a"}}, &keyed{still{name: "b"}}})
	}
	v := show(t, plain)
	v.then(plain)
	if text("section") == "ab" {
		t.Error("Vecty has mended keyed components that skip: the remedy can go")
	}

	ours := func() *vecty.HTML {
		var rows []Row
		for _, name := range []string{"a", "b"} {
			rows = append(rows, NewRow("div", name, nil, &still{name: name}))
		}
		return List("section", nil, rows...)
	}
	v = show(t, ours)
	v.then(ours)
	if got := text("section"); got != "ab" {
		t.Errorf("the list reads %q", got)
	}
}

func TestAFieldLeavesWhatIsTypedAlone(t *testing.T) {
	typed := func(draw func() *vecty.HTML) string {
		v := show(t, draw)
		find("input").Call("focus")
		document().Call("execCommand", "insertText", false, "typed")
		v.then(draw) // the state still has the old value
		return find("input").Get("value").String()
	}
	if typed(func() *vecty.HTML { return elem.Input(vecty.Markup(prop.Value(""))) }) == "typed" {
		t.Error("Vecty has mended values: the remedy can go")
	}
	if got := typed(func() *vecty.HTML { return elem.Div(&Field{}) }); got != "typed" {
		t.Errorf("the field has %q", got)
	}
}

func TestAFieldShowsTheStateWhenNobodyTypes(t *testing.T) {
	field := func(value string, rev int) func() *vecty.HTML {
		return func() *vecty.HTML {
			return elem.Div(&Field{Value: value, Rev: rev, Markup: vecty.Markup(Disabled(false))})
		}
	}
	value := func() string { return find("input").Get("value").String() }
	v := show(t, field("one", 0))
	if got := value(); got != "one" {
		t.Errorf("first %q", got)
	}
	if v.then(field("two", 0)); value() != "two" {
		t.Errorf("then %q", value())
	}
	find("input").Call("focus")
	if v.then(field("three", 0)); value() != "two" {
		t.Errorf("while in the field %q", value())
	}
	if v.then(field("", 1)); value() != "" {
		t.Errorf("after a new revision %q", value())
	}
	find("input").Call("blur")
	if v.then(field("four", 1)); value() != "four" {
		t.Errorf("after leaving %q", value())
	}
}

// pane hears its rows with one listener.
type pane struct {
	vecty.Core
	heard []string
	root  *vecty.HTML
	off   func()
}

func (p *pane) Render() vecty.ComponentOrHTML {
	p.root = elem.Div(
		elem.Button(vecty.Markup(Act("remove", "id", "3")), elem.Span(vecty.Text("x"))),
		elem.Button(vecty.Markup(Act("break"))),
		elem.Input(vecty.Markup(Act("rename"))))
	return p.root
}

func (p *pane) Mount() {
	p.off = On(p.root, "click", func(on Target) {
		if on.Act() == "break" {
			panic("broken")
		}
		p.heard = append(p.heard, on.Act()+" "+on.Data("id"))
	})
}

func TestOneListenerHearsAllRowsOnceHoweverOftenTheyRender(t *testing.T) {
	p := &pane{}
	v := show(t, func() *vecty.HTML { return elem.Div(p) })
	for range 3 {
		v.then(v.draw)
		vecty.Rerender(p)
		frame()
	}
	find("span").Call("click")
	if len(p.heard) != 1 || p.heard[0] != "remove 3" {
		t.Errorf("heard %q", p.heard)
	}
	p.off()
	find("span").Call("click")
	if len(p.heard) != 1 {
		t.Error("heard after it was turned off")
	}
}

func TestRendersAddNoListeners(t *testing.T) {
	nodes := js.Global().Get("EventTarget").Get("prototype")
	add, added := nodes.Get("addEventListener"), 0
	counted := js.FuncOf(func(this js.Value, args []js.Value) any {
		added++
		return add.Call("call", this, args[0], args[1])
	})
	defer counted.Release()
	nodes.Set("addEventListener", counted)
	defer nodes.Set("addEventListener", add)
	addedByRender := func(draw func() *vecty.HTML) int {
		v := show(t, draw)
		before := added
		v.then(draw)
		return added - before
	}

	plain := vecty.Markup(&vecty.EventListener{Name: "click", Listener: func(*vecty.Event) {}})
	if addedByRender(func() *vecty.HTML { return elem.Div(elem.Button(plain), elem.Button(plain)) }) == 0 {
		t.Error("Vecty has mended listeners: the remedy can go")
	}
	p := &pane{}
	if n := addedByRender(func() *vecty.HTML { return elem.Div(p) }); n != 0 {
		t.Errorf("a render added %d listeners", n)
	}
}

func TestAPanicInAHandlerIsToldAndDoesNotEndTheProgram(t *testing.T) {
	var told []string
	browser.OnPanic(func(failure, stack string) { told = append(told, failure) })
	t.Cleanup(func() { browser.OnPanic(nil) })
	p := &pane{}
	show(t, func() *vecty.HTML { return elem.Div(p) })
	find("[data-act=break]").Call("click")
	find("span").Call("click")
	if len(told) != 1 || told[0] != "broken" || len(p.heard) != 1 {
		t.Errorf("told %q, heard %q", told, p.heard)
	}
}

// keyed is a still component with a key of its own.
type keyed struct{ still }

func (k *keyed) Key() any { return k.name }

func TestAHiddenFrameIsDrawnWithoutAnimationFrames(t *testing.T) {
	v := show(t, func() *vecty.HTML { return elem.Span(vecty.Text("one")) })
	frame()
	frames := js.Global().Get("requestAnimationFrame")
	never := js.FuncOf(func(js.Value, []js.Value) any { return 1 })
	js.Global().Set("requestAnimationFrame", never)
	t.Cleanup(func() { js.Global().Set("requestAnimationFrame", frames); never.Release() })
	for _, word := range []string{"two", "three", "four"} {
		v.draw = func() *vecty.HTML { return elem.Span(vecty.Text(word)) }
		Rerender(v)
		if !soon(func() bool { return text("span") == word }) {
			t.Errorf("drawn is %q, not %q", text("span"), word)
		}
	}
	if !soon(func() bool { return js.Global().Get("requestAnimationFrame").Equal(never.Value) }) {
		t.Error("the page's own frames are not given back")
	}
}

// soon tells whether something comes about within a second: a test may be woken amid a draw.
func soon(about func() bool) bool {
	for range 200 {
		if about() {
			return true
		}
		time.Sleep(5 * time.Millisecond)
	}
	return false
}

// many draws as many words as it is told to.
type many struct {
	vecty.Core
	words int
}

func (m *many) Copy() vecty.Component { return Copy(m) }

func (m *many) Render() vecty.ComponentOrHTML {
	all := make([]vecty.MarkupOrChild, m.words)
	for i := range all {
		all[i] = elem.Span(vecty.Text("word"))
	}
	return elem.Div(all...)
}

func TestRendersDoNotPileUpInMemory(t *testing.T) {
	m := &many{words: 2000}
	show(t, func() *vecty.HTML { return elem.Div(m) })
	draw := func(times int) (live uint64) {
		for range times {
			Rerender(m)
			time.Sleep(time.Millisecond) // the event is over then, and with it the draw
		}
		runtime.GC()
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		return stats.HeapAlloc
	}
	if early, late := draw(3), draw(20); late > early*2 {
		t.Errorf("after 3 renders %d bytes are held, after 20 more %d", early, late)
	}
}

func TestAPartIsDrawnOnlyWhenItShowsSomethingElse(t *testing.T) {
	type shown struct{ words []string }
	drawn := 0
	part := func(words ...string) func() *vecty.HTML {
		return func() *vecty.HTML {
			return elem.Div(vecty.Markup(prop.ID("around")), Part(&shown{words}, func(s *shown) *vecty.HTML {
				drawn++
				return elem.Paragraph(vecty.Text(strings.Join(s.words, " ")))
			}))
		}
	}
	v := show(t, part("one"))
	v.then(part("one"))
	if drawn != 1 {
		t.Errorf("it is drawn %d times for the same words", drawn)
	}
	v.then(part("one", "two"))
	if got := text("#around"); drawn != 2 || got != "one two" {
		t.Errorf("drawn %d times, it shows %q", drawn, got)
	}
}

func TestARowMayBecomeAnotherElement(t *testing.T) {
	rows := func(tags ...string) func() *vecty.HTML {
		return func() *vecty.HTML {
			var all []Row
			for i, tag := range tags {
				all = append(all, NewRow(tag, strconv.Itoa(i), nil, vecty.Text(tag+" ")))
			}
			return List("div", prop.ID("rows"), all...)
		}
	}
	v := show(t, rows("ins", "del", "ins"))
	v.then(rows("del", "del", "b"))
	if got := text("#rows"); got != "del del b " {
		t.Errorf("the list shows %q", got)
	}
}
