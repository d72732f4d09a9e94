package browser

// SetTheme marks the page with a theme, which style sheets ask for as :root[data-theme="dark"]; "" leaves it to the system.
func SetTheme(theme string) {
	root := document().Get("documentElement")
	if theme == "" {
		root.Call("removeAttribute", "data-theme")
		return
	}
	root.Call("setAttribute", "data-theme", theme)
}
