package ui

import (
	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// panes are the parts of the page, each over its own view. They last as long as the page.
type panes struct {
	header   *Header
	about    *About
	policies *Policies
	tenancy  *Tenancy
	request  *Request
	verdict  *Verdict
	chain    *Chain
	dialogs  *Dialogs
	notice   *Notice
	catalog  *Catalog
}

// firstPanes are they for the first verdict: those that it does not need have no view yet.
func firstPanes(p *Page) panes {
	v := p.Store.Views()
	return panes{
		header:   &Header{View: v.Header},
		about:    &About{View: v.About},
		policies: &Policies{Page: p},
		tenancy:  &Tenancy{Page: p},
		request:  &Request{Page: p},
		verdict:  &Verdict{View: v.Verdict},
		chain:    &Chain{View: v.Chain},
		dialogs:  &Dialogs{View: v.Dialog, Page: p},
		notice:   &Notice{View: v.Notice},
		catalog:  &Catalog{View: v.Catalog},
	}
}

// waiting is a pane without a view.
func waiting(title string) *vecty.HTML {
	return elem.Div(vecty.Markup(class("pane-body"), attribute("aria-busy", "true")), box("div", "pane-head", text("h2", "", title)))
}

// answer draws the verdict and the chain again if they are others.
func (p *panes) answer(s *store.Store) {
	renew(p.verdict, &p.verdict.View, s.Verdict())
	renew(p.chain, &p.chain.View, s.Chain())
}

// follow draws again the parts whose view is another.
func (p *panes) follow(v store.Views) {
	renew(p.verdict, &p.verdict.View, v.Verdict)
	renew(p.chain, &p.chain.View, v.Chain)
	renew(p.policies, &p.policies.View, v.Policies)
	renew(p.request, &p.request.View, v.Request)
	renew(p.tenancy, &p.tenancy.View, v.Tenancy)
	renew(p.header, &p.header.View, v.Header)
	renew(p.about, &p.about.View, v.About)
	renew(p.dialogs, &p.dialogs.View, v.Dialog)
	renew(p.notice, &p.notice.View, v.Notice)
	renew(p.catalog, &p.catalog.View, v.Catalog)
}

// renew hands a part its view of the moment.
func renew[V any](part vecty.Component, shows **V, now *V) {
	if *shows != now {
		*shows = now
		kit.Rerender(part)
	}
}
