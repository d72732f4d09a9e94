package browser

import "syscall/js"

// Now is the time in milliseconds since 1970.
func Now() int64 { return int64(window().Get("Date").Call("now").Float()) }

// Moment is a time as people here write it.
func Moment(milliseconds int64) string {
	return window().Get("Date").New(float64(milliseconds)).Call("toLocaleString", window().Get("undefined"), map[string]any{"dateStyle": "medium", "timeStyle": "short"}).String()
}

// OnLeave calls act when the page is left or put in the background: it may not come back.
func OnLeave(act func()) (stop func()) {
	hidden := Listen(document(), "visibilitychange", func(Event) { act() })
	left := Listen(window(), "pagehide", func(Event) { act() })
	return func() {
		hidden()
		left()
	}
}

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
