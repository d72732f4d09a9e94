package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Header is the bar at the top.
type Header struct {
	vecty.Core
	View *store.HeaderView `vecty:"prop"`
}

func (h *Header) SkipRender(prev vecty.Component) bool { return prev.(*Header).View == h.View }

func (h *Header) Copy() vecty.Component { return kit.Copy(h) }

func (h *Header) Render() vecty.ComponentOrHTML {
	return box("div", "bar",
		text("h1", "name", say.Name),
		box("div", "bar-left",
			button("plain", say.Examples+" ▾", kit.Act("dialog", "kind", "examples"), attribute("aria-haspopup", "dialog")),
			button("plain", say.New, kit.Act("new")),
			button("plain", say.Open, kit.Act("dialog", "kind", "open"), attribute("aria-haspopup", "dialog")),
			elem.Anchor(vecty.Markup(class("button plain"), attribute("href", page(""))), vecty.Text(say.Catalog)),
			button("plain", say.UndoSign, kit.Act("undo"), label(say.Undo), attribute("title", say.Undo), kit.Aria("disabled", !h.View.CanUndo)),
			button("plain", say.RedoSign, kit.Act("redo"), label(say.Redo), attribute("title", say.Redo), kit.Aria("disabled", !h.View.CanRedo))),
		box("div", "bar-right",
			h.renderDialect(),
			h.renderTheme(),
			button("plain", "?", kit.Act("dialog", "kind", "help"), label(say.Help), attribute("title", say.Help), attribute("aria-haspopup", "dialog")),
			button("plain", say.Save, kit.Act("dialog", "kind", "download"), attribute("aria-haspopup", "dialog")),
			button("solid", say.Share, kit.Act("dialog", "kind", "share"), attribute("aria-haspopup", "dialog"))))
}

func (h *Header) renderDialect() *vecty.HTML {
	choice := func(words, dialect, explained string, is bool) *vecty.HTML {
		return elem.Button(vecty.Markup(attribute("type", "button"), class("choice"), kit.Act("dialect", "to", dialect),
			kit.Aria("pressed", is), attribute("title", explained)), vecty.Text(words))
	}
	return elem.Div(vecty.Markup(class("choices"), attribute("role", "group"), label(say.Dialect)),
		choice(say.Guide, "guide", say.GuideIs, !h.View.Oracle),
		choice(say.Oracle, "oracle", say.OracleIs, h.View.Oracle))
}

// themes are what follows what, with its sign and name.
var themes = map[string]struct{ next, sign, name string }{
	"":      {"light", "◐", say.ThemeSystem},
	"light": {"dark", "○", say.ThemeLight},
	"dark":  {"", "●", say.ThemeDark},
}

func (h *Header) renderTheme() *vecty.HTML {
	theme := themes[h.View.Theme]
	return button("plain", theme.sign, kit.Act("theme", "to", theme.next), label(theme.name), attribute("title", theme.name))
}

// Tabs choose the pane that a phone shows.
type Tabs struct {
	vecty.Core
	Pane string `vecty:"prop"`
}

func (t *Tabs) Copy() vecty.Component { return kit.Copy(t) }

func (t *Tabs) Render() vecty.ComponentOrHTML {
	tab := func(pane, words string) *vecty.HTML {
		return elem.Button(vecty.Markup(attribute("type", "button"), class("tab"), kit.Act("pane", "to", pane),
			kit.Aria("current", t.Pane == pane)), vecty.Text(words))
	}
	return box("div", "tab-row", tab("verdict", say.Verdict), tab("policies", say.Policies), tab("tenancy", say.Tenancy), tab("request", say.Request))
}

// About is the title of the scenario and what it teaches.
type About struct {
	vecty.Core
	View *store.AboutView `vecty:"prop"`
}

func (a *About) SkipRender(prev vecty.Component) bool { return prev.(*About).View == a.View }

func (a *About) Copy() vecty.Component { return kit.Copy(a) }

func (a *About) Render() vecty.ComponentOrHTML {
	return box("div", "",
		elem.Paragraph(vecty.Markup(class("hint"), kit.Hidden(!a.View.Hint)),
			box("span", "", text("strong", "", say.HintHead), plain(say.Hint)), button("small", say.HintRead, kit.Act("greet"))),
		elem.Aside(vecty.Markup(class("about-text"), kit.Hidden(a.View.Shut), label(say.AboutThis)),
			text("h2", "about-title", a.View.Title),
			rich("p", "", a.View.About),
			button("plain small", say.Hide, kit.Act("shut-about"))))
}
