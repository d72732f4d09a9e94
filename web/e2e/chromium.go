//go:build !js

package e2e

import (
	"context"
	"net"
	"net/http"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Launch starts a Chromium of its own: no window and an empty profile. More is what else it gets.
func Launch(more ...chromedp.ExecAllocatorOption) (browser context.Context, quit func(), err error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.NoSandbox, // a container has no user namespaces to build one from
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		// A mouse, which a machine without a screen does not have.
		chromedp.Flag("blink-settings", "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"),
	)
	allocator, release := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	browser, cancel := chromedp.NewContext(allocator)
	quit = func() {
		chromedp.Cancel(browser)
		cancel()
		release()
	}
	if err := chromedp.Run(browser); err != nil {
		quit()
		return nil, nil, err
	}
	return browser, quit, nil
}

// Visit serves a site on a free port of this machine and hands it to visit, with a Chromium.
func Visit(site http.Handler, visit func(browser context.Context, origin string) error) error {
	origin, stop, err := Serve(site)
	if err != nil {
		return err
	}
	defer stop()
	browser, quit, err := Launch()
	if err != nil {
		return err
	}
	defer quit()
	return visit(browser, origin)
}

// Tab opens a window with a fresh profile: nothing stored, nothing cached.
func Tab(browser context.Context) (tab context.Context, close func(), err error) {
	control := cdp.WithExecutor(browser, chromedp.FromContext(browser).Browser)
	profile, err := target.CreateBrowserContext().Do(control)
	if err != nil {
		return nil, nil, err
	}
	tab, cancel, err := window(browser, control, profile)
	if err != nil {
		return nil, nil, err
	}
	return tab, func() {
		cancel()
		target.DisposeBrowserContext(profile).Do(control)
	}, nil
}

func window(browser, control context.Context, profile cdp.BrowserContextID) (tab context.Context, close func(), err error) {
	// A new profile has no window to open a tab in, so the tab brings one, which chromedp's own option does not do.
	id, err := target.CreateTarget("about:blank").WithBrowserContextID(profile).WithNewWindow(true).Do(control)
	if err != nil {
		return nil, nil, err
	}
	tab, close = chromedp.NewContext(browser, chromedp.WithTargetID(id))
	return tab, close, nil
}

// Serve serves on a free port of this machine.
func Serve(site http.Handler) (origin string, stop func(), err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	server := &http.Server{Handler: site}
	go server.Serve(listener)
	return "http://" + listener.Addr().String(), func() { server.Close() }, nil
}

// Mounted is a JavaScript expression that is true once the program has drawn the whole page.
const Mounted = `document.readyState === "complete" && !document.querySelector(".shell, [aria-busy=true]")`
