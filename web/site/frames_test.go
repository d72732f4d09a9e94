//go:build !js

package main

import (
	"bytes"
	"slices"
	"testing"
)

// pieces are the data of all functions, those of each function in their order; nil where there are none.
func pieces(t *tableOf) (all [][]byte, kinds []int) {
	for i := range t.count {
		at, size := t.entry(i)
		first := at + firstTable + 4*short(t.memory[at:], atTables)
		for slot := first; slot < at+size; slot += 4 {
			var piece []byte
			if offset := short(t.memory, slot); offset != noData {
				next, _ := slices.BinarySearch(t.dataStarts, t.data+offset+1)
				piece = t.memory[t.data+offset : t.dataStarts[next]]
			}
			all, kinds = append(all, piece), append(kinds, (slot-first)/4)
		}
	}
	return all, kinds
}

func TestDataOfTracebacksAreDroppedAndAllElseStays(t *testing.T) {
	memory := taken(t).memory
	table, err := findTable(memory)
	if err != nil {
		t.Fatal(err)
	}
	other := *table
	other.memory = bytes.Clone(memory)
	other.dropFrames()
	before, kinds := pieces(table)
	after, _ := pieces(&other)
	for i, kind := range kinds {
		switch drops := kind == copiedCallsData || kind == argumentsData || kind == liveArgumentsData; {
		case drops && after[i] != nil:
			t.Fatalf("data %d of kind %d stay", i, kind)
		case !drops && !bytes.Equal(before[i], after[i]):
			t.Fatalf("data %d of kind %d are others", i, kind)
		}
	}
	zeros := func(memory []byte) int { return bytes.Count(memory[table.data:table.dataEnd], []byte{0}) }
	if more := zeros(other.memory) - zeros(memory); more < 10_000 {
		t.Errorf("only %d bytes were dropped", more)
	}
}
