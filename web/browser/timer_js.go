package browser

import "syscall/js"

// After calls act once, that many milliseconds from now, unless cancelled before.
func After(milliseconds int, act func()) (cancel func()) {
	var callback js.Func
	live := true
	done := func() bool {
		was := live
		if live = false; was {
			callback.Release()
		}
		return was
	}
	callback = js.FuncOf(func(js.Value, []js.Value) any {
		if done() {
			act()
		}
		return nil
	})
	id := window().Call("setTimeout", callback, milliseconds)
	return func() {
		if done() {
			window().Call("clearTimeout", id)
		}
	}
}
