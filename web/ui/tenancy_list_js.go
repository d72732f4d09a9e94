package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

func (t *Tenancy) renderList(_ int, l store.ListView) kit.Row {
	return kit.NewRow("section", l.Key, markup(label(l.Title)),
		box("div", "list-head", text("h3", "", l.Title), button("plain small", "+ "+l.Kind, kit.Act("ask", "kind", l.Kind), kit.Hidden(t.View.ReadOnly))),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(len(l.Entries) > 0)), vecty.Text(l.None)),
		each("ul", "residents", l.Entries, t.renderEntry),
		showAll(l.Key, l.More))
}

func showAll(list string, more int) *vecty.HTML {
	return elem.Paragraph(vecty.Markup(kit.Hidden(more == 0)), button("plain small", sayShowAll+nth(more), kit.Act("show-all", "list", list)))
}

func (t *Tenancy) renderEntry(_ int, e store.ResidentView) kit.Row {
	look, to := "resident", e.Pointer
	if e.Open {
		look, to = look+" open", ""
	}
	return kit.NewRow("li", e.Pointer, class(look),
		elem.Button(vecty.Markup(attribute("type", "button"), class("resident-head"), kit.Aria("expanded", e.Open), kit.Act("entry", "pointer", to)),
			text("span", "resident-name "+e.Class, e.Name), text("span", "resident-note", " · "+e.Note),
			words("code", "resident-rule", e.Rule)),
		box("div", "resident-more", when(e.Open, func() *vecty.HTML { return t.renderOpen(e) })))
}

// renderOpen is an entry with all there is to it.
func (t *Tenancy) renderOpen(e store.ResidentView) *vecty.HTML {
	ask := func(kind, words string) *vecty.HTML {
		return button("small", words, kit.Act("ask", "kind", kind, "pointer", e.Pointer), attribute("aria-haspopup", "dialog"))
	}
	change, tags := ask("rename", sayChangeEntry), ask("tags", sayTagEntry)
	if e.Everywhere {
		change = ask("rename", sayRename)
	}
	if !e.Taggable {
		tags = text("span", "", "")
	}
	return box("div", "resident-body",
		box("div", "", when(e.Text.File != "", func() *vecty.HTML {
			return code(t.Page, "rule-text", sayRuleOf+e.Name, e.Text, func(text string) {
				t.Page.Store.Dispatch(store.EditRule{Group: e.Pointer, Text: text})
			})
		})),
		kit.List("div", markup(class("chips"), attribute("role", "group"), label(sayMembers+e.Name), kit.Hidden(len(e.Chips) == 0)), chips(e.Chips)...),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(e.Tags == "")), vecty.Text(sayTagged), text("code", "", e.Tags)),
		elem.Div(vecty.Markup(class("resident-acts"), kit.Hidden(t.View.ReadOnly)), change, tags, ask("delete", sayDeleteEntry)))
}

// chips are memberships that can be given and taken away.
func chips(all []store.ChipView) []kit.Row {
	rows := make([]kit.Row, len(all))
	for i, c := range all {
		name := c.Name
		if c.In {
			name = "✓ " + name
		}
		rows[i] = kit.NewRow("button", c.User+c.Group, markup(attribute("type", "button"), class("chip"), kit.Aria("pressed", c.In),
			kit.Act("member", "user", c.User, "group", c.Group, "in", onOff(!c.In))), plain(name))
	}
	return rows
}

// renderSelf is what the tenancy says of itself.
func (t *Tenancy) renderSelf() *vecty.HTML {
	v := t.View.Self
	name := &kit.Field{Value: v.Name, Markup: markup(id("tenancy-name"), class("field"), attribute("spellcheck", "false"), kit.Act("self", "key", "name"))}
	regions := append([]store.Option{{Value: "", Label: sayNoRegion}}, v.Regions...)
	row := func(of, words string, field *vecty.HTML) *vecty.HTML {
		return box("div", "form-row", elem.Label(vecty.Markup(attribute("for", of)), vecty.Text(words)), field)
	}
	return elem.Section(vecty.Markup(label(sayTheTenancy)),
		box("div", "list-head", text("h3", "", sayTheTenancy),
			box("span", "", button("plain small", sayAddDomain, kit.Act("ask", "kind", "domain")), button("plain small", sayAddTenancy, kit.Act("ask", "kind", "tenancy")),
				button("plain small", sayRemoveTenancy, kit.Act("remove-tenancy"), label(sayRemoveThisTenancy), attribute("title", sayRemoveThisTenancy), kit.Hidden(t.View.Abroad == "")))),
		box("div", "form",
			row("tenancy-name", sayTenancyName, box("div", "", name)),
			row("home-region", sayHomeRegion, box("div", "", choose("home-region", "", v.HomeRegion, regions, kit.Act("self", "key", "homeRegion")))),
			toggle("denyPolicies", sayDenyCounts, v.Deny), toggle("administrators", sayAdministrators, v.Administrators)))
}

func toggle(key, words string, on bool) *vecty.HTML {
	return elem.Label(vecty.Markup(class("toggle")),
		elem.Input(vecty.Markup(attribute("type", "checkbox"), kit.Checked(on), kit.Act("self", "key", key))), text("span", "", words))
}
