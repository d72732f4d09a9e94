//go:build !js

package main

import (
	"slices"
	"sync"

	"oci-policy-playground/web/site/split"
)

// standIn is the function that says that the rest of the program cannot be had.
const standIn = "oci-policy-playground/web/browser.absent"

// compiled is a program for the browser in two modules. Both are parts of the site, so it is kept.
var compiled = func() func(pkg string) (first, rest []byte, err error) {
	var done sync.Once
	var first, rest []byte
	var err error
	return func(pkg string) ([]byte, []byte, error) {
		done.Do(func() {
			var module []byte
			if module, err = link(pkg); err == nil {
				first, rest, err = cut(module)
			}
		})
		return first, rest, err
	}
}()

// cut makes a linked program small: it drops what nobody reads, and parts what comes later from what comes first.
func cut(module []byte) (first, rest []byte, err error) {
	p, err := split.Parse(module)
	if err != nil {
		return nil, nil, err
	}
	memory, err := flatten(p.Data())
	if err != nil {
		return nil, nil, err
	}
	functions, err := functionsOf(memory)
	if err != nil {
		return nil, nil, err
	}
	missing := slices.IndexFunc(functions, func(f function) bool { return f.name == standIn })
	moves, err := later(functions, p.Movable())
	if err != nil {
		return nil, nil, err
	}
	p.Follow(moves, memory)
	dropLines(memory)
	table, err := findTable(memory)
	if err != nil {
		return nil, nil, err
	}
	moving := table.comesWith(moves)
	return p.Cut(split.Parts{Moves: moves, Missing: missing,
		FirstData: segments(memory, func(at int) bool { return memory[at] != 0 && !moving[at] }),
		RestData:  segments(memory, func(at int) bool { return moving[at] })})
}
