//go:build !js

// Command site turns the sources into a folder that any web server can serve, and serves it while you work.
//
//	go run ./web/site build [-sizes]       make dist/
//	go run ./web/site serve [-addr :8080]  serve dist/
//
// two that make later runs, and one for measuring:
//
//	go run ./web/site watch                make a program that notes which of its functions run
//	go run ./web/site learn                write later.txt from what it noted
//	go run ./web/site flags                print what the go command compiles the program with
//
// # What a build does
//
// It compiles the program in wasm/ for the browser, bundles the scripts and style sheets, and fills their names into the pages.
// A name carries a hash of its content (playground.wasm becomes playground.0123456789.wasm), so a browser may keep a
// file for ever and still gets a new one at once; only the pages, the scripts that other sites load and the service worker
// keep their plain names, since sites and browsers come back to them. Every URL is relative: dist/ works from any folder of
// any host.
//
// The program is cut in two, playground.wasm and rest.wasm: package split says how that is possible, and part.go and
// compute.go what else does not have to come first. The rest holds what a first verdict and the typing after it do without;
// web/boot/rest.js fetches it. Which functions these are is not thought out but watched, as a profile: make later lets
// web/e2e/tour visit the pages with a program that notes what runs, and writes later.txt, which is part of the sources, so a
// build needs no browser. The list need not be up to date: later.go says what becomes of a function it does not know.
//
// A page names a file by its plain name in double quotes ("style.css"), so the sources are readable as they are, and
// "size:playground.wasm" stands for a file's size in bytes, which a progress bar needs and a compressed answer does not tell.
// The service worker is made last: "site:files" is what it keeps, and "site:version" changes with anything in the site.
//
// Beside each file lie its brotli and gzip forms. They are made only for what changed, for the best brotli takes a while.
package main
