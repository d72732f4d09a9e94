package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Request is the pane of the request and the checks.
type Request struct {
	vecty.Core
	View *store.RequestView `vecty:"prop"`
	Page *Page              `vecty:"prop"`
}

func (r *Request) SkipRender(prev vecty.Component) bool { return prev.(*Request).View == r.View }

func (r *Request) Copy() vecty.Component { return kit.Copy(r) }

func (r *Request) Render() vecty.ComponentOrHTML {
	v := r.View
	if v == nil {
		return waiting(say.Request)
	}
	return box("div", "pane-body",
		box("div", "pane-head", text("h2", "", say.Request)),
		box("div", "sentence", code(r.Page, "sentence", say.Sentence, v.Sentence, func(text string) {
			r.Page.Store.Dispatch(store.EditSentence{Text: text})
		})),
		box("div", "sentence-problems", problems("fix-request", v.Problems)),
		box("div", "forms",
			kit.Part(&v.Form, drawForm),
			each("div", "form", v.Elsewhere, func(_ int, e store.ElsewhereView) kit.Row { return r.elsewhereRow(e) }),
			each("div", "form", v.Variables, variableRow),
			each("div", "form", v.Circumstances, circumstanceRow)),
		r.renderChecks())
}

func drawForm(v *store.FormView) *vecty.HTML {
	ask := &kit.Field{Value: v.Ask, Markup: markup(id("ask"), class("field"), attribute("list", "asks"), attribute("autocomplete", "off"),
		attribute("spellcheck", "false"), kit.Act("ask"))}
	return box("div", "form",
		formRow("who", say.Principal, choose("who", "", v.Who, v.Whos, kit.Act("who"))),
		formRow("ask", say.Operation, box("span", "with-note", box("span", "", ask), text("span", "note", v.Needs),
			kit.List("datalist", id("asks"), offers(v.Asks)...))),
		formRow("where", say.In, choose("where", "", v.Place, v.Places, kit.Act("where"))),
		formRow("want", say.Expected, choose("want", "", v.Want, store.Wants, kit.Act("want"))))
}

// elsewhereRow is where other resources are that the operation touches.
func (r *Request) elsewhereRow(e store.ElsewhereView) kit.Row {
	name := "elsewhere-" + e.Type
	options := append([]store.Option{{Value: store.SamePlace, Label: say.SamePlace}}, r.View.Form.Places...)
	return kit.NewRow("div", "e:"+e.Type, class("form-row"),
		elem.Label(vecty.Markup(attribute("for", name), class("variable"), attribute("title", e.Type)), vecty.Text(say.PlaceOf(e.Type))),
		choose(name, "", e.Place, options, kit.Act("elsewhere", "type", e.Type)))
}

func formRow(of, words string, field *vecty.HTML) *vecty.HTML {
	return box("div", "form-row", elem.Label(vecty.Markup(attribute("for", of)), vecty.Text(words)), field)
}

var knowledge = []store.Option{{Value: string(store.Given), Label: string(store.Given)}, {Value: string(store.Absent), Label: string(store.Absent)},
	{Value: string(store.NotSaid), Label: string(store.NotSaid)}}

func variableRow(_ int, x store.VariableView) kit.Row {
	return kit.NewRow("div", "v:"+x.Name, nil, kit.Part(&x, drawVariable))
}

func drawVariable(x *store.VariableView) *vecty.HTML {
	hint := x.Like
	if hint == "" {
		hint = x.Type
	}
	value := &kit.Field{Value: x.Value, Markup: markup(class("field"), label(say.ValueOf+x.Name), attribute("placeholder", hint), attribute("title", x.Type),
		attribute("spellcheck", "false"), attribute("autocomplete", "off"), attribute("list", "values-"+x.Name), kit.Act("variable", "name", x.Name))}
	return box("div", "form-row",
		elem.Span(vecty.Markup(class("variable"), attribute("title", x.Name)), plain(x.Short)),
		box("span", "pair", box("span", "", value), kit.List("datalist", id("values-"+x.Name), offers(x.Values)...),
			choose("known-"+x.Name, "narrow", string(x.State), knowledge, label(say.KnowledgeOf+x.Name), kit.Act("knowledge", "name", x.Name, "value", x.Value))))
}

func circumstanceRow(_ int, c store.CircumstanceView) kit.Row {
	return kit.NewRow("div", "c:"+c.Name, nil, kit.Part(&c, drawCircumstance))
}

func drawCircumstance(c *store.CircumstanceView) *vecty.HTML {
	options := []store.Option{{Value: string(store.NotSaid), Label: say.Assumed + c.Assumed}, {Value: string(store.Holds), Label: say.Yes}, {Value: string(store.Not), Label: say.No}}
	return box("div", "form-row stacked",
		elem.Label(vecty.Markup(attribute("for", "holds-"+c.Name)), vecty.Text(c.Says)),
		choose("holds-"+c.Name, "", string(c.State), options, kit.Act("circumstance", "name", c.Name)))
}

func (r *Request) renderChecks() *vecty.HTML {
	v := r.View
	other := say.ChecksText
	if v.Text {
		other = say.ChecksList
	}
	return box("div", "checks",
		box("div", "pane-head", text("h3", "", say.Checks),
			box("span", "head-more", text("span", "", v.Holding), button("plain small", other, kit.Act("checks-text", "on", onOff(!v.Text))))),
		box("div", "", when(v.Text, r.renderChecksText)),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(len(v.Rows) > 0)), vecty.Text(say.NoChecks)),
		elem.Div(vecty.Markup(kit.Hidden(v.Text)), each("ul", "check-list", v.Rows, checkRow), showAll("checks", v.More)),
		button("plain add", say.AddCheck, kit.Act("add-check")))
}

func (r *Request) renderChecksText() *vecty.HTML {
	return code(r.Page, "checks-text", say.ChecksEditor, r.View.Checks, func(text string) {
		r.Page.Store.Dispatch(store.EditChecks{Text: text})
	})
}

func checkRow(_ int, c store.CheckView) kit.Row {
	return kit.NewRow("li", nth(c.Line), nil, kit.Part(&c, drawCheck))
}

func drawCheck(c *store.CheckView) *vecty.HTML {
	look := "check"
	if c.Current {
		look += " current"
	}
	return box("div", look,
		elem.Button(vecty.Markup(attribute("type", "button"), class("check-load"), kit.Act("load", "line", nth(c.Line)), kit.Aria("current", c.Current)),
			sign(c.Outcome), text("code", "", c.Text)),
		button("plain small", "×", kit.Act("remove-check", "line", nth(c.Line), "text", c.Text), label(say.RemoveCheck+": "+c.Text), attribute("title", say.RemoveCheck)))
}
