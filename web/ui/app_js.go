package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// App is the page. Mount it in an element with the id "app".
type App struct {
	vecty.Core
	Page *Page

	panes
	outline  outline
	scenario *scenario.Scenario // what the verdict is of
	whole    bool               // all panes are drawn, not only the verdict and the chain
	late     bool               // the other panes are to be drawn after the next frame
	html     *vecty.HTML
	off      []func()
}

// outline is what the page shows outside of its parts.
type outline struct {
	pane, spoken       string
	reference, damaged bool
}

// NewApp is a page over a store.
func NewApp(s *store.Store) *App {
	page := &Page{Store: s}
	return &App{Page: page, panes: firstPanes(page), scenario: s.State().Work.Scenario}
}

func (a *App) Copy() vecty.Component { return kit.Copy(a) }

// Render puts each pane in an element of its own.
func (a *App) Render() vecty.ComponentOrHTML {
	a.outline = outlineOf(a.Page.Store.Views())
	wholePage := a.outline.damaged || a.outline.reference
	a.html = elem.Div(vecty.Markup(id("app"), class("app"), kit.Act("page"), vecty.Data("pane", a.outline.pane)),
		elem.Anchor(vecty.Markup(class("skip"), kit.Act("skip"), attribute("href", "#verdict")), vecty.Text(say.Skip)),
		elem.Header(vecty.Markup(class("header")), a.header),
		elem.Div(vecty.Markup(class("notices"), kit.Hidden(a.outline.reference && a.outline.damaged)), a.notice),
		elem.Navigation(vecty.Markup(class("tabs"), label(say.Panes), kit.Hidden(wholePage)), &Tabs{Pane: a.outline.pane}),
		elem.Main(vecty.Markup(class("panes"), kit.Hidden(wholePage)),
			box("div", "about", a.about),
			pane("policies", say.Policies, a.policies),
			splitter("policies", "vertical", say.WidthOf+say.Policies),
			pane("tenancy", say.Tenancy, a.tenancy),
			splitter("tenancy", "vertical", say.WidthOf+say.Tenancy),
			pane("request", say.Request, a.request),
			splitter("top", "horizontal", say.HeightOf),
			pane("verdict", say.Verdict, a.verdict),
			pane("why", say.Why, a.chain)),
		elem.Main(vecty.Markup(class("reference"), kit.Hidden(!a.outline.reference)), a.catalog),
		box("div", "dialogs", a.dialogs),
		elem.Paragraph(vecty.Markup(class("unseen"), attribute("role", "status"), id("spoken")), vecty.Text(a.outline.spoken)),
	)
	return a.html
}

func outlineOf(v store.Views) outline {
	return outline{pane: v.Pane, spoken: v.Spoken, reference: v.Catalog.Open, damaged: v.Notice.Damaged != nil}
}

// complete draws the panes that the first verdict did not wait for.
func (a *App) complete() {
	a.whole = true
	a.catchUp()
}

// follow draws again what has changed. Where the work did, the verdict and the chain are on the screen before the other
// panes are even thought of. Until the page is whole nothing else is drawn.
func (a *App) follow() {
	s := a.Page.Store
	switch {
	case !a.whole:
		a.panes.answer(s)
		return
	case a.scenario == s.State().Work.Scenario:
		a.catchUp()
		return
	}
	a.scenario = s.State().Work.Scenario
	a.panes.answer(s)
	if !a.late {
		a.late = true
		browser.AfterPaint(a.catchUp)
	}
}

// catchUp draws all that has changed.
func (a *App) catchUp() {
	a.late = false
	v := a.Page.Store.Views()
	a.panes.follow(v)
	if a.outline != outlineOf(v) {
		kit.Rerender(a)
	}
}

// pane is a landmark that F6 stops at.
func pane(name, title string, inside vecty.Component) *vecty.HTML {
	return elem.Section(vecty.Markup(id(name), class("pane pane-"+name), label(title), attribute("tabindex", "-1"), vecty.Data("stop", name)), inside)
}

// splitter is the line behind a pane. The page's own script moves it: it is about pixels, of which Go knows nothing.
func splitter(name, orientation, title string) *vecty.HTML {
	return elem.Div(vecty.Markup(class("split split-"+name), attribute("role", "separator"), attribute("tabindex", "0"), label(title),
		attribute("aria-orientation", orientation), attribute("aria-valuenow", "50"), vecty.Data("split", name)))
}

// handlers are the events that the page hears, wherever in it they happen.
var handlers = map[string]func(*Page, kit.Target){
	"click": clicked, "change": changed, "input": typed, "keydown": pressed, "mouseover": pointed, "focusin": focused,
}

// Mount listens to everything that happens in the page.
func (a *App) Mount() {
	a.Page.Store.Subscribe(a.follow)
	for event, handle := range handlers {
		a.off = append(a.off, kit.On(a.html, event, func(t kit.Target) { handle(a.Page, t) }))
	}
	a.off = append(a.off, browser.OnDrop(a.html.Node(), scenario.MaxBytes, a.Page.dropped))
	a.off = append(a.off, browser.OnKey(a.key))
	browser.AfterPaint(func() { browser.WhenEditing(a.complete) })
}

// Unmount ends that.
func (a *App) Unmount() {
	for _, off := range a.off {
		off()
	}
	a.off = nil
}
