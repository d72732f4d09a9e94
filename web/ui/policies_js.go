package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Policies is the pane of the policies and of all problems.
type Policies struct {
	vecty.Core
	View *store.PoliciesView `vecty:"prop"`
	Page *Page               `vecty:"prop"`
}

func (p *Policies) SkipRender(prev vecty.Component) bool { return prev.(*Policies).View == p.View }

func (p *Policies) Copy() vecty.Component { return kit.Copy(p) }

func (p *Policies) Render() vecty.ComponentOrHTML {
	v := p.View
	if v == nil {
		return waiting(say.Policies)
	}
	return box("div", "pane-body",
		box("div", "pane-head", text("h2", "", say.Policies),
			box("span", "head-more", text("span", "", v.Count), button("plain small", say.Format, kit.Act("format"), attribute("title", "Shift Alt F"), kit.Disabled(len(v.Cards) == 0)))),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(len(v.Cards) > 0)), vecty.Text(say.NoPolicies)),
		each("div", "cards", v.Cards, func(_ int, c store.CardView) kit.Row {
			return kit.NewRow("article", nth(c.Key), markup(class("card"), label(c.Name)), box("div", "", p.head(c)), p.renderEditor(c))
		}),
		button("plain add", say.AddPolicy, kit.Act("add-policy")),
		each("div", "", v.Abroad, func(_ int, name string) kit.Row {
			return kit.NewRow("div", name, nil, button("plain add", say.AddPolicy+" "+say.Of+name, kit.Act("add-policy", "of", name)))
		}),
		elem.Div(vecty.Markup(class("problems"), kit.Hidden(len(v.Problems) == 0)),
			box("div", "list-head", text("h3", "", say.Problems), button("small", v.AddMissing, kit.Act("add-missing"), kit.Hidden(v.AddMissing == ""))), problems("fix-text", v.Problems),
			elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(v.More == 0)), vecty.Text(say.HowManyMore(v.More)))))
}

// head is drawn again when it changes, not with every letter of the policy.
func (p *Policies) head(c store.CardView) vecty.Component {
	c.Text = store.Text{}
	return kit.Part(&c, p.drawHead)
}

func (p *Policies) drawHead(shown *store.CardView) *vecty.HTML {
	c := *shown
	if p.Page.ReadOnly {
		return box("header", "card-head", text("strong", "card-title", c.Name),
			box("span", "attached", text("span", "", say.AttachedTo+" "), text("span", "location", p.placeOf(c))))
	}
	places := c.Places
	if c.Nowhere {
		places = append([]store.Option{{Value: c.Path, Label: c.Path + say.Nowhere}}, places...)
	}
	name := &kit.Field{Value: c.Name, Rev: c.Key, Markup: markup(class("card-name"), label(say.PolicyName), attribute("size", nth(max(6, min(28, len(c.Name))))),
		attribute("spellcheck", "false"), kit.Act("rename", "policy", c.File))}
	return box("header", "card-head",
		box("span", "card-title", name, text("span", "quiet", ofLand(c.Of))),
		elem.Label(vecty.Markup(class("attached")), text("span", "", say.AttachedTo+" "),
			choose("attach-"+nth(c.Key), "pill location", c.Path, places, kit.Act("attach", "policy", c.File, "key", nth(c.Key)))),
		text("span", "card-count quiet", c.Count),
		button("plain small", "×", kit.Act("remove-policy", "policy", c.File), label(say.Remove+" "+c.Name), attribute("title", say.Remove)))
}

// placeOf is where a policy is attached, as a list of the compartments calls it.
func (p *Policies) placeOf(c store.CardView) string {
	for _, o := range c.Places {
		if o.Value == c.Path {
			return o.Label
		}
	}
	if c.Nowhere {
		return c.Path + say.Nowhere
	}
	return c.Path
}

func ofLand(name string) string {
	if name == "" {
		return ""
	}
	return say.Of + name
}

func (p *Policies) renderEditor(c store.CardView) *vecty.HTML {
	return code(p.Page, "policy-"+nth(c.Key), say.Statements+c.Name, c.Text, func(text string) {
		p.Page.Store.Dispatch(store.EditPolicy{File: c.File, Text: text})
	})
}

// told is a problem, and what the identifiers of its fixes begin with.
type told struct {
	store.ProblemView
	of string
}

// problems is a list of what there is to say about texts. Of is what the identifiers in it begin with.
func problems(of string, all []store.ProblemView) *vecty.HTML {
	return each("ul", "problem-list", all, func(_ int, d store.ProblemView) kit.Row {
		return kit.NewRow("li", nth(d.Index), class("problem "+d.Severity), kit.Part(&told{d, of}, drawProblem))
	})
}

func drawProblem(d *told) *vecty.HTML {
	fix := func(f store.FixView) vecty.Applyer {
		return markup(kit.Act("fix-problem", "title", f.Name), at(d.Span))
	}
	return box("div", "",
		box("div", "problem-line",
			text("span", "problem-sign "+d.Severity, problemSign[d.Severity]),
			elem.Button(vecty.Markup(attribute("type", "button"), class("jump"), kit.Act("show"), at(d.Span)), plain(d.Where)),
			rich("span", "problem-summary", d.Summary)),
		box("div", "problem-more",
			rich("span", "", d.Detail),
			each("span", "notes", d.Notes, func(i int, n []store.Phrase) kit.Row { return kit.NewRow("span", nth(i), nil, rich("span", "", n)) }),
			leadTo(d.Source, say.WhyRule, len(d.Why) > 0),
			elem.Details(vecty.Markup(class("reason"), kit.Hidden(len(d.Why) == 0)), text("summary", "why-link", say.WhyRule),
				rich("span", "", d.Why), elem.Span(vecty.Text(" ")), leadTo(d.Source, say.Page, false)),
			fixes(d.of+"-"+nth(d.Index), d.Fixes, fix)))
}

// leadTo leads to the page of Oracle's documentation that a rule is from.
func leadTo(address, words string, hidden bool) *vecty.HTML {
	return elem.Anchor(vecty.Markup(class("why-link"), attribute("href", address), attribute("target", "_blank"),
		attribute("rel", "noopener noreferrer"), kit.Hidden(hidden || address == "")), vecty.Text(words))
}

var problemSign = map[string]string{"error": "error", "warning": "warning", "info": "note"}
