package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// renderForm asks before the tenancy changes, and says what that does to the texts.
func (d *Dialog) renderForm() *vecty.HTML {
	f := d.View.Form
	if f == nil {
		return text("p", "", "")
	}
	return box("div", "entry-form",
		rich("p", "quiet", f.Note),
		each("div", "form-fields "+f.Kind, f.Fields, fieldRow),
		elem.Paragraph(vecty.Markup(id("form-problem"), class("bad"), attribute("role", "alert")), rich("span", "", f.Problem)),
		each("div", "effects", f.Effects, effectRow),
		box("p", "actions", button("solid", f.Do, kit.Act("do-form"), autofocus(len(f.Fields) == 0), kit.Disabled(f.Idle)), button("", say.Cancel, kit.Act("close"))))
}

func autofocus(is bool) vecty.Applyer {
	if is {
		return attribute("autofocus", "")
	}
	return markup()
}

func fieldRow(i int, f store.Field) kit.Row {
	of, look := "form-"+f.Name, "form-field"
	if f.Half {
		look += " half"
	}
	act := markup(kit.Act("fill", "field", f.Name), attribute("aria-describedby", "form-problem"), autofocus(i == 0))
	var field *vecty.HTML
	if len(f.Options) > 0 {
		field = box("div", "", choose(of, "", f.Value, f.Options, act))
	} else {
		field = box("div", "", &kit.Field{Value: f.Value, Markup: markup(id(of), class("field"), attribute("autocomplete", "off"), attribute("spellcheck", "false"),
			attribute("placeholder", f.Hint), attribute("list", of+"-list"), act)})
	}
	return kit.NewRow("div", f.Name, class(look), elem.Label(vecty.Markup(attribute("for", of)), vecty.Text(f.Label)), field,
		kit.List("datalist", id(of+"-list"), offers(f.Offers)...))
}

// offers are what a field proposes.
func offers(all []string) []kit.Row {
	rows := make([]kit.Row, len(all))
	for i, o := range all {
		rows[i] = kit.NewRow("option", o, attribute("value", o))
	}
	return rows
}

func effectRow(_ int, e store.Effect) kit.Row {
	return kit.NewRow("section", e.Title, label(e.Title), text("h3", e.Class, e.Title),
		each("ul", "effect-rows", e.Rows, func(i int, r store.EffectRow) kit.Row {
			return kit.NewRow("li", nth(i), nil, text("span", "effect-where quiet", r.Where),
				box("div", "effect-what", words("code", "", r.Old), words("code", "effect-new", r.New), rich("span", "", r.Says)))
		}))
}

// doForm does what the dialog's form is for, and closes it when that can be.
func doForm(p *Page, t kit.Target) {
	p.Store.Dispatch(store.DoForm{})
	if p.Store.State().Tending.Form != nil {
		return
	}
	to := p.Store.State().TreeAt
	closeDialog(t) // which gives the focus back to the row that it had before
	p.Store.Dispatch(store.TreeTo{Path: to})
	browser.After(50, func() {
		if within := browser.FocusedIn(".tree"); within || browser.FocusedTag() == "BODY" {
			browser.Focus(".tree [tabindex='0']")
		}
	})
}
