package ui

import (
	"github.com/hexops/vecty"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// fixes draws a button for each fix and, after it, what it does to the text. The style sheet shows that of the button which is
// pointed at or has the focus, and else of the first. Of is the start of their identifiers.
func fixes(of string, all []store.FixView, act func(f store.FixView) vecty.Applyer) *vecty.HTML {
	var rows []kit.Row
	for i, f := range all {
		look, name := "", of+"-"+nth(i)
		if i == 0 {
			look = " first"
		}
		rows = append(rows, kit.NewRow("button", name, markup(attribute("type", "button"), class("button fix"+look), act(f), attribute("aria-describedby", name)),
			rich("span", "", f.Title)),
			kit.NewRow("span", name+"-edit", markup(class("fix-edit"+look), id(name)), edited(f.Edit)))
	}
	return kit.List("span", class("fixes"), rows...)
}

// edits are the elements for words that go and that come.
var edits = map[string]string{"": "span", "cut": "del", "put": "ins"}

func edited(words []store.Word) *vecty.HTML {
	return each("code", "", words, func(i int, w store.Word) kit.Row {
		tag := edits[w.Class]
		return kit.NewRow(tag, tag+nth(i), nil, plain(w.Text)) // a key keeps its tag
	})
}
