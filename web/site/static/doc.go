//go:build !js

// Package static serves a built site as a content network would: each file in the smallest form that the browser
// accepts, with its true type, and for ever where its name says what is in it.
//
// It is used by the development server and by the tests of the built page, so both see the same headers.
package static
