package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Dialogs shows the dialog that is open, if any.
type Dialogs struct {
	vecty.Core
	View *store.DialogView `vecty:"prop"`
	Page *Page             `vecty:"prop"`
}

func (d *Dialogs) SkipRender(prev vecty.Component) bool { return prev.(*Dialogs).View == d.View }

func (d *Dialogs) Copy() vecty.Component { return kit.Copy(d) }

func (d *Dialogs) Render() vecty.ComponentOrHTML {
	var rows []kit.Row
	if d.View.Kind != "" {
		rows = append(rows, kit.NewRow("div", d.View.Kind, nil, &Dialog{View: d.View, Page: d.Page}))
	}
	return kit.List("div", class("dialog-slot"), rows...)
}

// Dialog is one dialog while it is open.
type Dialog struct {
	vecty.Core
	View *store.DialogView `vecty:"prop"`
	Page *Page             `vecty:"prop"`

	html *vecty.HTML
	off  func()
}

// dialogs are what there is in each; the title of a form comes with it.
var dialogs = map[string]struct {
	title string
	draw  func(*Dialog) *vecty.HTML
}{
	"examples": {say.Examples, (*Dialog).renderExamples},
	"open":     {say.Open, (*Dialog).renderOpen},
	"download": {say.Save, (*Dialog).renderDownload},
	"share":    {say.Share, (*Dialog).renderShare},
	"help":     {say.Help, (*Dialog).renderHelp},
	"rename":   {say.Rename, (*Dialog).renderRename},
	"replace":  {say.Replace, (*Dialog).renderReplace},
	"entry":    {"", (*Dialog).renderForm},
}

func (d *Dialog) Copy() vecty.Component { return kit.Copy(d) }

func (d *Dialog) Render() vecty.ComponentOrHTML {
	d.html = elem.Dialog(vecty.Markup(class("dialog"), attribute("aria-labelledby", "dialog-title")),
		box("div", "dialog-head", elem.Heading2(vecty.Markup(id("dialog-title")), vecty.Text(d.title())),
			button("plain", "×", kit.Act("close"), label(say.Close))),
		box("div", "dialog-body", dialogs[d.View.Kind].draw(d)),
		elem.Paragraph(vecty.Markup(class("told"), attribute("role", "status")), plain(d.View.Told)))
	return d.html
}

func (d *Dialog) title() string {
	if d.View.Form != nil {
		return d.View.Form.Title
	}
	return dialogs[d.View.Kind].title
}

// Mount opens the dialog above everything else; the browser keeps the focus in it and gives it back.
func (d *Dialog) Mount() {
	d.html.Node().Call("showModal")
	d.off = browser.Listen(d.html.Node(), "close", func(browser.Event) { d.Page.send(store.ShowDialog{}) })
}

func (d *Dialog) Unmount() { d.off() }

func (d *Dialog) renderExamples() *vecty.HTML {
	filter := &kit.Field{Value: d.View.Filter, Markup: markup(class("field"), attribute("type", "search"), label(say.Filter), attribute("placeholder", say.Filter), autofocus(true), kit.Act("filter"))}
	return box("div", "",
		box("div", "", filter),
		each("div", "", d.View.Chapters, func(_ int, c store.ChapterView) kit.Row {
			return kit.NewRow("section", c.Heading, nil, text("h3", "", c.Heading), each("ul", "gallery", c.Examples, exampleRow))
		}),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(len(d.View.Chapters) > 0)), vecty.Text(say.NoExample)))
}

func exampleRow(_ int, x store.ExampleView) kit.Row {
	return kit.NewRow("li", x.Name, nil, elem.Button(vecty.Markup(attribute("type", "button"), class("example"), kit.Act("example", "name", x.Name),
		kit.Aria("current", x.Current)), text("strong", "", x.Title), rich("span", "quiet", x.About)))
}

func (d *Dialog) renderShare() *vecty.HTML {
	link := &kit.Field{Value: d.View.Link, Markup: markup(id("share-link"), class("field link"), kit.ReadOnly(true), kit.Act("link"))}
	return box("div", "",
		text("p", "quiet", say.ShareHow),
		d.renderRedact(),
		elem.Label(vecty.Markup(attribute("for", "share-link")), vecty.Text(say.Link)),
		box("div", "", link),
		text("p", "meter", d.View.Meter),
		box("p", "actions", button("solid", say.CopyLink, kit.Act("copy-link")), button("", say.CopyMarkdown, kit.Act("copy-markdown")), button("", say.Save, kit.Act("save"))),
		snippet(d.View.Snippet))
}

func (d *Dialog) renderHelp() *vecty.HTML {
	line := func(tag string) func(i int, words string) kit.Row {
		return func(i int, words string) kit.Row { return kit.NewRow(tag, nth(i), nil, vecty.Text(words)) }
	}
	return box("div", "help",
		text("p", "", say.Private),
		text("h3", "", say.KeysHead),
		each("ul", "keys", say.Keys[:], func(i int, k [2]string) kit.Row {
			return kit.NewRow("li", nth(i), nil, text("kbd", "", k[0]), text("span", "", k[1]))
		}),
		text("h3", "", say.WhatIsModelled),
		each("ul", "plain-list", say.Modelled, line("li")),
		text("p", "quiet", say.MadeOf(d.View.Engine, d.View.Catalog)))
}

func (d *Dialog) renderRename() *vecty.HTML {
	v := d.View.Rename
	name := &kit.Field{Value: v.Name, Markup: markup(id("new-name"), class("field"), attribute("autocomplete", "off"), attribute("spellcheck", "false"),
		attribute("aria-describedby", "rename-problem"), autofocus(true), kit.Aria("invalid", len(v.Problem) > 0), kit.Act("new-name"))}
	return box("div", "",
		elem.Label(vecty.Markup(attribute("for", "new-name")), vecty.Text(say.NewName+v.Kind)),
		box("div", "", name),
		elem.Paragraph(vecty.Markup(id("rename-problem"), class("bad"), attribute("role", "alert")), rich("span", "", v.Problem)),
		text("p", "quiet", say.RenameHow),
		box("p", "actions", button("solid", say.Rename, kit.Act("rename-to"))))
}
