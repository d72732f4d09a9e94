package store

import (
	"strings"

	say "oci-policy-playground/web/words"
)

// SnippetView is what to paste into another page to have this one in it.
type SnippetView struct {
	View  string   // the part that is shown
	Views []Option // the parts there are
	HTML  string
	Frame string // the address of the frame, for a look at it
}

// snippetViews are the parts of the page, as a person would call them.
var snippetViews = []Option{{Value: "policy", Label: say.FramePolicies}, {Value: "full", Label: say.FrameAll}, {Value: "verdict", Label: say.FrameVerdict},
	{Value: "request", Label: say.FrameRequest}, {Value: "tree", Label: say.FrameTenancy}}

// snippet frames what a link holds.
func (s State) snippet(link string) SnippetView {
	view := s.Framed
	if view == "" {
		view = snippetViews[0].Value
	}
	frame := playground(s.Address) + "embed.html?view=" + view + "#" + link
	return SnippetView{View: view, Views: snippetViews, Frame: frame,
		HTML: `<iframe src="` + inAttribute.Replace(frame) + `" title="` + say.FrameTitle + `" width="100%" height="420" loading="lazy" style="border: 0"></iframe>`}
}

// inAttribute writes a text so that it stays one in an attribute of HTML.
var inAttribute = strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;")
