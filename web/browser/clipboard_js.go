package browser

import "syscall/js"

// Copy puts a text on the clipboard and then tells whether that worked. It must be called from a person's click or key.
func Copy(text string, done func(ok bool)) {
	clipboard := window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() { // a page that is not served securely has none
		done(copySelected(text))
		return
	}
	settle(clipboard.Call("writeText", text), func(ok bool) { done(ok || copySelected(text)) })
}

// settle waits for a promise and tells whether it was kept.
func settle(promise js.Value, done func(kept bool)) {
	var kept, broken js.Func
	end := func(ok bool) js.Func {
		return callback(func([]js.Value) any {
			kept.Release()
			broken.Release()
			done(ok)
			return nil
		})
	}
	kept, broken = end(true), end(false)
	promise.Call("then", kept, broken)
}

// copySelected is the older way: select the text in a field off the screen and copy the selection. While a dialog is open,
// nothing outside of it can be selected.
func copySelected(text string) (ok bool) {
	before := document().Get("activeElement")
	place := document().Call("querySelector", "dialog[open]")
	if !place.Truthy() {
		place = document().Get("body")
	}
	field := document().Call("createElement", "textarea")
	field.Set("value", text)
	field.Set("className", "off-screen")
	place.Call("append", field)
	field.Call("select")
	try(func() { ok = document().Call("execCommand", "copy").Bool() })
	field.Call("remove")
	if before.Truthy() {
		before.Call("focus")
	}
	return ok
}
