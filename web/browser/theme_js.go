package browser

import "syscall/js"

// SetTheme marks the page with a theme, which style sheets ask for as :root[data-theme="dark"]; "" leaves it to the system.
func SetTheme(theme string) {
	root := document().Get("documentElement")
	if theme == "" {
		root.Call("removeAttribute", "data-theme")
		return
	}
	root.Call("setAttribute", "data-theme", theme)
}

// PrefersDark tells whether the system asks for dark pages.
func PrefersDark() bool { return darkQuery().Get("matches").Bool() }

// OnPrefersDark tells when the system's wish changes.
func OnPrefersDark(changed func(dark bool)) (stop func()) {
	return Listen(darkQuery(), "change", func(e Event) { changed(e.Get("matches").Bool()) })
}

func darkQuery() js.Value { return window().Call("matchMedia", "(prefers-color-scheme: dark)") }
