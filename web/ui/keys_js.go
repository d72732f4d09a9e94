package ui

import (
	"slices"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// key is what a key does that nothing inside the page has taken. What a dialog is about stays as it is while it is open.
func (a *App) key(k browser.Key) bool {
	if a.Page.Store.State().Dialog != "" {
		return false
	}
	switch control := k.Ctrl || k.Meta; {
	case k.Name == "F6":
		a.nextPane(k.Shift)
		return true
	case k.Shift && k.Alt && (k.Name == "F" || k.Name == "f"):
		a.Page.Store.Dispatch(store.FormatPolicies{})
		return true
	case control && k.Name == "z" && !a.inField():
		a.Page.Store.Dispatch(store.Undo{})
		return true
	case control && (k.Name == "y" || k.Name == "Z" || k.Shift && k.Name == "z") && !a.inField():
		a.Page.Store.Dispatch(store.Redo{})
		return true
	}
	return false
}

// inField tells whether somebody types in a field with an undo of its own.
func (a *App) inField() bool {
	return slices.Contains([]string{"INPUT", "TEXTAREA"}, browser.FocusedTag())
}

var stops = []string{"policies", "tenancy", "request", "verdict", "why"}

// nextPane moves the focus to the next pane, or back.
func (a *App) nextPane(back bool) {
	document := a.html.Node().Get("ownerDocument")
	at := -1
	if within := document.Get("activeElement").Call("closest", "[data-stop]"); within.Truthy() {
		at = slices.Index(stops, within.Get("dataset").Get("stop").String())
	}
	step := 1
	if back {
		step = len(stops) - 1
		at = max(at, 0)
	}
	next := stops[(at+step)%len(stops)]
	shown := next
	if next == "why" {
		shown = "verdict"
	}
	a.Page.Store.Dispatch(store.SetPane{Pane: shown})
	a.html.Node().Get("dataset").Set("pane", shown) // a pane that is not shown takes no focus
	browser.Focus("#" + next)
}

// pressed is what keys do: Enter in a dialog that asks, and the keys of the tree.
func pressed(p *Page, t kit.Target) {
	enter := t.Key() == "Enter"
	switch t.Act() {
	case "new-name":
		if enter {
			t.Taken()
			renameTo(p, t)
		}
	case "look-up":
		if found := p.Store.Views().Catalog.Found; enter && len(found) > 0 {
			t.Taken()
			p.Store.Dispatch(store.Consult{Name: found[0].Link})
		}
	case "fill":
		if enter {
			t.Taken()
			doForm(p, t)
		}
	case "place", "fold":
		treeKey(p, t)
	}
}
