package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/engine/imports"
	"oci-policy-playground/engine/redact"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// renderOpen asks for a text and tells what would be taken from it.
func (d *Dialog) renderOpen() *vecty.HTML {
	v := d.View.Import
	pasted := &kit.Field{Area: true, Value: v.Pasted, Markup: markup(id("open-text"), class("field paste"), attribute("spellcheck", "false"), attribute("rows", "8"), autofocus(true), kit.Act("propose"))}
	return box("div", "",
		text("p", "quiet", say.OpenHow),
		box("p", "form-row", elem.Label(vecty.Markup(attribute("for", "open-file")), vecty.Text(say.OpenFile)),
			elem.Input(vecty.Markup(id("open-file"), attribute("type", "file"), attribute("accept", ".txtar,.txt,.policy,.json,.tf"), kit.Act("open-file")))),
		elem.Label(vecty.Markup(attribute("for", "open-text")), vecty.Text(say.OpenText)),
		box("div", "", pasted),
		elem.Div(vecty.Markup(id("import-preview"), class("preview"), attribute("role", "status")), d.renderPreview(&v)),
		box("p", "actions",
			elem.Label(vecty.Markup(class("tick"), kit.Hidden(!v.Asks)), tick("import-onto", v.Onto, kit.Act("onto")), vecty.Text(say.Onto)),
			button("solid", say.OpenIt, kit.Act("take"), kit.Disabled(!v.CanTake))),
		works(d.View.Works))
}

func (d *Dialog) renderPreview(v *store.ImportView) *vecty.HTML {
	return box("div", "",
		elem.Paragraph(vecty.Markup(class("file-name"), kit.Hidden(v.File == "")), vecty.Text(v.File)),
		each("ul", "plain-list taken", v.Taken, func(i int, t store.TakenView) kit.Row {
			return kit.NewRow("li", nth(i), nil, text("strong", "", t.What), text("span", "names", t.Names))
		}),
		each("ul", "problem-list", v.Problems, func(i int, p store.ImportProblem) kit.Row {
			return kit.NewRow("li", nth(i), class("problem "+p.Severity),
				box("div", "problem-line", text("span", "problem-sign "+p.Severity, problemSign[p.Severity]), text("span", "quiet", p.Where), rich("span", "problem-summary", p.Summary)),
				rich("div", "problem-more", p.Detail))
		}),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(v.More == 0)), vecty.Text(say.HowManyMore(v.More))))
}

// tick is a checkbox.
func tick(name string, on bool, more ...vecty.Applyer) *vecty.HTML {
	return elem.Input(vecty.Markup(id(name), attribute("type", "checkbox"), kit.Checked(on), markup(more...)))
}

// renderRedact takes the names out of what is shared, and shows which and that the verdicts stay.
func (d *Dialog) renderRedact() *vecty.HTML {
	v := d.View.Redact
	told := "quiet"
	if v.Bad {
		told = "bad"
	}
	return box("section", "redact",
		elem.Label(vecty.Markup(class("tick")), tick("redact", v.On, kit.Act("redact")), vecty.Text(say.Redact)),
		elem.Label(vecty.Markup(class("tick"), kit.Hidden(!v.On)), tick("redact-values", v.Values, kit.Act("redact")), vecty.Text(say.RedactValues)),
		elem.Label(vecty.Markup(class("tick"), kit.Hidden(!v.On)), tick("redact-prose", v.Prose, kit.Act("redact")), vecty.Text(say.RedactProse)),
		elem.Paragraph(vecty.Markup(id("redact-same"), class(told), attribute("role", "status")), vecty.Text(v.Same)),
		each("ul", "plain-list", v.Changed, func(i int, words string) kit.Row { return kit.NewRow("li", nth(i), nil, vecty.Text(words)) }),
		elem.Div(vecty.Markup(class("pairs"), kit.Hidden(len(v.Pairs) == 0), attribute("tabindex", "0"), attribute("role", "region"), label(say.Pairs)),
			elem.Table(
				elem.TableHead(elem.TableRow(heading(say.Kind), heading(say.Before), heading(say.After))),
				each("tbody", "", v.Pairs, pairRow))),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(v.More == "")), vecty.Text(v.More)))
}

func heading(words string) *vecty.HTML {
	return elem.TableHeader(vecty.Markup(attribute("scope", "col")), vecty.Text(words))
}

func pairRow(i int, p store.PairView) kit.Row {
	return kit.NewRow("tr", nth(i), nil, text("td", "", p.Kind), text("td", "old", p.Old), text("td", "new", p.New))
}

// renderDownload offers the work in the forms that other tools read.
func (d *Dialog) renderDownload() *vecty.HTML {
	form := func(name, words, explained string) *vecty.HTML {
		return elem.Button(vecty.Markup(attribute("type", "button"), class("example"), kit.Act("save", "form", name)),
			text("strong", "", words), text("span", "quiet", explained))
	}
	return box("div", "gallery", form("txtar", say.SaveAll, say.SaveAllIs), form("json", say.SaveJSON, say.SaveJSONIs), form("tf", say.SaveTerraform, say.SaveTerraformIs))
}

// save gives the work, or what is shared of it, as a file.
func save(p *Page, t kit.Target) {
	s := p.Store.State().Shared()
	name := fileName(s)
	switch t.Data("form") {
	case "json":
		browser.Download(name+".json", imports.CommandLine(s.Work.Scenario))
	case "tf":
		browser.Download(name+".tf", imports.Terraform(s.Work.Scenario))
	default:
		browser.Download(name+".txtar", s.Text())
	}
}

// setRedaction reads the three boxes.
func setRedaction(p *Page, _ kit.Target) {
	p.Store.Dispatch(store.SetRedaction{On: browser.Ticked("redact"), Options: redact.Options{Values: browser.Ticked("redact-values"), Prose: browser.Ticked("redact-prose")}})
}

// take opens what the dialog proposes.
func take(p *Page, t kit.Target) {
	closing := t.Node().Call("closest", "dialog")
	p.Store.Dispatch(store.TakeProposal{})
	if closing.Truthy() && p.Store.State().Importing == nil {
		closing.Call("close")
	}
}

// openFile tells what would be taken from the file that was chosen.
func openFile(p *Page, t kit.Target) {
	if files := t.Node().Get("files"); files.Length() > 0 {
		p.propose(browser.FileOf(files.Index(0), scenario.MaxBytes))
	}
}

// propose reads a file and tells what would be taken from it.
func (p *Page) propose(file browser.File) {
	file.Read(func(text string, ok bool) {
		if !ok {
			p.send(store.Tell{Notice: store.Notice{Text: say.NotRead}})
			return
		}
		if p.Store.State().Dialog != "open" {
			p.send(store.ShowDialog{Dialog: "open"})
		}
		p.send(store.Propose{Name: file.Name, Text: text})
	})
}

// dropped takes a file, or a text, that was let go over the page.
func (p *Page) dropped(d browser.Dropped) {
	switch {
	case p.ReadOnly:
	case d.HasFile:
		p.propose(d.File)
	default:
		p.send(store.ShowDialog{Dialog: "open"})
		p.send(store.Propose{Name: "dropped", Text: d.Text, Pasted: true})
	}
}
