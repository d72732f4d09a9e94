package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Embed is the page inside of another: some of its panes one below the other, as tall as what is in them. Mount it in an
// element with the id "app".
type Embed struct {
	vecty.Core
	Page *Page

	html *vecty.HTML
	off  []func()
}

// NewEmbed is a page over a store made by [store.NewEmbedded].
func NewEmbed(s *store.Store) *Embed {
	return &Embed{Page: &Page{Store: s, ReadOnly: s.State().ReadOnly}}
}

// shown are the panes of each view, and the request as a line where its pane is not among them.
var shown = map[string][]string{
	"full":    {"policies", "tenancy", "request", "verdict", "why"},
	"policy":  {"policies", "asked", "verdict"},
	"verdict": {"asked", "verdict", "why"},
	"request": {"request", "verdict"},
	"tree":    {"tenancy", "asked", "verdict"},
}

func (e *Embed) Copy() vecty.Component { return kit.Copy(e) }

// Render draws the panes of the view, which stays the same for as long as the page does.
func (e *Embed) Render() vecty.ComponentOrHTML {
	v := e.Page.Store.Views()
	look := "embedded view-" + v.Embed.View
	if v.Embed.ReadOnly {
		look += " read-only"
	}
	inside := []vecty.MarkupOrChild{vecty.Markup(class("embedded-panes"), kit.Hidden(v.Notice.Damaged != nil))}
	for _, name := range shown[v.Embed.View] {
		inside = append(inside, e.renderPane(name, v))
	}
	e.html = elem.Div(vecty.Markup(id("app"), class(look), kit.Act("page")),
		elem.Header(text("h1", "unseen", say.Name)),
		box("div", "notices", &Notice{View: v.Notice}),
		elem.Main(inside...),
		elem.Footer(vecty.Markup(class("embedded-foot")), &EmbedFoot{View: v.Embed, Page: e.Page}),
		elem.Paragraph(vecty.Markup(class("unseen"), attribute("role", "status"), id("spoken")), vecty.Text(v.Spoken)))
	return e.html
}

func (e *Embed) renderPane(name string, v store.Views) *vecty.HTML {
	switch name {
	case "policies":
		return pane(name, say.Policies, &Policies{View: v.Policies, Page: e.Page})
	case "tenancy":
		return pane(name, say.Tenancy, &Tenancy{View: v.Tenancy, Page: e.Page})
	case "request":
		return pane(name, say.Request, &Request{View: v.Request, Page: e.Page})
	case "asked":
		return box("p", "asked", text("code", "", v.Embed.Asked))
	case "verdict":
		return pane(name, say.Verdict, &Verdict{View: v.Verdict})
	}
	return pane(name, say.Why, &Chain{View: v.Chain})
}

// Mount listens to everything that happens in the page.
func (e *Embed) Mount() {
	e.Page.Store.Subscribe(func() { kit.Rerender(e) })
	hear := func(event string, handle func(*Page, kit.Target)) {
		e.off = append(e.off, kit.On(e.html, event, func(t kit.Target) {
			lead(e.Page, t)
			handle(e.Page, t)
		}))
	}
	for event, handle := range handlers {
		hear(event, handle)
	}
	hear("contextmenu", func(*Page, kit.Target) {})
}

// Unmount ends that.
func (e *Embed) Unmount() {
	for _, off := range e.off {
		off()
	}
	e.off = nil
}

// lead makes the way out lead to the work of the moment, before anybody can take it. To pack a link is too much for
// every key.
func lead(p *Page, t kit.Target) {
	if t.Act() == "away" {
		t.Node().Set("href", p.Store.State().Away())
	}
}

// EmbedFoot is the line under an embedded page.
type EmbedFoot struct {
	vecty.Core
	View *store.EmbedView `vecty:"prop"`
	Page *Page            `vecty:"prop"`
}

func (f *EmbedFoot) SkipRender(prev vecty.Component) bool { return prev.(*EmbedFoot).View == f.View }

func (f *EmbedFoot) Copy() vecty.Component { return kit.Copy(f) }

func (f *EmbedFoot) Render() vecty.ComponentOrHTML {
	return box("div", "embedded-bar",
		text("span", "embedded-title quiet", f.View.Title),
		button("plain small", say.Undo, kit.Act("undo"), kit.Hidden(f.View.ReadOnly), kit.Aria("disabled", !f.View.CanUndo)),
		elem.Anchor(vecty.Markup(class("button plain small"), id("away"), attribute("href", f.Page.Store.State().Away()), attribute("target", "_blank"),
			attribute("rel", "noopener"), kit.Act("away")), vecty.Text(say.Away)))
}
