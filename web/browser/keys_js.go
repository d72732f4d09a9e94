package browser

// Key is a key as it was pressed.
type Key struct {
	Name                   string // "F6", "Escape", "k": what the key stands for
	Ctrl, Shift, Alt, Meta bool
}

// OnKey tells of keys that nothing inside the page has taken. A callback that returns true takes the key.
func OnKey(press func(Key) bool) (stop func()) {
	return Listen(document(), "keydown", func(e Event) {
		if e.Get("defaultPrevented").Bool() || e.Get("isComposing").Truthy() {
			return
		}
		if press(keyOf(e)) {
			e.Call("preventDefault")
		}
	})
}

func keyOf(e Event) Key {
	return Key{
		Name: e.Get("key").String(),
		Ctrl: e.Get("ctrlKey").Bool(), Shift: e.Get("shiftKey").Bool(),
		Alt: e.Get("altKey").Bool(), Meta: e.Get("metaKey").Bool(),
	}
}
