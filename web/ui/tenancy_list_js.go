package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

func (t *Tenancy) renderList(_ int, l store.ListView) kit.Row {
	return kit.NewRow("section", l.Key, markup(label(l.Title)),
		box("div", "list-head", text("h3", "", l.Title), button("plain small", "+ "+l.Kind, kit.Act("ask", "kind", l.Kind), kit.Hidden(t.View.ReadOnly))),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(len(l.Entries) > 0)), vecty.Text(l.None)),
		each("ul", "residents", l.Entries, t.renderEntry),
		showAll(l.Key, l.More))
}

func showAll(list string, more int) *vecty.HTML {
	return elem.Paragraph(vecty.Markup(kit.Hidden(more == 0)), button("plain small", say.ShowAll+nth(more), kit.Act("show-all", "list", list)))
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
	change, tags := ask("rename", say.ChangeEntry), ask("tags", say.TagEntry)
	if e.Everywhere {
		change = ask("rename", say.Rename)
	}
	if !e.Taggable {
		tags = text("span", "", "")
	}
	return box("div", "resident-body",
		box("div", "", when(e.Text.File != "", func() *vecty.HTML {
			return code(t.Page, "rule-text", say.RuleOf+e.Name, e.Text, func(text string) {
				t.Page.Store.Dispatch(store.EditRule{Group: e.Pointer, Text: text})
			})
		})),
		kit.List("div", markup(class("chips"), attribute("role", "group"), label(say.Members+e.Name), kit.Hidden(len(e.Chips) == 0)), chips(e.Chips, t.View.ReadOnly)...),
		showAll(e.Pointer, e.MoreChips),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(e.Tags == "")), vecty.Text(say.Tagged), text("code", "", e.Tags)),
		elem.Div(vecty.Markup(class("resident-acts"), kit.Hidden(t.View.ReadOnly)), change, tags, ask("delete", say.DeleteEntry)))
}

// chips are memberships that can be given and taken away, or where nothing can be the names of those there are.
func chips(all []store.ChipView, readOnly bool) []kit.Row {
	if readOnly {
		return named(all)
	}
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

func named(all []store.ChipView) (rows []kit.Row) {
	for _, c := range all {
		if c.In {
			rows = append(rows, kit.NewRow("span", c.User+c.Group, class("chip"), plain(c.Name)))
		}
	}
	return rows
}

// renderSelf is what the tenancy says of itself.
func (t *Tenancy) renderSelf() *vecty.HTML {
	v := t.View.Self
	name := &kit.Field{Value: v.Name, Markup: markup(id("tenancy-name"), class("field"), attribute("spellcheck", "false"), kit.Act("self", "key", "name"))}
	regions := append([]store.Option{{Value: "", Label: say.NoRegion}}, v.Regions...)
	row := func(of, words string, field *vecty.HTML) *vecty.HTML {
		return box("div", "form-row", elem.Label(vecty.Markup(attribute("for", of)), vecty.Text(words)), field)
	}
	return elem.Section(vecty.Markup(label(say.TheTenancy)),
		box("div", "list-head", text("h3", "", say.TheTenancy),
			box("span", "", button("plain small", say.AddDomain, kit.Act("ask", "kind", "domain")), button("plain small", say.AddTenancy, kit.Act("ask", "kind", "tenancy")),
				button("plain small", say.RemoveTenancy, kit.Act("remove-tenancy"), label(say.RemoveThisTenancy), attribute("title", say.RemoveThisTenancy), kit.Hidden(t.View.Abroad == "")))),
		box("div", "form",
			row("tenancy-name", say.TenancyName, box("div", "", name)),
			row("home-region", say.HomeRegion, box("div", "", choose("home-region", "", v.HomeRegion, regions, kit.Act("self", "key", "homeRegion")))),
			toggle("denyPolicies", say.DenyCounts, v.Deny), toggle("administrators", say.Administrators, v.Administrators)))
}

func toggle(key, words string, on bool) *vecty.HTML {
	return elem.Label(vecty.Markup(class("toggle")),
		elem.Input(vecty.Markup(attribute("type", "checkbox"), kit.Checked(on), kit.Act("self", "key", key))), text("span", "", words))
}
