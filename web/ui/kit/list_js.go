package kit

import "github.com/hexops/vecty"

// List is an element with rows in it and nothing else.
func List(tag string, markup vecty.Applyer, rows ...Row) *vecty.HTML {
	list := make(vecty.List, len(rows))
	for i, row := range rows {
		list[i] = row.html
	}
	// The empty text stands still while rows come and go, so Vecty always knows where the first row belongs.
	return vecty.Tag(tag, vecty.Markup(markup), vecty.Text(""), list)
}

// Row is an element of a [List].
type Row struct{ html *vecty.HTML }

// NewRow makes a row. Its key tells it from the other rows of the list, and stays the same when rows move. A row that becomes
// another element is another row: Vecty fails at one key with two tags.
func NewRow(tag, key string, markup vecty.Applyer, children ...vecty.ComponentOrHTML) Row {
	inside := []vecty.MarkupOrChild{vecty.Markup(vecty.Key(tag+" "+key), markup)}
	for _, child := range children {
		inside = append(inside, child)
	}
	return Row{vecty.Tag(tag, inside...)}
}
