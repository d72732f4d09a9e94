package kit

import "github.com/hexops/vecty"

// Field is a text input, or a text area when Area is set. Give it an [Act] in Markup and hear it with [On]: "input" for
// each key, "change" when it is done.
type Field struct {
	vecty.Core
	Value  string        `vecty:"prop"`
	Area   bool          `vecty:"prop"`
	Markup vecty.Applyer `vecty:"prop"` // anything but a value
	Rev    int           `vecty:"prop"` // a new number puts Value in even while somebody types

	html *vecty.HTML
	rev  int
}

func (f *Field) Copy() vecty.Component { return Copy(f) }

// Render shows Value unless the person is in the field: then what was typed stands until they leave.
func (f *Field) Render() vecty.ComponentOrHTML {
	if f.html != nil && (!f.focused() || f.rev != f.Rev) {
		f.show()
	}
	tag := "input"
	if f.Area {
		tag = "textarea"
	}
	f.html = vecty.Tag(tag, vecty.Markup(f.Markup))
	return f.html
}

// Mount shows the first value.
func (f *Field) Mount() { f.show() }

func (f *Field) show() {
	f.rev = f.Rev
	if node := f.html.Node(); node.Get("value").String() != f.Value {
		node.Set("value", f.Value)
	}
}

func (f *Field) focused() bool {
	node := f.html.Node()
	return node.Get("ownerDocument").Get("activeElement").Equal(node)
}
