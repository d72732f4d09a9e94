//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
)

// Where the linker's table of functions keeps what is read here, in bytes from the table's start and from the start of a
// function's entry. It is the layout of the runtime's pcHeader and _func, the same since Go 1.20; a table that begins
// otherwise is left alone.
const (
	tableMagic   = "\xf1\xff\xff\xff\x00\x00\x01\x08"
	atCount      = 8
	atFiles      = 40 // offset of the names of files
	atStretches  = 56 // offset of the tables that map stretches of code to values
	atFunctions  = 64
	tableHeader  = 72
	atEntry      = 0
	atStack      = 16
	atFile       = 20
	atLine       = 24
	atTables     = 28 // how many more tables a function has
	atUnit       = 32
	atStartLine  = 36
	firstTable   = 44
	entryInIndex = 8

	unsafePoints  = 0 // where a signal may not stop a function: nothing does so here
	copiedCalls   = 2 // which call that was copied into a function a traceback is in
	liveArguments = 3 // which arguments a traceback may print
)

// dropLines takes out of a program's memory what only a traceback prints: which file and line a stretch of code came
// from, and what only a signal asks for. The runtime prints a question mark instead; names of functions stay. In a browser
// nobody reads the lines, and they are a twelfth of what is sent.
func dropLines(memory []byte) {
	start := bytes.Index(memory, []byte(tableMagic))
	if start < 0 || len(memory)-start < tableHeader {
		return
	}
	table := memory[start:]
	stretches := table[word(table, atStretches):word(table, atFunctions)]
	functions := table[word(table, atFunctions):]
	var kept, dropped []uint32
	for i := range word(table, atCount) {
		entry := functions[short(functions, i*entryInIndex+4):]
		kept = append(kept, uint32(short(entry, atStack)))
		for t := range short(entry, atTables) {
			at := firstTable + 4*t
			if t == unsafePoints || t == copiedCalls || t == liveArguments {
				dropped = append(dropped, uint32(short(entry, at)))
				clear(entry[at : at+4])
				continue
			}
			kept = append(kept, uint32(short(entry, at)))
		}
		dropped = append(dropped, uint32(short(entry, atFile)), uint32(short(entry, atLine)))
		for _, at := range [...]int{atFile, atLine, atUnit, atStartLine} {
			clear(entry[at : at+4])
		}
	}
	clearTables(stretches, kept, dropped)
	clear(table[word(table, atFiles):word(table, atStretches)])
}

// The linker puts what a program was built of between these: its modules with their sums, and the compiler's flags.
const (
	buildBegins = "\x30\x77\xaf\x0c\x92\x74\x08\x02\x41\xe1\xc1\x07\xe6\xd6\x18\xe6"
	buildEnds   = "\xf9\x32\x43\x31\x86\x18\x20\x72\x00\x82\x42\x10\x41\x16\xd8\xf2"
)

// dropBuild takes out what a program was built of, which tools read from a file and nobody from a page.
func dropBuild(memory []byte) {
	if start := bytes.Index(memory, []byte(buildBegins)); start >= 0 {
		if length := bytes.Index(memory[start:], []byte(buildEnds)); length >= 0 {
			clear(memory[start : start+length+len(buildEnds)])
		}
	}
}

// clearTables zeroes the tables that nothing refers to any more. Equal tables are stored once, so one that was for lines
// may be for something else as well.
func clearTables(stretches []byte, kept, dropped []uint32) {
	used := make([]bool, len(stretches))
	for _, at := range kept {
		for i := range tableLength(stretches, int(at)) {
			used[int(at)+i] = true
		}
	}
	for _, at := range dropped {
		for i := range tableLength(stretches, int(at)) {
			if !used[int(at)+i] {
				stretches[int(at)+i] = 0
			}
		}
	}
}

// tableLength is the length of one table: pairs of numbers, seven bits a byte, up to a first number of zero that does
// not begin the table. Offset zero means that there is none.
func tableLength(stretches []byte, at int) int {
	if at == 0 {
		return 0
	}
	end := at
	for first := true; end < len(stretches); first = false {
		if stretches[end] == 0 && !first {
			return end + 1 - at
		}
		end += number(stretches[end:])
		end += number(stretches[end:])
	}
	return len(stretches) - at
}

// number is how many bytes a number takes.
func number(b []byte) int {
	for i, one := range b {
		if one&0x80 == 0 {
			return i + 1
		}
	}
	return len(b)
}

func word(b []byte, at int) int  { return int(binary.LittleEndian.Uint64(b[at:])) }
func short(b []byte, at int) int { return int(binary.LittleEndian.Uint32(b[at:])) }
