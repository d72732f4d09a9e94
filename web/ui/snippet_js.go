package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// snippet is what to paste into another page, with a look at what comes of it, which is loaded when it is opened.
func snippet(v store.SnippetView) *vecty.HTML {
	html := &kit.Field{Area: true, Value: v.HTML, Markup: markup(id("snippet"), class("field link"), attribute("rows", "4"), kit.ReadOnly(true), kit.Act("link"))}
	return elem.Section(vecty.Markup(class("snippet"), label(say.Embed), kit.Hidden(v.HTML == "")),
		text("h3", "", say.Embed),
		formRow("framed", say.EmbedView, choose("framed", "", v.View, v.Views, kit.Act("framed"))),
		elem.Label(vecty.Markup(attribute("for", "snippet")), vecty.Text(say.EmbedHTML)),
		box("div", "", html),
		box("p", "actions", button("", say.CopyHTML, kit.Act("copy-snippet"))),
		elem.Details(text("summary", "", say.EmbedLook),
			elem.InlineFrame(vecty.Markup(class("snippet-frame"), attribute("title", say.EmbedLook), attribute("loading", "lazy"), attribute("src", v.Frame)))))
}
