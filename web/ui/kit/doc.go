// Package kit is a thin layer over Vecty that makes its known defects impossible to meet by accident.
//
// Vecty v0.6.0 is the last of its line, so its faults are facts to build on. Each was seen in Chromium, and each has
// a test here that shows plain Vecty failing beside the remedy:
//
//   - A boolean property that is left out of a render stays on the element for ever. [Disabled], [Hidden] and the others
//     are always in the markup and carry the truth.
//   - A list among siblings leaves an orphan behind when something comes and goes before it; a keyed list that comes first
//     moves its elements at every render, so the focus is lost; a keyed component that skips a render is removed. [List] gives
//     a list an element of its own, a constant first child, and an element a row.
//   - A text field is overwritten with the state of the last render while somebody types. [Field] leaves what is typed alone.
//   - Every render adds every listener anew, and those of removed elements are never freed. [On] hangs one listener on a
//     pane's root, which tells the rows apart by their data attributes ([Act]).
//   - A whole pane is compared, element by element, when one word in it changes. A [Part] is compared by what it shows, and
//     [Phrases] make one property of a sentence in many colours.
//   - A panic in a handler ends the program. Functions that JavaScript calls are made by package browser, which tells of it
//     instead. One while Vecty draws cannot be caught.
//
// # What is left to remember
//
// A component that skips its render should be the only child of its parent, for Vecty forgets where it stands, and should have
// no key of its own: [NewRow] carries the key. Give elements a fixed number of children: a nil in the place of what is absent.
// Fields of a component reach it again only when tagged `vecty:"prop"`.
package kit
