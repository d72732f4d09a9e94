package browser

// Focus moves the focus to the first element that matches.
func Focus(selector string) {
	if node := document().Call("querySelector", selector); node.Truthy() {
		node.Call("focus")
	}
}

// FocusedTag is the tag of the element that has the focus, in capitals.
func FocusedTag() string {
	if node := document().Get("activeElement"); node.Truthy() {
		return node.Get("tagName").String()
	}
	return ""
}

// FocusedIn tells whether the element that has the focus is inside one that matches.
func FocusedIn(selector string) bool {
	node := document().Get("activeElement")
	return node.Truthy() && node.Call("closest", selector).Truthy()
}

// FieldText is what stands in the field with that id.
func FieldText(id string) string {
	if node := document().Call("getElementById", id); node.Truthy() {
		return node.Get("value").String()
	}
	return ""
}

// Ticked tells whether a checkbox is.
func Ticked(id string) bool {
	node := document().Call("getElementById", id)
	return node.Truthy() && node.Get("checked").Bool()
}
