package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/web/editor"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Page is what every component may use.
type Page struct {
	Store    *store.Store
	ReadOnly bool // the texts stay as they came

	ahead  string // what was typed in the tree to look for a name
	forget func()
}

func (p *Page) send(a store.Action) { p.Store.Dispatch(a) }

// class is a list of classes in one text.
func class(names string) vecty.Applyer { return vecty.Class(strings.Fields(names)...) }

func attribute(name, value string) vecty.Applyer { return vecty.Attribute(name, value) }

func label(text string) vecty.Applyer { return vecty.Attribute("aria-label", text) }

func id(name string) vecty.Applyer { return vecty.Attribute("id", name) }

// markup joins several.
func markup(all ...vecty.Applyer) vecty.Applyer { return vecty.Markup(all...) }

// box is an element with a class and children; its number of children must stay the same.
func box(tag, classes string, children ...vecty.MarkupOrChild) *vecty.HTML {
	return vecty.Tag(tag, append([]vecty.MarkupOrChild{vecty.Markup(class(classes))}, children...)...)
}

func text(tag, classes, words string) *vecty.HTML { return box(tag, classes, plain(words)) }

// plain is a text in which nothing is hidden: names may come from anybody.
func plain(words string) *vecty.HTML { return vecty.Text(scenario.Visible(words)) }

// button asks for an act. More is any other markup.
func button(classes, words string, more ...vecty.Applyer) *vecty.HTML {
	return elem.Button(vecty.Markup(attribute("type", "button"), class("button "+classes), markup(more...)), plain(words))
}

// when is the element, or nothing in its place.
func when(is bool, draw func() *vecty.HTML) vecty.ComponentOrHTML {
	if is {
		return draw()
	}
	return nil
}

// each draws a list of things in an element of its own, each under a key.
func each[T any](tag, classes string, things []T, row func(i int, t T) kit.Row) *vecty.HTML {
	rows := make([]kit.Row, len(things))
	for i, t := range things {
		rows[i] = row(i, t)
	}
	return kit.List(tag, markup(class(classes)), rows...)
}

func nth(i int) string { return strconv.Itoa(i) }

// rich draws a sentence with words of OCI's language in it.
func rich(tag, classes string, phrases []store.Phrase) *vecty.HTML {
	all := make([]kit.Phrase, len(phrases))
	for i, p := range phrases {
		all[i] = kit.Phrase{Look: p.Style, Text: scenario.Visible(p.Text)}
		if p.Link != "" {
			all[i].Address = page(p.Link)
		}
	}
	return sentenceOf(tag, classes, all)
}

// words draws a statement in its colours.
func words(tag, classes string, all []store.Word) *vecty.HTML {
	phrases := make([]kit.Phrase, len(all))
	for i, w := range all {
		phrases[i] = kit.Phrase{Look: w.Class, Text: scenario.Visible(w.Text)}
		if w.Failed {
			phrases[i].Look += " failed"
		}
	}
	return sentenceOf(tag, classes, phrases)
}

func sentenceOf(tag, classes string, phrases []kit.Phrase) *vecty.HTML {
	return vecty.Tag(tag, vecty.Markup(class(classes), kit.Phrases(phrases)))
}

// sign shows an outcome: a sign for those who see it, a word for the others.
func sign(o store.Outcome) *vecty.HTML {
	return box("span", "sign "+o.Class,
		elem.Span(vecty.Markup(attribute("aria-hidden", "true")), vecty.Text(o.Sign)),
		text("span", "unseen", o.Says+" "))
}

// shape is a verdict's form, which says the same as its word.
func shape(o store.Outcome) *vecty.HTML {
	return elem.Span(vecty.Markup(class("shape "+o.Sign), attribute("aria-hidden", "true")))
}

// at puts a place into attributes, so that pointing at the element lights the words.
func at(s source.Span) vecty.Applyer {
	return markup(vecty.Data("file", s.File), vecty.Data("start", nth(s.Start)), vecty.Data("end", nth(s.End)))
}

func spanOf(t kit.Target) source.Span {
	start, _ := strconv.Atoi(t.Data("start"))
	end, _ := strconv.Atoi(t.Data("end"))
	return source.Span{File: t.Data("file"), Start: start, End: end}
}

// choose draws a select.
func choose(name, classes, value string, options []store.Option, more ...vecty.Applyer) *vecty.HTML {
	if !has(options, value) {
		options = append([]store.Option{{Value: value, Label: orPick(value)}}, options...)
	}
	return kit.List("select", markup(id(name), class("field "+classes), markup(more...)), optionRows(options, value)...)
}

func has(options []store.Option, value string) bool {
	return slices.ContainsFunc(options, func(o store.Option) bool { return o.Value == value })
}

func orPick(value string) string {
	if value == "" {
		return say.Pick
	}
	return value
}

// optionRows puts the options of one group in a row together.
func optionRows(options []store.Option, value string) []kit.Row {
	var rows []kit.Row
	for i := 0; i < len(options); {
		end := i + 1
		for options[i].Group != "" && end < len(options) && options[end].Group == options[i].Group {
			end++
		}
		if options[i].Group == "" {
			rows = append(rows, optionRow(options[i], value))
		} else {
			group := options[i].Group
			inside := vecty.List{}
			for _, o := range options[i:end] {
				inside = append(inside, option(o, value))
			}
			rows = append(rows, kit.NewRow("optgroup", "group "+group, attribute("label", group), vecty.Text(""), inside))
		}
		i = end
	}
	return rows
}

func optionRow(o store.Option, value string) kit.Row {
	return kit.NewRow("option", "option "+o.Value, chosen(o, value), plain(o.Label))
}

func option(o store.Option, value string) *vecty.HTML {
	return elem.Option(vecty.Markup(vecty.Key(o.Value), chosen(o, value)), plain(o.Label))
}

func chosen(o store.Option, value string) vecty.Applyer {
	return markup(attribute("value", o.Value), kit.Selected(o.Value == value))
}

// code is an editor for a text.
func code(p *Page, name, label string, t store.Text, change func(text string)) *vecty.HTML {
	e := &editor.Editor{ID: name, Label: label, Text: t.Text, ReadOnly: p.ReadOnly, Rev: t.Document, Look: t.Look, Problems: t.Problems,
		Reveal:   editor.Reveal{Start: t.Reveal.Span.Start, End: t.Reveal.Span.End, Rev: t.Reveal.Rev, Fresh: t.Reveal.Fresh},
		OnChange: change}
	for _, lit := range t.Lit {
		e.Lit = append(e.Lit, editor.Range(lit))
	}
	e.Paint = func(start, end int) ([]editor.Token, []editor.Mark) {
		return painted(p.Store.State().Paint(t.File, start, end))
	}
	e.OnFix = func(problem, fix int) {
		if problem < len(t.Problems) && fix < len(t.Problems[problem].Fixes) {
			p.send(store.ApplyFix{Fix: t.Problems[problem].Fixes[fix]})
		}
	}
	assisted(p, e, t.File)
	return box("div", "code", e)
}

func painted(words []store.Token, marks []store.Mark) (w []editor.Token, m []editor.Mark) {
	for _, token := range words {
		w = append(w, editor.Token(token))
	}
	for _, mark := range marks {
		m = append(m, editor.Mark(mark))
	}
	return w, m
}

// assisted lets an editor help with the words of its text.
func assisted(p *Page, e *editor.Editor, file string) {
	e.Complete = func(text string, at int) (items []editor.Item) {
		for _, it := range p.Store.State().Complete(file, text, at) {
			items = append(items, editor.Item(it))
		}
		return items
	}
	e.Hover = func(text string, at int) (card editor.Card, ok bool) {
		found, ok := p.Store.State().Hover(file, text, at)
		card.Text = found.Text
		for _, act := range found.Acts {
			card.Acts = append(card.Acts, act.Title)
		}
		return card, ok
	}
	e.OnAct = func(text string, at, act int) {
		if card, ok := p.Store.State().Hover(file, text, at); ok && act < len(card.Acts) {
			p.send(card.Acts[act].Do)
		}
	}
	e.OnGo = func(at int) { p.send(store.GoTo{File: file, At: at}) }
	e.OnRename = func(at int) { p.send(store.AskRename{File: file, At: at}) }
}
