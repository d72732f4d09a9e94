package ui

import (
	"strings"

	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/engine/explain"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

func needRow(i int, n store.NeedView) kit.Row {
	return kit.NewRow("section", nth(i), markup(class("need"), label(n.Permission)), kit.Part(&n, drawNeed))
}

func drawNeed(n *store.NeedView) *vecty.HTML {
	by := ""
	if n.By != "" {
		by = say.By + n.By
	}
	return box("div", "",
		box("h3", "need-head", sign(n.Outcome), text("code", "", n.Permission), text("span", "tag "+n.Outcome.Class, n.State),
			box("span", "quiet", text("span", "", say.Needed), rich("span", "", n.Place), text("span", "", by))),
		text("p", "need-title quiet", n.Title),
		each("div", "attempts", n.Statements, attemptRow),
		elem.Paragraph(vecty.Markup(class("quiet"), kit.Hidden(n.More == 0)), vecty.Text(say.AndMore(n.More))))
}

func attemptRow(i int, s store.StatementView) kit.Row {
	return kit.NewRow("div", nth(i), class("attempt"), kit.Part(&s, drawAttempt))
}

func drawAttempt(s *store.StatementView) *vecty.HTML {
	return box("div", "",
		elem.Paragraph(vecty.Markup(class("need-title quiet"), kit.Hidden(s.Lead == "")), vecty.Text(s.Lead)),
		elem.Div(vecty.Markup(class("statement"), kit.Act("light"), at(s.Span)),
			elem.Button(vecty.Markup(attribute("type", "button"), class("cite"), kit.Act("show"), at(s.Span)), plain(s.Cite)),
			words("code", "", s.Words)),
		each("div", "facets", s.Rows, func(j int, r store.RowView) kit.Row {
			f := &facet{RowView: r}
			if j == s.Fixed && len(s.Fixes) > 0 {
				f.Offered, f.of = s.Fixes, "fix-"+nth(s.Fixes[0].Need)+"-"+nth(s.Fixes[0].Statement)
			}
			return kit.NewRow("div", nth(j), nil, kit.Part(f, drawFacet))
		}),
		elem.Paragraph(vecty.Markup(class("quiet rest"), kit.Hidden(s.Rest == "")), vecty.Text(s.Rest)))
}

// facet is a facet with the fixes for it.
type facet struct {
	store.RowView
	Offered []store.FixView
	of      string // what their identifiers begin with
}

func drawFacet(f *facet) *vecty.HTML {
	place := []string{"place", target(f.Path), "placed", onOff(len(f.Path) > 0)}
	fix := func(x store.FixView) vecty.Applyer {
		return markup(kit.Act("fix-story", "need", nth(x.Need), "statement", nth(x.Statement), "fix", nth(x.Fix), "title", x.Name), at(f.Span))
	}
	return elem.Div(vecty.Markup(class("facet"), kit.Act("light", place...), at(f.Span)),
		sign(f.Outcome),
		elem.Button(vecty.Markup(attribute("type", "button"), class("facet-name "+f.Class), kit.Act("show", place...), at(f.Span)), plain(f.Name)),
		box("div", "facet-body",
			box("div", "facet-text", rich("span", "", f.Text), text("span", "quiet", bracketed(f.Detail))),
			each("div", "hops", f.Path, hopRow),
			parts(f.Under),
			fixes(f.of, f.Offered, fix)))
}

func bracketed(detail string) string {
	if detail == "" {
		return ""
	}
	return " (" + detail + ")"
}

func target(path []explain.Hop) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1].Path
}

// hopRow is a compartment on the way from the root to the target.
func hopRow(i int, h explain.Hop) kit.Row {
	look, notes, before := "hop", []string{h.Name}, ""
	if h.Named {
		look, notes = look+" named", append(notes, say.Named)
	}
	if h.Target {
		notes = append(notes, say.Target)
	}
	if i > 0 {
		before = " › "
	}
	return kit.NewRow("span", nth(i), nil, text("span", "quiet", before), text("span", look, strings.Join(notes, " · ")))
}

// parts are the parts of a condition or of a matching rule.
func parts(rows []store.RowView) *vecty.HTML {
	return each("div", "parts", rows, func(i int, r store.RowView) kit.Row {
		return kit.NewRow("div", nth(i), markup(class("part"), kit.Act("light"), at(r.Span)),
			box("div", "part-line", sign(r.Outcome), box("span", "", rich("span", "", r.Text), text("span", "quiet", bracketed(r.Detail)))),
			when(len(r.Under) > 0, func() *vecty.HTML { return parts(r.Under) }))
	})
}
