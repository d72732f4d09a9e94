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

	"github.com/chromedp/chromedp"

	"oci-policy-playground/web/e2e"
	"oci-policy-playground/web/site/static"
)

// view is a page to take a picture of; Name becomes part of the file's name.
type view struct{ name, path string }

var views = []view{{"first", "/"}, {"verbs", "/#example=groups-and-verbs"}, {"depends", "/#example=log-shipping"}, {"damaged", "/#p1.AbCdEfGh"}}

type screen struct {
	name          string
	width, height int64
}

var screens = []screen{{"wide", 1440, 900}, {"phone", 390, 844}}

func main() {
	one := flag.String("one", "", "take a single picture, wide and light, into this file")
	flag.Parse()
	if err := run(*one); err != nil {
		fmt.Fprintln(os.Stderr, "shoot:", err)
		os.Exit(1)
	}
}

func run(one string) error {
	origin, stop, err := e2e.Serve(static.Handler("dist"))
	if err != nil {
		return err
	}
	defer stop()
	browser, quit, err := e2e.Launch()
	if err != nil {
		return err
	}
	defer quit()
	if one != "" {
		return shoot(browser, origin+views[0].path, screens[0], "light", one)
	}
	return all(browser, origin)
}

func all(browser context.Context, origin string) error {
	if err := os.MkdirAll("screenshots", 0o755); err != nil {
		return err
	}
	for _, v := range views {
		for _, s := range screens {
			for _, scheme := range []string{"light", "dark"} {
				file := filepath.Join("screenshots", v.name+"-"+s.name+"-"+scheme+".png")
				if err := shoot(browser, origin+v.path, s, scheme, file); err != nil {
					return err
				}
				fmt.Println(file)
			}
		}
	}
	return nil
}

// shoot takes a picture with a fresh profile, so that no picture depends on the one before.
func shoot(browser context.Context, address string, s screen, scheme, file string) error {
	tab, close, err := e2e.Tab(browser)
	if err != nil {
		return err
	}
	defer close()
	var png []byte
	err = chromedp.Run(tab,
		chromedp.EmulateViewport(s.width, s.height),
		e2e.Prefers(scheme),
		chromedp.Navigate(address),
		chromedp.Poll(e2e.Mounted, nil),
		chromedp.CaptureScreenshot(&png),
	)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, png, 0o644)
}
