// Package source is a place in a text, and what there is to say about it.
//
// Everything the playground shows (a squiggle, a lit word, a fix) is tied to
// the exact words a person typed. A [Span] is such a place: a half-open range
// of bytes that knows which file it is in. Spans are made once, by the lexer,
// and are carried from there to the screen; nobody searches a text to find a
// place again.
//
// # Positions
//
// Inside the engine an offset is a number of bytes. A person reads lines and
// columns, a browser counts UTF-16 code units; [File] converts to both, at the
// edge where they are needed and nowhere else.
//
// # Diagnostics
//
// A [Diagnostic] says what is wrong (Summary), what to do about it (Detail),
// where (Span), where the other half of the trouble is (Notes), and offers
// edits that mend it (Fixes). Functions that read what people wrote return a
// usable value and [Diagnostics] beside it; they never give up. Only a
// diagnostic's Code may steer a program; its words are for people.
//
// [Render] draws a diagnostic as a block with carets under the words, which is
// what the command line prints and what the golden tests hold.
package source
