//go:build !js

// Package e2e tests the site as it is built, in a real Chromium, the way a person meets it.
//
// # What a test sees
//
// One Chromium and one server run for the whole package; each test gets a fresh profile and a tab of its own from open, which
// gives a page to click, type and look at. Underneath, every page is watched: an error on the console, a breach of the
// content security policy, or a request to any other origin fails the test, whatever it was about. Frames and workers in
// processes of their own are watched from the other side: by the server, which browsers tell of a breach, and by a proxy that
// everything else would have to pass.
//
//	p := open(t, "/#example=pull-image")
//	p.click("[data-kind=share]")
//	p.until(`document.querySelector("dialog[open]")`)
//	p.axe()
//
// A test that breaks the site on purpose serves it through a handler of its own (openFrom) and says which complaint it
// expects (p.expect).
//
// A test of frames serves a page of another origin around them (hosted), which allows nothing but the playground and writes down
// every message that it gets; inFrame looks into a frame.
//
// The site has to be built before: make test does, and so does go run ./web/site build.
package e2e
