package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// App is the page. Mount it in an element with the id "app".
type App struct {
	vecty.Core
	Page *Page

	html *vecty.HTML
	off  []func()
}

// NewApp is a page over a store.
func NewApp(s *store.Store) *App {
	return &App{Page: &Page{Store: s}}
}

func (a *App) Copy() vecty.Component { return kit.Copy(a) }

// Render puts each pane in an element of its own.
func (a *App) Render() vecty.ComponentOrHTML {
	v := a.Page.Store.Views()
	wholePage := v.Notice.Damaged != nil || v.Catalog.Open
	a.html = elem.Div(vecty.Markup(id("app"), class("app"), kit.Act("page"), vecty.Data("pane", v.Pane)),
		elem.Anchor(vecty.Markup(class("skip"), kit.Act("skip"), attribute("href", "#verdict")), vecty.Text(saySkip)),
		elem.Header(vecty.Markup(class("header")), &Header{View: v.Header}),
		box("div", "notices", &Notice{View: v.Notice}),
		elem.Navigation(vecty.Markup(class("tabs"), label(sayPanes), kit.Hidden(wholePage)), &Tabs{Pane: v.Pane}),
		elem.Main(vecty.Markup(class("panes"), kit.Hidden(wholePage)),
			box("div", "about", &About{View: v.About}),
			pane("policies", sayPolicies, &Policies{View: v.Policies, Page: a.Page}),
			splitter("policies", "vertical", sayWidthOf+sayPolicies),
			pane("tenancy", sayTenancy, &Tenancy{View: v.Tenancy, Page: a.Page}),
			splitter("tenancy", "vertical", sayWidthOf+sayTenancy),
			pane("request", sayRequest, &Request{View: v.Request, Page: a.Page}),
			splitter("top", "horizontal", sayHeightOf),
			pane("verdict", sayVerdict, &Verdict{View: v.Verdict}),
			pane("why", sayWhy, &Chain{View: v.Chain})),
		elem.Main(vecty.Markup(class("reference"), kit.Hidden(!v.Catalog.Open)), &Catalog{View: v.Catalog}),
		box("div", "dialogs", &Dialogs{View: v.Dialog, Page: a.Page}),
		elem.Paragraph(vecty.Markup(class("unseen"), attribute("role", "status"), id("spoken")), vecty.Text(v.Spoken)),
	)
	return a.html
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

// Mount listens to everything that happens in the page.
func (a *App) Mount() {
	a.Page.Store.Subscribe(func() { kit.Rerender(a) })
	hear := func(event string, handle func(*Page, kit.Target)) {
		a.off = append(a.off, kit.On(a.html, event, func(t kit.Target) { handle(a.Page, t) }))
	}
	hear("click", clicked)
	hear("change", changed)
	hear("input", typed)
	hear("keydown", pressed)
	hear("mouseover", pointed)
	hear("focusin", focused)
	a.off = append(a.off, browser.OnDrop(a.html.Node(), scenario.MaxBytes, a.Page.dropped))
	a.off = append(a.off, browser.OnKey(a.key))
}

// Unmount ends that.
func (a *App) Unmount() {
	for _, off := range a.off {
		off()
	}
	a.off = nil
}
