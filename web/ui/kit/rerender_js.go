package kit

import (
	"github.com/hexops/vecty"

	"oci-policy-playground/web/browser"
)

// Rerender draws a component again as soon as the event at hand is over. Vecty by itself waits for an animation frame: up to
// 16 ms on a screen, a second in a frame below the fold, and for ever in one that is hidden.
func Rerender(c vecty.Component) { browser.WithoutFrames(func() { vecty.Rerender(c) }) }

// RenderInto draws a component for the first time, in the place of the element that matches. Vecty asks for a frame behind it,
// too, and what is drawn again before that would go on from frame to frame.
func RenderInto(selector string, c vecty.Component) (err error) {
	browser.WithoutFrames(func() { err = vecty.RenderInto(selector, c) })
	return err
}
