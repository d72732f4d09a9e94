package ui

import (
	"strings"
	"unicode/utf8"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// forms are the keys of the tree that ask for a form. Letters without Shift look for a name.
var forms = map[string]string{"Insert": "compartment", "N": "compartment", "F2": "rename", "Delete": "delete", "M": "move", "T": "tags"}

// treeKey is what keys do in the tree: what the tree pattern of WAI-ARIA has, and the actions of the row.
//
// https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
func treeKey(p *Page, t kit.Target) {
	row := t.Node().Call("closest", "[role=treeitem]")
	open, parent, path := t.Data("open") != "", t.Data("parent") != "", t.Data("path")
	to := row
	switch key := t.Key(); {
	case t.Held():
		return
	case key == "ArrowDown":
		to = row.Get("nextElementSibling")
	case key == "ArrowUp":
		to = row.Get("previousElementSibling")
	case key == "Home":
		to = row.Get("parentNode").Get("firstElementChild")
	case key == "End":
		to = row.Get("parentNode").Get("lastElementChild")
	case key == "ArrowRight" && parent && !open:
		p.Store.Dispatch(store.Fold{Path: path, Shut: false})
	case key == "ArrowRight" && parent:
		to = row.Get("nextElementSibling")
	case key == "ArrowLeft" && parent && open:
		p.Store.Dispatch(store.Fold{Path: path, Shut: true})
	case key == "ArrowLeft":
		for to.Truthy() && to.Get("ariaLevel").String() >= row.Get("ariaLevel").String() {
			to = to.Get("previousElementSibling")
		}
	case key == "Enter" || key == " " && p.ahead == "":
		aim(p, t)
	case key == "P":
		p.Store.Dispatch(store.AttachHere{Path: path})
	case forms[key] != "":
		askForm(p, forms[key], t.Data("pointer"))
	case utf8.RuneCountInString(key) == 1:
		t.Taken()
		p.lookAhead(t, key)
		return
	default:
		return
	}
	t.Taken()
	if to.Truthy() {
		to.Call("focus")
	}
}

// lookAhead goes to the next row whose name begins with what was typed in the last moment.
func (p *Page) lookAhead(t kit.Target, key string) {
	if p.forget != nil {
		p.forget()
	}
	p.forget = browser.After(700, func() { p.ahead = "" })
	p.ahead += strings.ToLower(key)
	row := t.Node().Call("closest", "[role=treeitem]")
	next := row
	for on := len(p.ahead) == len(key); ; on = true {
		if on {
			if next = next.Get("nextElementSibling"); !next.Truthy() {
				next = row.Get("parentNode").Get("firstElementChild")
			}
		}
		name := strings.TrimPrefix(next.Call("querySelector", ".tree-name").Get("textContent").String(), "◆ ")
		if strings.HasPrefix(strings.ToLower(name), p.ahead) || on && next.Equal(row) {
			next.Call("focus")
			return
		}
	}
}

// askForm opens a form about an entry; the root has no other name or place.
func askForm(p *Page, kind, pointer string) {
	if pointer != "" || kind != "rename" && kind != "move" && kind != "delete" {
		p.Store.Dispatch(store.AskForm{Kind: kind, Pointer: pointer})
	}
}

// place selects the row that is clicked, and aims the request there when it is clicked twice.
func place(p *Page, t kit.Target) {
	if t.Clicks() > 1 {
		aim(p, t)
		return
	}
	p.Store.Dispatch(store.TreeTo{Path: t.Data("path")})
}

func setSelf(p *Page, t kit.Target) {
	value := t.Value()
	if key := t.Data("key"); key == "denyPolicies" || key == "administrators" {
		value = "false"
		if t.Checked() {
			value = "true"
		}
	}
	p.Store.Dispatch(store.SetTenancy{Key: t.Data("key"), Value: value})
}
