package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// works is the list of what the browser keeps.
func works(all []store.KeptView) *vecty.HTML {
	return elem.Section(vecty.Markup(class("works"), kit.Hidden(len(all) == 0)),
		text("h3", "", say.Works),
		text("p", "quiet", say.WorksAre),
		each("ul", "gallery", all, workRow))
}

func workRow(_ int, w store.KeptView) kit.Row {
	about := w.Holds + " · " + browser.Moment(w.Saved)
	if w.Open {
		about += " · " + say.ThisOne
	}
	return kit.NewRow("li", w.Key, class("work"),
		elem.Button(vecty.Markup(attribute("type", "button"), class("example"), kit.Act("work", "key", w.Key), kit.Aria("current", w.Open)),
			text("strong", "", w.Title), text("span", "quiet", about)),
		button("plain", "×", kit.Act("forget", "key", w.Key), label(say.Forget+w.Title), kit.Hidden(w.Open)))
}

// openWork goes on with a work of the list.
func openWork(p *Page, t kit.Target) {
	for _, k := range p.Store.State().Shelf {
		if k.Key == t.Data("key") {
			closeDialog(t)
			p.Store.Dispatch(store.OpenKept{Kept: k})
			return
		}
	}
}

// renderReplace asks before work is replaced that is not kept.
func (d *Dialog) renderReplace() *vecty.HTML {
	v := d.View.Replace
	return box("div", "",
		elem.Paragraph(text("strong", "", v.Title), plain(" ("+v.Holds+")")),
		text("p", "", say.ReplaceHow),
		box("p", "actions", button("solid", say.Stay, kit.Act("close")), button("", say.Save, kit.Act("save")), button("", say.ReplaceIt, kit.Act("replace"))))
}
