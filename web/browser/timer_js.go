package browser

import "syscall/js"

// After calls act once, that many milliseconds from now, unless cancelled before.
func After(milliseconds int, act func()) (cancel func()) {
	var ring js.Func
	live := true
	done := func() bool {
		was := live
		if live = false; was {
			ring.Release()
		}
		return was
	}
	ring = callback(func([]js.Value) any {
		if done() {
			act()
		}
		return nil
	})
	id := window().Call("setTimeout", ring, milliseconds)
	return func() {
		if done() {
			window().Call("clearTimeout", id)
		}
	}
}
