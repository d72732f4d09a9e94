// Package ui is the page: components that draw the views of [oci-policy-playground/web/store] and send actions back.
//
// # One listener
//
// Components draw and do nothing else. What can be clicked, typed or pointed at carries an act in its attributes (kit.Act),
// and [App] hears every event of the page once, at its root: clicks in clicks_js.go, fields in fields_js.go, keys in
// keys_js.go. So a row costs no listener, and what the page can do stands in three tables.
//
// # One draw, in two steps
//
// Every pane is a component of its own, and is drawn when its view is another; in the panes that change with every letter each
// piece is one more (kit.Part), so that a keystroke draws what it changed. The verdict and the chain are on the screen before
// the other panes are even derived: those follow a frame later. So it is at the start, too, where the first verdict waits
// neither for the script of the editors nor for the panes that these stand in.
//
// # Inside of another page
//
// [Embed] is the same panes, fewer of them and one below the other, for a frame in somebody else's page. [App] is the page by
// itself.
//
// # Four colours
//
// A word of OCI's language has the class of its facet: subject, grant, location or condition. The style sheet gives each one
// colour, wherever the word stands. Classes good, bad and unsure are for outcomes alone, beside a sign and a word.
package ui
