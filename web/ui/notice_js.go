package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
	say "oci-policy-playground/web/words"
)

// Notice tells of what just happened. A damaged link takes the whole page.
type Notice struct {
	vecty.Core
	View *store.NoticeView `vecty:"prop"`
}

func (n *Notice) SkipRender(prev vecty.Component) bool { return prev.(*Notice).View == n.View }

func (n *Notice) Copy() vecty.Component { return kit.Copy(n) }

func (n *Notice) Render() vecty.ComponentOrHTML {
	return box("div", "",
		box("div", "", when(n.View.Failure != nil, n.renderFailure)),
		elem.Div(vecty.Markup(attribute("role", "status")),
			box("div", "", when(n.View.Notice.Text != "", n.renderNotice)),
			box("div", "", when(n.View.Ahead.Of > 0, n.renderAhead))),
		box("div", "", when(n.View.Damaged != nil, n.renderDamaged)))
}

func (n *Notice) renderNotice() *vecty.HTML {
	notice := n.View.Notice
	look := "notice"
	if notice.Kind == store.Brief {
		look += " brief"
	}
	return box("div", look,
		elem.Span(plain(notice.Text)),
		elem.Span(vecty.Markup(kit.Hidden(notice.Kind != store.HasKept)), button("", say.BackToKept, kit.Act("kept"))),
		elem.Span(vecty.Markup(kit.Hidden(notice.Kind != store.HasRival)), button("", say.TakeRival, kit.Act("take-rival"))),
		elem.Span(vecty.Markup(kit.Hidden(notice.Kind != store.HasRival)), button("", say.KeepOwn, kit.Act("keep-own"))),
		elem.Span(vecty.Markup(kit.Hidden(notice.Kind != store.HasMissing)), button("", say.AddThem, kit.Act("add-missing"))),
		button("plain", say.Dismiss, kit.Act("dismiss")))
}

// renderAhead tells how much has been read of what is about to be shown.
func (n *Notice) renderAhead() *vecty.HTML {
	ahead := n.View.Ahead
	return elem.Div(vecty.Markup(class("notice"), attribute("aria-busy", "true")),
		text("span", "", say.ReadingAhead(ahead.Of)),
		elem.Progress(vecty.Markup(label(say.ReadingAhead(ahead.Of)), vecty.Property("max", ahead.Of), vecty.Property("value", ahead.Done))))
}

func (n *Notice) renderFailure() *vecty.HTML {
	return elem.Div(vecty.Markup(class("notice failed-notice"), attribute("role", "alert")),
		elem.Span(text("strong", "", say.Stopped+". "), vecty.Text(say.StoppedHow+" "), text("code", "", n.View.Failure.Message)),
		button("", say.CopyText, kit.Act("copy-failure")),
		button("solid", say.Restart, kit.Act("restart")))
}

func (n *Notice) renderDamaged() *vecty.HTML {
	return elem.Main(vecty.Markup(class("damaged")),
		text("h2", "", say.DamagedHead),
		elem.Paragraph(vecty.Text(sentence(n.View.Damaged.Message))),
		elem.Paragraph(vecty.Markup(class("actions")),
			button("solid", say.StartFresh, kit.Act("new")),
			button("", say.Examples, kit.Act("dialog", "kind", "examples"))),
		text("h3", "", say.DamagedText),
		elem.Preformatted(vecty.Markup(attribute("tabindex", "0"), label(say.DamagedText)), vecty.Text("#"+n.View.Damaged.Link)))
}

// sentence begins with a capital and ends with a full stop.
func sentence(words string) string {
	if words == "" {
		return ""
	}
	first := words[:1]
	if first >= "a" && first <= "z" {
		first = string(first[0] - 'a' + 'A')
	}
	return first + words[1:] + "."
}
