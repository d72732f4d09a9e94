package kit

import (
	"github.com/hexops/vecty"

	"oci-policy-playground/web/browser"
)

// On hears an event anywhere inside a pane whose root element Vecty keeps: call it in the pane's Mount and the
// function it returns in Unmount. Handle is called when the event happened on or inside an element with an [Act].
// Use "focusin" and "focusout": focus and blur do not rise to the root.
func On(root *vecty.HTML, event string, handle func(Target)) (off func()) {
	node := root.Node()
	return browser.Listen(node, event, func(e browser.Event) {
		from := e.Get("target")
		if !from.Get("closest").Truthy() {
			return
		}
		acting := from.Call("closest", "[data-act]")
		if acting.Truthy() && node.Call("contains", acting).Bool() {
			handle(Target{event: e, acting: acting})
		}
	})
}
