//go:build !js

// Command shoot takes pictures of the built site.
//
//	go run ./web/e2e/shoot                       every view, wide and narrow, light and dark, into screenshots/
//	go run ./web/e2e/shoot -one web/screenshot.png
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/chromedp"

	"oci-policy-playground/web/e2e"
	"oci-policy-playground/web/site/static"
)

// view is a page to take a picture of; name becomes part of the file's name. Click is what to press first,
// whether or not it is in sight.
type view struct {
	name, path string
	click      []string
}

var views = []view{
	{name: "denied", path: "/#example=pull-image"},
	{name: "first-visit", path: "/"},
	{name: "allowed", path: "/#example=pull-image-solved"},
	{name: "depends", path: "/#example=log-shipping"},
	{name: "by-a-deny", path: "/#example=ladder-upside-down"},
	{name: "cross-tenancy", path: "/#example=half-an-agreement"},
	{name: "other-tenancy", path: "/#example=half-an-agreement", click: []string{".tab[data-to=tenancy]", ".tenancies [data-to='partner']"}},
	{name: "dialects", path: "/#example=time-window"},
	{name: "problems", path: "/#src=Allow%20group%20Auditors%20too%20read%20bucket%20in%20tenancy"},
	{name: "damaged", path: "/#p1.AbCdEfGh"},
	{name: "gallery", path: "/", click: []string{"[data-kind=examples]"}},
	{name: "share", path: "/", click: []string{"[data-kind=share]"}},
	{name: "open", path: "/", click: []string{"[data-kind=open]"}},
	{name: "catalog", path: "/#catalog/buckets"},
	{name: "catalog-call", path: "/#catalog/LaunchInstance"},
}

type screen struct {
	name          string
	width, height int64
}

var screens = []screen{{"wide", 1440, 900}, {"medium", 900, 1100}, {"phone", 390, 844}}

func main() {
	one := flag.String("one", "", "take a single picture, wide and light, into this file")
	flag.Parse()
	if err := run(*one); err != nil {
		fmt.Fprintln(os.Stderr, "shoot:", err)
		os.Exit(1)
	}
}

func run(one string) error {
	return e2e.Visit(static.Handler("dist"), func(browser context.Context, origin string) error {
		if one != "" {
			return shoot(browser, origin, views[0], screens[0], "light", one)
		}
		return all(browser, origin)
	})
}

func all(browser context.Context, origin string) error {
	if err := os.MkdirAll("screenshots", 0o755); err != nil {
		return err
	}
	for _, v := range views {
		for _, s := range screens {
			for _, scheme := range []string{"light", "dark"} {
				file := filepath.Join("screenshots", v.name+"-"+s.name+"-"+scheme+".png")
				if err := shoot(browser, origin, v, s, scheme, file); err != nil {
					return err
				}
				fmt.Println(file)
			}
		}
	}
	return nil
}

// settled is how long a page takes to show what waits until typing pauses.
const settled = 600 * time.Millisecond

// shoot takes a picture with a fresh profile, so that no picture depends on the one before.
func shoot(browser context.Context, origin string, v view, s screen, scheme, file string) error {
	tab, close, err := e2e.Tab(browser)
	if err != nil {
		return err
	}
	defer close()
	var png []byte
	steps := []chromedp.Action{chromedp.EmulateViewport(s.width, s.height), e2e.Prefers(scheme), chromedp.Navigate(origin + v.path), chromedp.Poll(e2e.Mounted, nil)}
	for _, selector := range v.click {
		steps = append(steps, chromedp.Evaluate(fmt.Sprintf("document.querySelector(%q).click()", selector), nil))
	}
	err = chromedp.Run(tab, append(steps, chromedp.Sleep(settled), chromedp.CaptureScreenshot(&png))...)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, png, 0o644)
}
