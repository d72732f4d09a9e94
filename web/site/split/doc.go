//go:build !js

// Package split cuts a program that Go linked for the browser in two: what the first verdict needs, and the rest, which
// a page fetches when that stands.
//
// # How Go's functions call each other
//
// A function of Go's takes the point to resume at and answers whether the stack is being unwound; everything else goes
// through globals and memory. Each stands in the table of the module, at a place that is also its address for Go. So a
// function may live in another module that shares the globals, the memory and the table, and nobody notices.
//
//	https://github.com/golang/go/blob/master/src/cmd/link/internal/wasm/asm.go
//
// # What becomes of a function that moves
//
// In the first module it keeps its index and its place in the table, and its body becomes a call of the door with that
// place. The door asks the function at place 0 of the table, where Go has none, whether the rest is there. In the first
// module that is rest.bring, which the page provides and which may fetch the rest at once. The rest puts one there that
// says yes, and its functions in their places. Then the door calls the function in that place. Where the rest cannot be
// had, it calls a function of the program instead, which says so by a panic.
//
// In the rest, a function calls what stayed through the table.
//
// # Which functions may move
//
// Any, if speed is all there is to it: one that is called early brings the rest early. [Program.Watch] makes a program tell
// which functions ran, and [Program.Follow] adds to a choice what only the chosen call.
package split
