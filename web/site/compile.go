//go:build !js

package main

import (
	"bytes"
	"sync"

	"oci-policy-playground/web/site/split"
)

// compiled is the program in two modules. Both are parts of the site, so it is made once.
var compiled = sync.OnceValue(func() (made struct {
	first, rest []byte
	err         error
}) {
	module, err := link("./wasm")
	if err != nil {
		made.err = err
		return made
	}
	made.first, made.rest, made.err = cut(module)
	return made
})

func firstPart(string) ([]byte, error) { return compiled().first, compiled().err }
func restPart(string) ([]byte, error)  { return compiled().rest, compiled().err }

// cut makes a linked program small: it drops what nobody reads, and parts what comes later from what comes first.
func cut(module []byte) (first, rest []byte, err error) {
	p, err := read(module)
	if err != nil {
		return nil, nil, err
	}
	missing, err := p.index(standIn)
	if err != nil {
		return nil, nil, err
	}
	moves := later(laterList, p.functions, p.Movable())
	p.Follow(moves, p.memory)
	dropLines(p.memory)
	dropBuild(p.memory)
	table, err := findTable(p.memory)
	if err != nil {
		return nil, nil, err
	}
	table.dropFrames()
	return parted(p.Program, moves, missing, p.memory)
}

// parted is a program in two, with its memory.
func parted(p *split.Program, moves []bool, missing int, memory []byte) (first, rest []byte, err error) {
	table, err := findTable(memory)
	if err != nil {
		return nil, nil, err
	}
	moving := table.comesWith(moves)
	early := bytes.Clone(memory)
	start, err := table.computable(early)
	if err != nil {
		return nil, nil, err
	}
	return p.Cut(split.Parts{Moves: moves, Missing: missing, Start: start,
		FirstData: segments(early, func(at int) bool { return early[at] != 0 && !moving[at] }),
		RestData:  segments(memory, func(at int) bool { return moving[at] })})
}
