package browser

import "strings"

// Fragment is the part of the address after "#", as it is written there.
func Fragment() string {
	return strings.TrimPrefix(window().Get("location").Get("hash").String(), "#")
}

// ReplaceFragment writes the part after "#" without adding to the history. Browsers refuse when asked too often.
func ReplaceFragment(fragment string) error {
	return try(func() {
		location := window().Get("location")
		address := location.Get("pathname").String() + location.Get("search").String()
		if fragment != "" {
			address += "#" + fragment
		}
		window().Get("history").Call("replaceState", nil, "", address)
	})
}

// PushFragment adds an address to the history that differs from this one behind the "#". OnFragment does not tell of it.
func PushFragment(fragment string) error {
	return try(func() { window().Get("history").Call("pushState", nil, "", "#"+fragment) })
}

// GoToFragment goes to another part of the page as a link does, so that it is a step in the history.
func GoToFragment(fragment string) { window().Get("location").Set("hash", fragment) }

// OnFragment tells when a person or a link changed the part after "#"; ReplaceFragment does not count.
func OnFragment(changed func(fragment string)) (stop func()) {
	return Listen(window(), "hashchange", func(Event) { changed(Fragment()) })
}

// Address is the whole address of the page without its fragment.
func Address() string {
	whole, _, _ := strings.Cut(window().Get("location").Get("href").String(), "#")
	return whole
}
