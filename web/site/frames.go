//go:build !js

package main

import (
	"encoding/binary"
	"slices"
)

// What a function's data are about, where only the text of a traceback says it: the calls that were copied into it, and its
// arguments.
//
// https://github.com/golang/go/blob/master/src/internal/abi/symtab.go
const (
	copiedCallsData   = 3
	argumentsData     = 5
	liveArgumentsData = 6
)

const noData = 0xffffffff

// dropFrames takes that out of a program's memory: a traceback then shows no calls inside of others.
func (t *tableOf) dropFrames() {
	var dropped []int
	kept := map[int]bool{} // equal data are stored once
	for i := range t.count {
		at, size := t.entry(i)
		first := at + firstTable + 4*short(t.memory[at:], atTables)
		for piece := first; piece < at+size; piece += 4 {
			offset := short(t.memory, piece)
			switch (piece - first) / 4 {
			case copiedCallsData, argumentsData, liveArgumentsData:
				binary.LittleEndian.PutUint32(t.memory[piece:], noData)
				dropped = append(dropped, offset)
			default:
				kept[offset] = true
			}
		}
	}
	for _, offset := range dropped {
		if offset != noData && !kept[offset] {
			start := t.data + offset
			next, _ := slices.BinarySearch(t.dataStarts, start+1)
			clear(t.memory[start:t.dataStarts[next]])
		}
	}
}
