package browser

import (
	"errors"
	"syscall/js"
)

// ErrNoStorage says that this page may keep nothing, as in a sandboxed frame.
var ErrNoStorage = errors.New("the browser gives this page no storage")

// Storage is what the browser keeps for this site, from visit to visit and for all its tabs.
type Storage struct{}

// Keys are what something is kept under.
func (Storage) Keys() (keys []string) {
	if store, ok := local(); ok {
		for i := range store.Length() {
			keys = append(keys, store.Call("key", i).String())
		}
	}
	return keys
}

// Get reads what is kept under a key; ok is false where nothing is, or nothing can be.
func (Storage) Get(key string) (text string, ok bool) {
	if store, is := local(); is {
		if value := store.Call("getItem", key); !value.IsNull() {
			return value.String(), true
		}
	}
	return "", false
}

// Set keeps a text under a key. It fails where there is no storage or no room.
func (Storage) Set(key, text string) error {
	store, ok := local()
	if !ok {
		return ErrNoStorage
	}
	return try(func() { store.Call("setItem", key, text) })
}

// Remove ends that.
func (Storage) Remove(key string) {
	if store, ok := local(); ok {
		store.Call("removeItem", key)
	}
}

// local is the browser's storage, if this page has one. In a sandbox the question alone is refused.
func local() (store js.Value, ok bool) {
	err := try(func() { store = property(window(), "localStorage") })
	return store, err == nil && store.Truthy()
}

// OnStored tells when another tab has kept something or removed it.
func OnStored(hear func()) (stop func()) {
	return Listen(window(), "storage", func(Event) { hear() })
}
