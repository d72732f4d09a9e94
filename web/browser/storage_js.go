package browser

import "errors"

// ErrNoStorage says that this page may keep nothing, as in a sandboxed frame.
var ErrNoStorage = errors.New("the browser gives this page no storage")

// Stored reads what was kept under a key; ok is false where nothing was, or nothing can be.
func Stored(key string) (text string, ok bool) {
	try(func() {
		store := window().Get("localStorage")
		if !store.Truthy() {
			return
		}
		if value := store.Call("getItem", key); !value.IsNull() {
			text, ok = value.String(), true
		}
	})
	return text, ok
}

// Store keeps a text under a key. It fails where there is no storage or no room.
func Store(key, text string) error {
	return storage("setItem", key, text)
}

// Forget removes what is kept under a key.
func Forget(key string) error {
	return storage("removeItem", key)
}

func storage(method string, args ...any) error {
	missing := false
	err := try(func() {
		store := window().Get("localStorage") // reading the property throws in a sandbox
		if missing = !store.Truthy(); !missing {
			store.Call(method, args...)
		}
	})
	if missing {
		return ErrNoStorage
	}
	return err
}
