//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// Where the runtime's moduledata keeps what is read here, in bytes from its start: it begins with the address of the
// table of functions and that of the names.
//
// https://github.com/golang/go/blob/master/src/runtime/symtab.go
const (
	atNames     = 32 // in the table: offset of the names
	atFindTable = 19 * 8
	atFuncData  = 40 * 8
	atDataCount = 43 // in an entry: how many pieces of data a function has, such as maps of its frame for the collector
)

// tableOf is the table of functions in a program's memory, by places in that.
type tableOf struct {
	memory               []byte
	count                int
	names, namesEnd      int
	stretches, functions int
	data, dataEnd        int
	dataStarts           []int // places of all the data, sorted
}

func findTable(memory []byte) (*tableOf, error) {
	start := bytes.Index(memory, []byte(tableMagic))
	if start < 0 || len(memory)-start < tableHeader {
		return nil, errors.New("the program has no table of functions")
	}
	table := memory[start:]
	t := &tableOf{memory: memory, count: word(table, atCount), names: start + word(table, atNames), namesEnd: start + word(table, atFiles),
		stretches: start + word(table, atStretches), functions: start + word(table, atFunctions)}
	begins := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, uint64(start)), uint64(t.names))
	module := bytes.Index(memory, begins)
	if module < 0 {
		return nil, errors.New("the program has no moduledata")
	}
	t.data, t.dataEnd = word(memory[module:], atFuncData), word(memory[module:], atFindTable)
	if t.data < t.functions || t.dataEnd < t.data || t.dataEnd > len(memory) {
		return nil, errors.New("the moduledata has another layout")
	}
	for i := range t.count {
		t.dataStarts = append(t.dataStarts, t.dataOf(i)...)
	}
	slices.Sort(t.dataStarts)
	t.dataStarts = append(slices.Compact(t.dataStarts), t.dataEnd)
	return t, nil
}

// entry is the place of what the table says of a function, and how long that is.
func (t *tableOf) entry(function int) (at, size int) {
	at = t.functions + short(t.memory[t.functions:], function*entryInIndex+4)
	return at, firstTable + 4*short(t.memory[at:], atTables) + 4*int(t.memory[at+atDataCount])
}

// dataOf are the places of a function's data.
func (t *tableOf) dataOf(function int) []int {
	at, size := t.entry(function)
	var all []int
	for piece := at + firstTable + 4*short(t.memory[at:], atTables); piece < at+size; piece += 4 {
		if offset := short(t.memory, piece); offset != noData {
			all = append(all, t.data+offset)
		}
	}
	return all
}

// each shows the stretches of memory that say something of a function, beside its name.
func (t *tableOf) each(function int, show func(start, end int)) {
	at, size := t.entry(function)
	show(at, at+size)
	stretches := t.memory[t.stretches:t.functions]
	table := func(at int) { show(t.stretches+at, t.stretches+at+tableLength(stretches, at)) }
	table(short(t.memory[at:], atStack))
	for i := range short(t.memory[at:], atTables) {
		table(short(t.memory[at:], firstTable+4*i))
	}
	for _, piece := range t.dataOf(function) {
		next, _ := slices.BinarySearch(t.dataStarts, piece+1)
		show(piece, t.dataStarts[next])
	}
}

// comesWith tells which bytes say something of functions that move and of no other: before the rest is there, no such
// function has run, so nobody reads them. Names move as well, for only tracebacks print them.
func (t *tableOf) comesWith(moves []bool) []bool {
	moving := make([]bool, len(t.memory))
	mark := func(moved bool) func(start, end int) {
		return func(start, end int) {
			for at := start; at < end; at++ {
				moving[at] = moved
			}
		}
	}
	for i := range t.count {
		if moves[i] {
			t.each(i, mark(true))
		}
	}
	for i := range t.count {
		if !moves[i] {
			t.each(i, mark(false))
		}
	}
	t.eachName(mark(true))
	return moving
}

// eachName shows the names of all functions, also of those inside of others. How those of the runtime begin is left out:
// by that it tells its own functions from ours.
func (t *tableOf) eachName(show func(start, end int)) {
	const ofRuntime = "runtime."
	for start := t.names; start < t.namesEnd; {
		end := start + bytes.IndexByte(t.memory[start:], 0)
		if bytes.HasPrefix(t.memory[start:], []byte(ofRuntime)) {
			show(start+len(ofRuntime), end)
		} else {
			show(start, end)
		}
		start = end + 1
	}
}
