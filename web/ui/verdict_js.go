package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Verdict is the band across the page.
type Verdict struct {
	vecty.Core
	View *store.VerdictView `vecty:"prop"`
}

func (b *Verdict) SkipRender(prev vecty.Component) bool { return prev.(*Verdict).View == b.View }

func (b *Verdict) Copy() vecty.Component { return kit.Copy(b) }

func (b *Verdict) Render() vecty.ComponentOrHTML {
	v := b.View
	return box("div", "band "+v.Outcome.Class,
		elem.Heading2(vecty.Markup(class("verdict-word")), shape(v.Outcome), text("span", "word", v.Outcome.Says)),
		rich("p", "headline", v.Headline),
		elem.Span(vecty.Markup(class("expected"), kit.Hidden(v.Expected == "")), vecty.Text(say.ExpectedWas+v.Expected)),
		text("span", "status", v.Status),
		elem.Span(vecty.Markup(class("copies"), kit.Hidden(v.Outcome.Says == say.NothingAsked)), button("", say.Copy, kit.Act("copy-text")), button("", say.Markdown, kit.Act("copy-markdown"), label(say.CopyMarkdown), attribute("title", say.CopyMarkdown))))
}

// Chain is why the verdict is so, and what could be done about it.
type Chain struct {
	vecty.Core
	View *store.ChainView `vecty:"prop"`
}

func (c *Chain) SkipRender(prev vecty.Component) bool { return prev.(*Chain).View == c.View }

func (c *Chain) Copy() vecty.Component { return kit.Copy(c) }

func (c *Chain) Render() vecty.ComponentOrHTML {
	v := c.View
	return box("div", "why",
		box("div", "chain",
			elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(v.Empty == "")), vecty.Text(v.Empty)),
			elem.Div(vecty.Markup(class("depends"), kit.Hidden(len(v.Depends) == 0)), text("h3", "", say.Depends),
				each("ul", "", v.Depends, func(i int, d []store.Phrase) kit.Row { return kit.NewRow("li", nth(i), nil, rich("span", "", d)) })),
			each("div", "needs", v.Needs, needRow)),
		elem.Aside(vecty.Markup(class("todo"), label(say.WhatToDo)), kit.Part(&v.Least, drawLeast), kit.Part(&v.Differs, drawDiffers), drawAudit(v.Audit)))
}

func drawLeast(v *store.LeastView) *vecty.HTML {
	return elem.Div(vecty.Markup(class("least"), kit.Hidden(len(v.Words) == 0)),
		text("h3", "", say.Least),
		box("div", "statement", words("code", "", v.Words)),
		box("p", "attach-at", text("span", "", say.AttachAt), rich("span", "", v.At), text("span", "", "."), elem.Span(vecty.Markup(class("tried "+v.Tried.Class), kit.Hidden(!v.Ours)), vecty.Text(say.Tried+v.Tried.Says))),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(len(v.Note) == 0)), rich("span", "", v.Note)),
		each("div", "besides", v.Beside, besideRow),
		box("p", "actions", button("first", say.Insert, kit.Act("insert"), kit.Hidden(!v.Ours)), button("", say.Copy, kit.Act("copy-least"))))
}

func besideRow(i int, b store.BesideView) kit.Row {
	return kit.NewRow("div", nth(i), markup(),
		box("div", "statement", words("code", "", b.Words)),
		box("p", "attach-at", text("span", "", say.AttachAt), rich("span", "", b.At), text("span", "", ".")))
}

func drawDiffers(v *store.DiffersView) *vecty.HTML {
	return elem.Div(vecty.Markup(class("differs"), kit.Hidden(v.Dialect == "")),
		text("strong", "", v.Dialect+say.Reads), elem.Span(vecty.Text(" ")), rich("span", "", v.Says))
}

func drawAudit(line string) *vecty.HTML {
	return elem.Div(vecty.Markup(class("audit"), kit.Hidden(line == "")),
		text("h3", "", say.Audit), box("div", "statement quiet", text("code", "", line)))
}
