//go:build js && wasm

// Command wasm is the program the page starts.
//
// A script that wants something else than the page leaves an object in the global ociPolicyHost before it starts the program:
// see [embed] for a page inside of another; one that wants the engine alone has a function "engine", called when it can be asked.
package main

import (
	"runtime/debug"
	"syscall/js"

	"github.com/hexops/vecty"

	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/shelf"
	"oci-policy-playground/web/store"
	"oci-policy-playground/web/ui"
	"oci-policy-playground/web/ui/kit"
)

func main() {
	debug.SetGCPercent(gcPercent)
	switch host := js.Global().Get("ociPolicyHost"); {
	case !host.Truthy():
		page()
	case host.Get("engine").Truthy():
		browser.OnPanic(func(_, stack string) { println(stack) }) // who asked is told that it failed
		host.Call("engine")
	default:
		embed(host)
	}
	select {}
}

// gcPercent lets garbage grow to five times what is in use, about ten megabytes: Go collects it on the thread that draws the
// page, so seldom is better than small. See [collect] for when.
const gcPercent = 500

// page is the playground by itself.
func page() {
	works := shelf.New(browser.Storage{}, browser.Now)
	kept := works.All()
	if len(kept) > 0 {
		browser.Leave(browser.Will{Text: kept[0].Text, Key: kept[0].Key}) // should it be what stops the program right away
	}
	s := store.New(browser.Fragment(), kept, browser.Address())
	attach(s, works)
	guard(s, works.Key)
	mount(ui.NewApp(s))
}

func mount(c vecty.Component) {
	if err := kit.RenderInto("#app", c); err != nil {
		panic(err)
	}
}
