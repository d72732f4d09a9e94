//go:build !js

package e2e

import (
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Prefers makes the page believe that the system asks for a "light" or "dark" look.
func Prefers(scheme string) chromedp.Action { return Media("prefers-color-scheme", scheme) }

// Media makes the page believe that the system asks for something, such as Media("forced-colors", "active"), and for nothing else.
func Media(feature, value string) chromedp.Action {
	return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: feature, Value: value}})
}
