//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

const files = "a.go"

// functionTable is a linker's table of one function with its stretch tables.
func functionTable(stretches []byte, stack, file, line, other uint32) []byte {
	entry := make([]byte, firstTable+8)
	for at, value := range map[int]uint32{atStack: stack, atFile: file, atLine: line, atTables: 2, atStartLine: 7, firstTable: line, firstTable + 4: other} {
		binary.LittleEndian.PutUint32(entry[at:], value)
	}
	index := make([]byte, entryInIndex)
	binary.LittleEndian.PutUint32(index[4:], entryInIndex)
	table := make([]byte, tableHeader, tableHeader+len(files))
	copy(table, tableMagic)
	binary.LittleEndian.PutUint64(table[atCount:], 1)
	binary.LittleEndian.PutUint64(table[atFiles:], tableHeader)
	binary.LittleEndian.PutUint64(table[atStretches:], uint64(tableHeader+len(files)))
	binary.LittleEndian.PutUint64(table[atFunctions:], uint64(tableHeader+len(files)+len(stretches)))
	return append(append(append(append(table, files...), stretches...), index...), entry...)
}

func TestLinesAreDroppedAndWhatElseIsReadStays(t *testing.T) {
	stretches := []byte{0, 2, 9, 0, 4, 0x81, 1, 6, 3, 0, 5, 5, 0}
	table := functionTable(stretches, 1, 4, 10, 4)
	memory := append([]byte("before"), table...)
	dropLines(memory)
	got := memory[len("before")+tableHeader:]
	if !bytes.Equal(got[:len(files)], make([]byte, len(files))) {
		t.Errorf("the names of files are %q", got[:len(files)])
	}
	got = got[len(files):]
	if want := []byte{0, 2, 9, 0, 4, 0x81, 1, 6, 3, 0, 0, 0, 0}; !bytes.Equal(got[:len(stretches)], want) {
		t.Errorf("the stretches are %v, want %v: the file's table is another one's too", got[:len(stretches)], want)
	}
	entry := got[len(stretches)+entryInIndex:]
	if short(entry, atStack) != 1 || short(entry, firstTable) != 0 || short(entry, firstTable+4) != 4 || short(entry, atFile) != 0 || short(entry, atLine) != 0 || short(entry, atStartLine) != 0 {
		t.Errorf("the entry is %v", entry)
	}
}

func TestAnotherTableIsLeftAlone(t *testing.T) {
	memory := functionTable([]byte{0, 2, 9, 0}, 0, 1, 1, 0)
	memory[0] = 0xfb
	before := bytes.Clone(memory)
	dropLines(memory)
	if !bytes.Equal(memory, before) {
		t.Error("a table of another layout was written to")
	}
}

func TestWhatAProgramIsBuiltOfIsDropped(t *testing.T) {
	whole := []byte("before" + buildBegins + "path\tx\n" + buildEnds + "after")
	dropBuild(whole)
	if want := "before" + strings.Repeat("\x00", len(whole)-len("beforeafter")) + "after"; string(whole) != want {
		t.Errorf("the memory is %q", whole)
	}
	open := "before" + buildBegins + "path"
	whole = []byte(open)
	dropBuild(whole)
	if string(whole) != open {
		t.Errorf("what does not end is %q", whole)
	}
}
