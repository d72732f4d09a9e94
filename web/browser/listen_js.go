package browser

import "syscall/js"

// Event is something that happened in the page.
type Event struct{ js.Value }

// Listen calls hear for each event of that name on a node, until stop is called.
func Listen(node js.Value, event string, hear func(Event)) (stop func()) {
	listener := callback(func(args []js.Value) any {
		hear(Event{args[0]})
		return nil
	})
	node.Call("addEventListener", event, listener)
	return func() {
		node.Call("removeEventListener", event, listener)
		listener.Release()
	}
}
