//go:build js && wasm

// Command wasm is the program the page starts.
package main

import (
	"github.com/hexops/vecty"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui"
)

func main() {
	saved, _ := browser.Stored(workKey)
	s := store.New(browser.Fragment(), saved, browser.Address())
	attach(s, saved)
	if err := vecty.RenderInto("#app", ui.NewApp(s)); err != nil {
		panic(err)
	}
	publish()
	select {}
}
