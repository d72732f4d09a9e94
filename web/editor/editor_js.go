package editor

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/web/browser"
)

// Editor is a text editor. Every position is a byte offset into Text.
//
// It must be the only child of its parent element: Vecty forgets where a skipped sibling stands.
type Editor struct {
	vecty.Core
	ID       string `vecty:"prop"` // of the element around the editor
	Label    string `vecty:"prop"` // what a screen reader calls it
	Text     string `vecty:"prop"`
	ReadOnly bool   `vecty:"prop"`
	Rev      int    `vecty:"prop"` // a new number forgets what could be undone: this is another document

	Problems []source.Diagnostic `vecty:"prop"`
	Lit      []Range             `vecty:"prop"`
	Reveal   Reveal              `vecty:"prop"`
	Look     int                 `vecty:"prop"` // a new number says that Paint answers something else now

	Paint    func(start, end int) ([]Token, []Mark)         `vecty:"prop"` // what stands there, in order
	OnChange func(text string)                              `vecty:"prop"`
	OnFix    func(problem, fix int)                         `vecty:"prop"`
	Hover    func(text string, offset int) (Card, bool)     `vecty:"prop"`
	OnAct    func(text string, offset, act int)             `vecty:"prop"` // of the card there
	Complete func(text string, offset int) (choices []Item) `vecty:"prop"`
	OnGo     func(offset int)                               `vecty:"prop"` // to what is named there
	OnRename func(offset int)                               `vecty:"prop"` // what is named there

	host   *vecty.HTML
	screen *screen // nil while not in the page
}

// Token is a word and the class it is coloured by.
type Token struct {
	Start, End int
	Class      string
}

// Range is a stretch of text that is lit, as under the pointer in another pane.
type Range struct {
	Start, End int
	Class      string
}

// Mark is a sign in the gutter beside the line that a place is in. Label is its tooltip.
type Mark struct {
	At           int
	Class, Label string
}

// Reveal selects a stretch, scrolls to it and takes the focus whenever Rev changes; in an editor that is only now made,
// when Fresh is set.
type Reveal struct {
	Start, End, Rev int
	Fresh           bool
}

// Item is one completion: Insert replaces the bytes from Start to End, which are the same for all items of an answer.
type Item struct {
	Label, Detail, Info, Kind, Insert string
	Start, End                        int
}

// Card explains a word: lines, with OCI's words in backquotes, and the titles of what can be done with it.
type Card struct {
	Text string
	Acts []string
}

// Copy drops what Vecty keeps of earlier renders.
func (e *Editor) Copy() vecty.Component {
	next := *e
	next.Core = vecty.Core{}
	return &next
}

// Render makes the empty element that the editor lives in.
func (e *Editor) Render() vecty.ComponentOrHTML {
	e.host = elem.Div(vecty.Markup(vecty.Class("policy-editor"), vecty.Attribute("id", e.ID)))
	return e.host
}

// Mount makes the editor.
func (e *Editor) Mount() {
	e.screen = &screen{file: source.NewFile(e.ID, e.Text), text: e.Text, label: e.Label, readOnly: e.ReadOnly, rev: e.Rev, reveal: e.Reveal.Rev}
	e.screen.code = browser.NewCode(e.host.Node(), e.Text, e.Label, e.ReadOnly, e.events())
	e.screen.showAll(e)
	if e.Reveal.Fresh {
		e.screen.reveal = 0
		e.screen.updateReveal(e)
	}
}

// Unmount ends it.
func (e *Editor) Unmount() {
	if e.screen == nil {
		return
	}
	e.screen.code.Destroy()
	e.screen = nil
}

// SkipRender hands over what changed and skips.
func (e *Editor) SkipRender(vecty.Component) bool {
	if e.screen == nil {
		return false
	}
	e.screen.update(e)
	return true
}

// events answer with the properties of the moment, for Vecty keeps one Editor and renews its properties.
func (e *Editor) events() browser.CodeEvents {
	return browser.CodeEvents{
		Change: func(change browser.CodeChange) {
			text := e.screen.typed(change)
			if e.OnChange != nil {
				e.OnChange(text)
			}
		},
		Fix: func(problem, fix int) {
			if e.OnFix != nil && e.Text == e.screen.file.Text { // else the places are of an older text
				e.OnFix(problem, fix)
			}
		},
		Hover: func(at int) (card browser.CodeCard, ok bool) {
			if e.Hover == nil {
				return card, false
			}
			found, ok := e.Hover(e.screen.file.Text, e.screen.file.Offset(at))
			return browser.CodeCard(found), ok
		},
		Act: func(at, act int) {
			if e.OnAct != nil {
				e.OnAct(e.screen.file.Text, e.screen.file.Offset(at), act)
			}
		},
		Paint:    e.paint,
		Complete: e.complete,
		Go:       func(at int) { e.tell(e.OnGo, at) },
		Rename:   func(at int) { e.tell(e.OnRename, at) },
	}
}

func (e *Editor) tell(hear func(int), at int) {
	if hear != nil {
		hear(e.screen.file.Offset(at))
	}
}

// paint is silent while the page has not heard of the newest text: its positions are of an older one.
func (e *Editor) paint(from, to int) (paint browser.CodePaint, ok bool) {
	file := e.screen.file
	if e.Paint == nil || e.Text != file.Text {
		return paint, false
	}
	words, marks := e.Paint(file.Offset(from), file.Offset(to))
	for _, w := range words {
		paint.Words = append(paint.Words, e.screen.place(w.Start, w.End, w.Class))
	}
	for _, m := range marks {
		paint.Marks = append(paint.Marks, browser.CodeMark{At: file.UTF16(m.At), Class: m.Class, Label: m.Label})
	}
	return paint, true
}

func (e *Editor) complete(at int) []browser.CodeItem {
	if e.Complete == nil {
		return nil
	}
	file := e.screen.file
	var items []browser.CodeItem
	for _, it := range e.Complete(file.Text, file.Offset(at)) {
		items = append(items, browser.CodeItem{Label: it.Label, Detail: it.Detail, Info: it.Info, Kind: it.Kind, Insert: it.Insert,
			From: file.UTF16(it.Start), To: file.UTF16(it.End)})
	}
	return items
}
