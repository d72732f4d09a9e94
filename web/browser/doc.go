// Package browser gives Go names and types to the few things of a browser that the page uses: storage, the address,
// the clipboard, timers, keys, the theme, downloads, and the code editor that a script of ours provides.
//
// # What it does not do
//
// It decides nothing. Each file wraps one browser object, and a function does what its name says or reports that it
// could not: storage may be missing in a sandboxed frame, a clipboard may be refused. So everything that thinks can be
// tested without a browser, and this package can be read in one sitting.
//
// # Callbacks
//
// A function that takes a callback for as long as something lives returns a function that ends it and frees what
// JavaScript held. Callbacks run on the browser's one thread: they must not block.
package browser
