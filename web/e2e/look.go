//go:build !js

package e2e

import (
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Prefers makes the page believe that the system asks for a "light" or "dark" look.
func Prefers(scheme string) chromedp.Action { return media("prefers-color-scheme", scheme) }

// media makes the page believe that the system asks for something, such as media("forced-colors", "active"), and for nothing else.
func media(feature, value string) chromedp.Action {
	return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: feature, Value: value}})
}
