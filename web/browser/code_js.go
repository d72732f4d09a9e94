package browser

import (
	"encoding/binary"
	"syscall/js"
)

// Code is a code editor in the page, made by the script in web/editor. Every position is in UTF-16 code units.
type Code struct {
	handle js.Value
	funcs  []js.Func
}

// CodeEvents are what an editor tells and asks. All must be set.
type CodeEvents struct {
	Change   func(CodeChange)
	Fix      func(problem, fix int)
	Paint    func(from, to int) (paint CodePaint, ok bool) // what stands there; not while the text is newer
	Hover    func(at int) (card CodeCard, ok bool)
	Act      func(at, act int) // of the card there
	Complete func(at int) []CodeItem
	Go       func(at int)
	Rename   func(at int)
}

// CodeChange says that Insert stands where From to To stood.
type CodeChange struct {
	From, To int
	Insert   string
}

// CodeCard explains a word: lines, with the titles of what can be done with it.
type CodeCard struct {
	Text string
	Acts []string
}

// CodeItem is one completion: Insert replaces what stands between From and To.
type CodeItem struct {
	Label, Detail, Info, Kind, Insert string
	From, To                          int
}

// CodeProblem is an underlined stretch with what to say about it.
type CodeProblem struct {
	From, To          int
	Severity, Message string
	Fixes             []string
}

// CodeRange is a stretch of text with a look.
type CodeRange struct {
	From, To int
	Class    string
}

// CodePaint is what a part of a text looks like: its words, in order, and the signs beside its lines.
type CodePaint struct {
	Words []CodeRange
	Marks []CodeMark
}

// CodeMark is a sign beside the line that a place is in.
type CodeMark struct {
	At           int
	Class, Label string
}

// WhenEditing calls act when editors can be made. Where their script is not in the page, the script that started the program
// is asked for it.
func WhenEditing(act func()) {
	if window().Get("policyEditor").Truthy() {
		act()
		return
	}
	window().Get("ociPolicyShell").Call("edit", callback(func([]js.Value) any {
		act()
		return nil
	}))
}

// NewCode makes an editor inside an element.
func NewCode(parent js.Value, text, label string, readOnly bool, on CodeEvents) *Code {
	maker := window().Get("policyEditor")
	if !maker.Truthy() {
		panic("browser: the editor's script is not loaded")
	}
	c := &Code{}
	options := map[string]any{"text": text, "label": label, "readOnly": readOnly}
	c.handle = maker.Call("create", parent, options, c.callbacks(on))
	return c
}

func (c *Code) callbacks(on CodeEvents) map[string]any {
	return map[string]any{
		"change": c.callback(func(a []js.Value) any {
			on.Change(CodeChange{a[0].Int(), a[1].Int(), a[2].String()})
			return nil
		}),
		"go":     c.callback(func(a []js.Value) any { on.Go(a[0].Int()); return nil }),
		"rename": c.callback(func(a []js.Value) any { on.Rename(a[0].Int()); return nil }),
		"fix":    c.callback(func(a []js.Value) any { on.Fix(a[0].Int(), a[1].Int()); return nil }),
		"paint": c.callback(func(a []js.Value) any {
			if paint, ok := on.Paint(a[0].Int(), a[1].Int()); ok {
				return paintJS(paint)
			}
			return nil
		}),
		"hover": c.callback(func(a []js.Value) any {
			if !helps(a[1]) {
				return nil
			}
			if card, ok := on.Hover(a[0].Int()); ok {
				return map[string]any{"text": card.Text, "acts": texts(card.Acts)}
			}
			return nil
		}),
		"act": c.callback(func(a []js.Value) any { on.Act(a[0].Int(), a[1].Int()); return nil }),
		"complete": c.callback(func(a []js.Value) any {
			if !helps(a[1]) {
				return items(nil)
			}
			return items(on.Complete(a[0].Int()))
		}),
	}
}

// helps tells whether help with the text can be had. What somebody asked for brings it.
func helps(asked js.Value) bool {
	if asked.Truthy() {
		Need()
	}
	return Whole()
}

func (c *Code) callback(answer func(args []js.Value) any) js.Func {
	f := callback(answer)
	c.funcs = append(c.funcs, f)
	return f
}

// Destroy removes the editor and frees its callbacks.
func (c *Code) Destroy() {
	c.handle.Call("destroy")
	for _, f := range c.funcs {
		f.Release()
	}
}

// SetText makes the document equal to text by changing only what differs. Change is not called.
func (c *Code) SetText(text string) { c.handle.Call("setText", text) }

// Forget empties the undo history.
func (c *Code) Forget() { c.handle.Call("forget") }

func (c *Code) SetReadOnly(is bool)          { c.handle.Call("setReadOnly", is) }
func (c *Code) SetLabel(label string)        { c.handle.Call("setLabel", label) }
func (c *Code) Select(from, to int)          { c.handle.Call("select", from, to) }
func (c *Code) SetLit(lit []CodeRange)       { c.handle.Call("setLit", rangesJS(lit)) }
func (c *Code) SetProblems(ps []CodeProblem) { c.handle.Call("setProblems", problemsJS(ps)) }

// Repaint says that Paint answers something else now.
func (c *Code) Repaint() { c.handle.Call("repaint") }

// paintJS gives each word its class. The words are many, so they cross as numbers in one piece: start, end and the class's
// place in a list of names.
func paintJS(paint CodePaint) map[string]any {
	var names []any
	places := map[string]uint32{}
	packed := make([]byte, 0, 12*len(paint.Words))
	for _, w := range paint.Words {
		place, known := places[w.Class]
		if !known {
			place = uint32(len(names))
			places[w.Class], names = place, append(names, w.Class)
		}
		packed = binary.LittleEndian.AppendUint32(packed, uint32(w.From))
		packed = binary.LittleEndian.AppendUint32(packed, uint32(w.To))
		packed = binary.LittleEndian.AppendUint32(packed, place)
	}
	bytes := window().Get("Uint8Array").New(len(packed))
	js.CopyBytesToJS(bytes, packed)
	return map[string]any{"numbers": window().Get("Uint32Array").New(bytes.Get("buffer")), "classes": names, "marks": marksJS(paint.Marks)}
}

func items(list []CodeItem) []any {
	out := make([]any, len(list))
	for i, it := range list {
		out[i] = map[string]any{"label": it.Label, "detail": it.Detail, "info": it.Info, "type": it.Kind,
			"apply": it.Insert, "from": it.From, "to": it.To}
	}
	return out
}

func rangesJS(list []CodeRange) []any {
	out := make([]any, len(list))
	for i, r := range list {
		out[i] = map[string]any{"from": r.From, "to": r.To, "class": r.Class}
	}
	return out
}

func marksJS(list []CodeMark) []any {
	out := make([]any, len(list))
	for i, m := range list {
		out[i] = map[string]any{"at": m.At, "class": m.Class, "label": m.Label}
	}
	return out
}

func problemsJS(list []CodeProblem) []any {
	out := make([]any, len(list))
	for i, p := range list {
		out[i] = map[string]any{"from": p.From, "to": p.To, "severity": p.Severity, "message": p.Message, "fixes": texts(p.Fixes)}
	}
	return out
}

func texts(list []string) []any {
	out := make([]any, len(list))
	for i, text := range list {
		out[i] = text
	}
	return out
}
