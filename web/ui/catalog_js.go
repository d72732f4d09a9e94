package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Catalog is the reference: services, types, permissions, operations and variables, each with a page and an address.
type Catalog struct {
	vecty.Core
	View *store.CatalogView `vecty:"prop"`
}

func (c *Catalog) SkipRender(prev vecty.Component) bool { return prev.(*Catalog).View == c.View }

func (c *Catalog) Copy() vecty.Component { return kit.Copy(c) }

func (c *Catalog) Render() vecty.ComponentOrHTML {
	v := c.View
	if !v.Open {
		return elem.Div()
	}
	query := &kit.Field{Value: v.Query, Markup: markup(id("look-up"), class("field"), attribute("type", "search"), label(say.LookUp),
		attribute("placeholder", say.LookUp), attribute("autocomplete", "off"), attribute("spellcheck", "false"), kit.Act("look-up"))}
	look := "catalog"
	if v.Name != "" && v.Services {
		look += " settled"
	}
	return box("div", look,
		elem.Navigation(vecty.Markup(class("catalog-side"), label(say.Catalog)),
			box("p", "catalog-back", elem.Anchor(vecty.Markup(attribute("href", "#"+v.Back), kit.Act("shut-catalog")), vecty.Text(say.BackToWork))),
			box("div", "", query),
			text("h2", "finds-head", c.heading()),
			each("ul", "finds", v.Found, findRow),
			elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(!v.More)), vecty.Text(say.MoreFound))),
		c.renderPages())
}

func (c *Catalog) heading() string {
	switch {
	case c.View.Services:
		return say.Services
	case len(c.View.Found) == 0:
		return say.NothingFound
	}
	return say.Found
}

func findRow(_ int, e store.EntryView) kit.Row {
	return kit.NewRow("li", e.Kind+" "+e.Link, nil, elem.Anchor(vecty.Markup(class("find"), attribute("href", page(e.Link))),
		text(tagOf(e.Kind), "", e.Name), text("span", "quiet", e.Kind+of(e.Service))))
}

// tagOf tells names of OCI's language from those of services.
func tagOf(kind string) string {
	if kind == "" || kind == "service" {
		return "span"
	}
	return "code"
}

func of(service string) string {
	if service == "" {
		return ""
	}
	return " · " + service
}

// page is the address of a name's page.
func page(name string) string { return "#catalog/" + name }

func (c *Catalog) renderPages() *vecty.HTML {
	v := c.View
	pages := make([]kit.Row, len(v.Pages))
	for i := range v.Pages {
		pages[i] = kit.NewRow("article", v.Name+" "+v.Pages[i].Key, class("entry"), &Entry{View: &v.Pages[i], First: i == 0})
	}
	return box("div", "catalog-main",
		elem.Div(vecty.Markup(class("catalog-intro"), kit.Hidden(v.Name != "")),
			text("h2", "entry-title", say.Catalog), text("p", "", say.CatalogIs), text("p", "quiet", say.FactsOf+v.Date+".")),
		elem.Paragraph(vecty.Markup(kit.Hidden(len(v.Unknown) == 0)), rich("span", "", v.Unknown)),
		kit.List("div", class("entries"), pages...))
}

// Entry is a page of the catalog. The first of a name takes the focus when it opens, so that a screen reader begins there.
type Entry struct {
	vecty.Core
	View  *store.PageView `vecty:"prop"`
	First bool            `vecty:"prop"`
}

func (e *Entry) Copy() vecty.Component { return kit.Copy(e) }

func (e *Entry) Render() vecty.ComponentOrHTML {
	v := e.View
	title := markup(class("entry-title"), attribute("tabindex", "-1"))
	if e.First {
		title = markup(title, id("entry"))
	}
	return box("div", "",
		elem.Heading2(vecty.Markup(title), text("code", "", v.Title), text("span", "entry-kind", v.Kind)),
		each("div", "entry-lead", v.Lead, func(i int, sentence []store.Phrase) kit.Row {
			return kit.NewRow("p", nth(i), nil, rich("span", "", sentence))
		}),
		each("div", "", v.Blocks, func(i int, b store.BlockView) kit.Row {
			return kit.NewRow("section", nth(i), class("entry-block"), text("h3", "", b.Title), block(b))
		}),
		elem.Paragraph(vecty.Markup(kit.Hidden(v.Source == "")), leadTo(v.Source, say.Page, false)))
}

// Mount gives it the focus, unless somebody is typing what to look for.
func (e *Entry) Mount() {
	if e.First && browser.FocusedTag() != "INPUT" {
		browser.Focus("#entry")
	}
}

// block draws a table; a list is one without a head.
func block(b store.BlockView) *vecty.HTML {
	return box("div", "entry-table", box("table", "",
		elem.TableHead(vecty.Markup(kit.Hidden(len(b.Head) == 0)), each("tr", "", b.Head, func(i int, h string) kit.Row {
			return kit.NewRow("th", nth(i), attribute("scope", "col"), vecty.Text(h))
		})),
		each("tbody", "", b.Rows, func(i int, r store.LineView) kit.Row {
			return kit.NewRow("tr", nth(i), class("depth-"+nth(min(r.Depth, 6))), cells(r)...)
		})))
}

func cells(r store.LineView) []vecty.ComponentOrHTML {
	var all []vecty.ComponentOrHTML
	for _, c := range r.Cells {
		all = append(all, box("td", "", rich("span", "", c)))
	}
	if r.Insert != "" {
		all = append(all, box("td", "entry-act", button("small", say.Insert, kit.Act("insert-text", "statement", r.Insert), attribute("title", r.Insert))))
	}
	return all
}
