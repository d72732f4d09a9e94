package ui

import (
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui/kit"
)

// pointed lights what the element under the pointer speaks of; elsewhere nothing is lit.
func pointed(p *Page, t kit.Target) { lightUp(p, t) }

// tend lists the compartments that a policy can be attached to when somebody comes to their list.
func tend(p *Page, t kit.Target) {
	if t.Act() == "attach" {
		p.Store.Dispatch(store.ListPlaces{Key: number(t, "key")})
	}
}

// focused does the same for the keyboard, and notes where in the tree it is.
func focused(p *Page, t kit.Target) {
	if t.Act() == "place" && p.Store.State().TreeAt != t.Data("path") {
		p.Store.Dispatch(store.TreeTo{Path: t.Data("path")})
	}
	lightUp(p, t)
}

func lightUp(p *Page, t kit.Target) {
	tend(p, t)
	light := store.Light{Place: t.Data("place"), HasPlace: t.Data("placed") != ""}
	if t.Data("file") != "" {
		light.Span = spanOf(t)
	}
	switch {
	case light == p.Store.State().Lit:
	case light == store.Light{}:
		p.Store.Dispatch(store.Unlight{})
	default:
		p.Store.Dispatch(store.SetLight{Light: light})
	}
}
