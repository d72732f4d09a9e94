package ui

import (
	"slices"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// key is what a key does that nothing inside the page has taken.
func (a *App) key(k browser.Key) bool {
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

// pressed is what keys do: Enter in the dialog that renames, and in the tree of compartments what the tree pattern of
// WAI-ARIA has.
func pressed(p *Page, t kit.Target) {
	if t.Act() == "new-name" && t.Key() == "Enter" {
		t.Taken()
		renameTo(p, t)
		return
	}
	if found := p.Store.Views().Catalog.Found; t.Act() == "look-up" && t.Key() == "Enter" && len(found) > 0 {
		t.Taken()
		p.Store.Dispatch(store.Consult{Name: found[0].Link})
		return
	}
	if t.Act() != "place" && t.Act() != "fold" {
		return
	}
	row := t.Node().Call("closest", "[role=treeitem]")
	open, parent := t.Data("open") != "", t.Data("parent") != ""
	to := row
	switch t.Key() {
	case "ArrowDown":
		to = row.Get("nextElementSibling")
	case "ArrowUp":
		to = row.Get("previousElementSibling")
	case "Home":
		to = row.Get("parentNode").Get("firstElementChild")
	case "End":
		to = row.Get("parentNode").Get("lastElementChild")
	case "ArrowRight":
		if parent && !open {
			p.Store.Dispatch(store.Fold{Path: t.Data("path"), Shut: false})
		} else if parent {
			to = row.Get("nextElementSibling")
		}
	case "ArrowLeft":
		if parent && open {
			p.Store.Dispatch(store.Fold{Path: t.Data("path"), Shut: true})
		} else {
			for to.Truthy() && to.Get("ariaLevel").String() >= row.Get("ariaLevel").String() {
				to = to.Get("previousElementSibling")
			}
		}
	case "Enter", " ":
		aim(p, t)
	default:
		return
	}
	t.Taken()
	if to.Truthy() {
		to.Call("focus")
	}
}
