//go:build js && wasm

package main

//lint:file-ignore U1000 staticcheck takes what is exported for scripts for unused

import (
	"errors"
	"syscall/js"
	"unsafe"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui"
)

// embed draws the page inside of another. The script of the frame, web/embed/frame.js, says how and hears of it:
//
//	view, readOnly  how, as in [store.Embedding]
//	started()       the page stands, all of the program is here, and the doors below are open
//	changed()       something changed
//
// Nothing is kept and the address stays as it is.
func embed(host js.Value) {
	framed = store.NewEmbedded(browser.Fragment(), browser.Address(),
		store.Embedding{View: host.Get("view").String(), ReadOnly: host.Get("readOnly").Bool()})
	guard(framed, nil)
	react(framed, func() { host.Call("started") })
	mount(ui.NewEmbed(framed))
	framed.Subscribe(func() { host.Call("changed") })
}

// framed is what the frame shows, for the script of the frame:
//
//	frameWork()          {text, fragment}: the scenario of the moment as an archive, and its link
//	frameAnswer()        what became of the request of the moment, as answer.go has it; {} where there is none
//	frameSet(text)       shows another archive or statements
//	frameOpen(fragment)  shows what a link holds
//	frameFocus()         moves the focus to the first editor, or what there is in its place
var framed *store.Store

//go:wasmexport frameWork
func frameWork() unsafe.Pointer {
	return tell(func(p *printer) error {
		s := framed.State()
		fragment, err := s.Link()
		p.text("text", s.Text())
		p.text("fragment", fragment)
		return err
	})
}

//go:wasmexport frameAnswer
func frameAnswer() unsafe.Pointer {
	return tell(func(p *printer) error {
		s := framed.State()
		if one := s.Answer(); one != nil {
			p.answer(s.Work.Sentence(), one)
		}
		return nil
	})
}

//go:wasmexport frameSet
func frameSet() unsafe.Pointer { return show(store.OpenText{Name: "host", Text: string(input)}) }

//go:wasmexport frameOpen
func frameOpen() unsafe.Pointer { return show(store.OpenFragment{Fragment: string(input)}) }

// show does what puts another scenario in the page's place.
func show(a store.Action) unsafe.Pointer {
	return tell(func(*printer) error {
		framed.Dispatch(a)
		if damaged := framed.State().Damaged; damaged != nil {
			return errors.New(damaged.Message)
		}
		return nil
	})
}

//go:wasmexport frameFocus
func frameFocus() unsafe.Pointer {
	return tell(func(*printer) error {
		browser.Focus(".cm-content, .policy-standin, .view-verdict #verdict, .view-tree [role=treeitem][tabindex='0']")
		return nil
	})
}
