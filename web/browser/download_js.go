package browser

// Download offers a text to the person as a file.
func Download(name, text string) {
	blob := window().Get("Blob").New([]any{text}, map[string]any{"type": "text/plain;charset=utf-8"})
	address := window().Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	// The browser reads the address after the click has been handled.
	After(1000, func() { window().Get("URL").Call("revokeObjectURL", address) })
}
