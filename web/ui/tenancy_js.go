package ui

import (
	"strings"

	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// Tenancy is the pane of compartments, people and resources.
type Tenancy struct {
	vecty.Core
	View *store.TenancyView `vecty:"prop"`
	Page *Page              `vecty:"prop"`
}

func (t *Tenancy) SkipRender(prev vecty.Component) bool { return prev.(*Tenancy).View == t.View }

func (t *Tenancy) Render() vecty.ComponentOrHTML {
	v := t.View
	choice := func(words string, json bool) *vecty.HTML {
		return elem.Button(vecty.Markup(attribute("type", "button"), class("choice small"), kit.Act("json", "on", onOff(json)),
			kit.Aria("pressed", v.JSON == json)), vecty.Text(words))
	}
	return box("div", "pane-body",
		box("div", "pane-head", text("h2", "", sayTenancy),
			elem.Div(vecty.Markup(class("choices small"), attribute("role", "group"), label(sayTenancy)), choice(sayTree, false), choice(sayJSON, true))),
		box("div", "tenancy-json", when(v.JSON, t.renderJSON)),
		box("div", "tenancy-tree", when(!v.JSON, t.renderTree)))
}

func onOff(is bool) string {
	if is {
		return "on"
	}
	return ""
}

func (t *Tenancy) renderJSON() *vecty.HTML {
	return code(t.Page, "tenancy-text", sayTenancyText, t.View.Text, func(text string) {
		t.Page.Store.Dispatch(store.EditTenancy{Text: text})
	})
}

func (t *Tenancy) renderTree() *vecty.HTML {
	v := t.View
	return box("div", "",
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(!v.Broken)), vecty.Text(sayBrokenTenancy)),
		t.renderCompartments(),
		section(sayPeople, len(v.Groups)+len(v.Loose), t.renderPeople),
		section(sayDynamic, len(v.DynamicGroups), t.renderDynamic),
		section(sayResources, len(v.Resources), t.renderResources))
}

func section(title string, n int, inside func() *vecty.HTML) *vecty.HTML {
	return elem.Div(vecty.Markup(kit.Hidden(n == 0)), text("h3", "", title), inside())
}

func (t *Tenancy) renderCompartments() *vecty.HTML {
	rows := make([]kit.Row, len(t.View.Rows))
	current := 0
	for i, r := range t.View.Rows {
		if r.Current {
			current = i
		}
	}
	for i, r := range t.View.Rows {
		rows[i] = treeRow(r, i == current)
	}
	return kit.List("ul", markup(class("tree"), attribute("role", "tree"), label(sayCompartments)), rows...)
}

func treeRow(r store.TreeRow, stop bool) kit.Row {
	look, fold := "tree-row level-"+nth(min(r.Level, 9)), ""
	if r.Target {
		look += " target"
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
	name := r.Name
	if r.Target {
		name = "◆ " + name
	}
	tab := "-1"
	if stop {
		tab = "0"
	}
	return kit.NewRow("li", "c:"+r.Path, markup(class(look), attribute("role", "treeitem"), attribute("aria-level", nth(r.Level)), kit.Aria("selected", r.Target),
		attribute("tabindex", tab), state, kit.Act("place", "path", r.Path, "parent", onOff(r.Parent), "open", onOff(r.Open))),
		elem.Span(vecty.Markup(class("fold"), kit.Act("fold", "path", r.Path, "open", onOff(r.Open)), attribute("aria-hidden", "true")), vecty.Text(fold)),
		text("span", "tree-name", name), text("span", "tree-note", r.Note))
}

func (t *Tenancy) renderPeople() *vecty.HTML {
	groups := t.View.Groups
	if len(t.View.Loose) > 0 {
		groups = append(groups[:len(groups):len(groups)], store.GroupView{Name: sayNoGroup, Users: t.View.Loose})
	}
	return each("ul", "chips", groups, func(i int, g store.GroupView) kit.Row {
		look := "chip"
		if g.Own {
			look += " subject"
		}
		return kit.NewRow("li", nth(i), class(look), text("span", "", g.Name+" · "), text("span", "", listed(g.Users, sayNobody)))
	})
}

func listed(names []string, none string) string {
	if len(names) == 0 {
		return none
	}
	return strings.Join(names, ", ")
}

func (t *Tenancy) renderDynamic() *vecty.HTML {
	return each("ul", "rules", t.View.DynamicGroups, func(i int, g store.DynamicGroupView) kit.Row {
		look := "chip"
		if g.Own {
			look += " subject"
		}
		return kit.NewRow("li", nth(i), nil,
			box("span", look, text("span", "", g.Name+" · "+sayMatches), text("strong", "", listed(g.Matches, sayNothing))),
			elem.Button(vecty.Markup(attribute("type", "button"), class("rule"), kit.Act("show"), at(g.Span)), words("code", "", g.Rule)))
	})
}

func (t *Tenancy) renderResources() *vecty.HTML {
	return each("ul", "resources", t.View.Resources, func(i int, r store.ResourceView) kit.Row {
		return kit.NewRow("li", nth(i), nil, text("strong", "", r.Name), text("span", "quiet", " "+r.Type+" in "), text("span", "location", r.Place))
	})
}
