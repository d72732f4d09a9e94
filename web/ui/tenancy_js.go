package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Tenancy is the pane of compartments, people and resources.
type Tenancy struct {
	vecty.Core
	View *store.TenancyView `vecty:"prop"`
	Page *Page              `vecty:"prop"`
}

func (t *Tenancy) SkipRender(prev vecty.Component) bool { return prev.(*Tenancy).View == t.View }

func (t *Tenancy) Copy() vecty.Component { return kit.Copy(t) }

func (t *Tenancy) Render() vecty.ComponentOrHTML {
	v := t.View
	if v == nil {
		return waiting(say.Tenancy)
	}
	choice := func(words string, json bool) *vecty.HTML {
		return elem.Button(vecty.Markup(attribute("type", "button"), class("choice small"), kit.Act("json", "on", onOff(json)),
			kit.Aria("pressed", v.JSON == json)), vecty.Text(words))
	}
	return box("div", "pane-body",
		box("div", "pane-head", text("h2", "", say.Tenancy),
			elem.Div(vecty.Markup(class("choices small"), attribute("role", "group"), label(say.Tenancy)), choice(say.Tree, false), choice(say.JSON, true))),
		kit.List("div", markup(class("choices tenancies"), attribute("role", "group"), label(say.Tenancies), kit.Hidden(len(v.Tabs) == 0)), t.tabs()...),
		box("div", "tenancy-json", when(v.JSON, t.renderJSON)),
		box("div", "tenancy-tree", when(!v.JSON, t.renderTree)))
}

func (t *Tenancy) tabs() []kit.Row {
	rows := make([]kit.Row, len(t.View.Tabs))
	for i, o := range t.View.Tabs {
		rows[i] = kit.NewRow("button", o.Value, markup(attribute("type", "button"), class("choice"), kit.Act("tenancy", "to", o.Value), kit.Aria("pressed", o.Value == t.View.Abroad)), plain(o.Label))
	}
	return rows
}

func onOff(is bool) string {
	if is {
		return "on"
	}
	return ""
}

func (t *Tenancy) renderJSON() *vecty.HTML {
	return code(t.Page, "tenancy-text", say.TenancyText, t.View.Text, func(text string) {
		t.Page.Store.Dispatch(store.EditTenancy{Text: text})
	})
}

func (t *Tenancy) renderTree() *vecty.HTML {
	v := t.View
	return box("div", "",
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(!v.Broken)), vecty.Text(say.BrokenTenancy)),
		t.renderCompartments(),
		showAll("compartments", v.MoreRows),
		each("div", "lists", v.Lists, t.renderList),
		box("div", "", when(!v.Broken && !v.ReadOnly, t.renderSelf)))
}

func (t *Tenancy) renderCompartments() *vecty.HTML {
	rows := make([]kit.Row, len(t.View.Rows))
	for i, r := range t.View.Rows {
		rows[i] = treeRow(r, r.Current && !t.View.ReadOnly)
	}
	return kit.List("ul", markup(class("tree"), attribute("role", "tree"), label(say.Compartments), kit.Hidden(len(rows) == 0)), rows...)
}

func treeRow(r store.TreeRow, tended bool) kit.Row {
	look, fold, name, tab := "tree-row level-"+nth(min(r.Level, 9)), "", r.Name, "-1"
	if r.Target {
		look, name = look+" target", "◆ "+name
	}
	if r.Lit {
		look += " lit"
	}
	state := markup()
	if r.Parent {
		state = kit.Aria("expanded", r.Open)
		if fold = "▸"; r.Open {
			fold = "▾"
		}
	}
	if r.Current {
		look, tab = look+" current", "0"
	}
	return kit.NewRow("li", "c:"+r.Pointer, markup(class(look), attribute("role", "treeitem"), attribute("aria-level", nth(r.Level)), kit.Aria("selected", r.Current),
		attribute("tabindex", tab), state, kit.Act("place", "path", r.Path, "pointer", r.Pointer, "parent", onOff(r.Parent), "open", onOff(r.Open))),
		elem.Span(vecty.Markup(class("fold"), kit.Act("fold", "path", r.Path, "open", onOff(r.Open)), attribute("aria-hidden", "true")), vecty.Text(fold)),
		text("span", "tree-name", name), text("span", "tree-note", r.Note), tools(r, tended))
}

// tool is a button on the row that the keyboard is on.
type tool struct{ sign, act, kind, says string }

var toolbar = [...]tool{
	{"◆", "aim", "", say.Aim}, {"+", "ask", "compartment", say.AddInside}, {"§", "attach-here", "", say.AttachHere}, {"#", "ask", "tags", say.TagIt},
	{"✎", "ask", "rename", say.RenameIt}, {"⇢", "ask", "move", say.MoveIt}, {"×", "ask", "delete", say.DeleteIt},
}

// tools are what can be done with a compartment; the root keeps its name and place.
func tools(r store.TreeRow, offered bool) *vecty.HTML {
	shown := toolbar[:]
	switch {
	case !offered:
		shown = nil
	case r.Pointer == "":
		shown = toolbar[:4]
	}
	rows := make([]kit.Row, len(shown))
	for i, b := range shown {
		rows[i] = kit.NewRow("button", b.says, markup(attribute("type", "button"), class("tool"), label(b.says), attribute("title", b.says),
			kit.Act(b.act, "kind", b.kind, "path", r.Path, "pointer", r.Pointer), kit.Disabled(b.kind == "compartment" && r.Full)), vecty.Text(b.sign))
	}
	return kit.List("span", markup(class("tools"), attribute("role", "group"), label(say.ActionsOn+r.Name), kit.Hidden(!offered)), rows...)
}
