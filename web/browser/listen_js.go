package browser

import "syscall/js"

// Event is something that happened in the page.
type Event struct{ js.Value }

// Listen calls hear for each event of that name on a node, until stop is called.
func Listen(node js.Value, event string, hear func(Event)) (stop func()) {
	callback := js.FuncOf(func(_ js.Value, args []js.Value) any {
		hear(Event{args[0]})
		return nil
	})
	node.Call("addEventListener", event, callback)
	return func() {
		node.Call("removeEventListener", event, callback)
		callback.Release()
	}
}
