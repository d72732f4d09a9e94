package kit

import (
	"syscall/js"

	"oci-policy-playground/web/browser"
)

// Target is the element with an [Act] that something happened to.
type Target struct {
	event  browser.Event
	acting js.Value
}

// Act is the name of what is asked for.
func (t Target) Act() string { return t.Data("act") }

// Data is a data attribute of the element, "" where it has none.
func (t Target) Data(name string) string {
	if value := t.acting.Get("dataset").Get(name); value.Truthy() {
		return value.String()
	}
	return ""
}

// Value is the text of a field or the choice of a select.
func (t Target) Value() string { return t.acting.Get("value").String() }

// Checked is the state of a checkbox.
func (t Target) Checked() bool { return t.acting.Get("checked").Bool() }

// Key is the key that was pressed, as in "Enter".
func (t Target) Key() string {
	if key := t.event.Get("key"); key.Truthy() {
		return key.String()
	}
	return ""
}

// Held tells whether a key is held that makes a shortcut of another one.
func (t Target) Held() bool {
	return t.event.Get("ctrlKey").Truthy() || t.event.Get("metaKey").Truthy() || t.event.Get("altKey").Truthy()
}

// Clicks counts clicks that follow each other at one place.
func (t Target) Clicks() int { return t.event.Get("detail").Int() }

// Taken tells the browser not to do what it would have done, such as following a link or scrolling.
func (t Target) Taken() { t.event.Call("preventDefault") }

// Node is the element.
func (t Target) Node() js.Value { return t.acting }
