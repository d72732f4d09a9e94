//go:build js && wasm

package main

import (
	"syscall/js"

	"oci-policy-playground/engine"
	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui"
)

// embed draws the page inside of another. The script of the frame, web/embed/frame.js, says how and hears of it:
//
//	view, readOnly  how, as in [store.Embedding]
//	started(page)   the page stands; what can be done with it is listed at [doors]
//	changed()       something changed
//
// Nothing is kept and the address stays as it is.
func embed(host js.Value) {
	s := store.NewEmbedded(browser.Fragment(), browser.Address(),
		store.Embedding{View: host.Get("view").String(), ReadOnly: host.Get("readOnly").Bool()})
	guard(s, nil)
	react(s)
	mount(ui.NewEmbed(s))
	s.Subscribe(func() { host.Call("changed") })
	host.Call("started", doors(s))
}

// doors are what the script of the frame may do:
//
//	work()          {text, fragment}: the scenario of the moment as an archive, and its link
//	answer()        what became of the request of the moment, as [answer] has it; {} where there is none
//	set(text)       shows another archive or statements
//	open(fragment)  shows what a link holds
//	focus()         moves the focus to the first editor, or what there is in its place
func doors(s *store.Store) object {
	return object{
		"version": engine.Version,
		"work":    door(0, func([]string) any { return work(s.State()) }),
		"answer":  door(0, func([]string) any { return current(s.State()) }),
		"set":     door(1, func(in []string) any { return show(s, store.OpenText{Name: "host", Text: in[0]}) }),
		"open":    door(1, func(in []string) any { return show(s, store.OpenFragment{Fragment: in[0]}) }),
		"focus":   door(0, func([]string) any { browser.Focus(focusFirst); return object{} }),
	}
}

const focusFirst = ".cm-content, .policy-standin, .view-verdict #verdict, .view-tree [role=treeitem][tabindex='0']"

func work(s store.State) object {
	fragment, err := s.Link()
	if err != nil {
		return failure("input: " + err.Error())
	}
	return object{"text": s.Text(), "fragment": fragment}
}

func current(s store.State) any {
	one := s.Answer()
	if one == nil {
		return object{}
	}
	return printed(func(p *printer) { p.answer(s.Work.Sentence(), one) })
}

// show does what puts another scenario in the page's place.
func show(s *store.Store, a store.Action) object {
	s.Dispatch(a)
	if damaged := s.State().Damaged; damaged != nil {
		return failure("input: " + damaged.Message)
	}
	return object{}
}
