//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"

	"oci-policy-playground/web/site/split"
)

// The linker's tables by which the runtime finds the entry of a function, in bytes.
const (
	bucketSize         = 20 // in the table that leads from an address to a function: a number, and smaller steps
	bucketsPerFunction = 16 // of 4096 addresses each
)

// computable takes out of a program's memory what a few instructions compute when it starts, and gives the body of the
// function that does: where each function's entry is, from how long the entries are; the place at each entry's begin;
// and which function an address is in, since each has as many addresses as any other. 2 MB need not be sent that way.
func (t *tableOf) computable(memory []byte) (start []byte, err error) {
	find, index, n := t.dataEnd, t.functions, t.count
	sizes := make([]byte, n)
	at := short(memory[index:], 4)
	first := at
	for i := range n {
		next, last := short(memory[index:], (i+1)*entryInIndex+4), i == n-1
		if last {
			_, size := t.entry(i)
			next = at + size
		}
		size := next - at
		if short(memory[index:], i*entryInIndex) != split.First+i || short(memory[index:], at) != split.First+i || size%4 != 0 || size < 0 || size/4 > 0xff {
			return nil, errors.New("the index of the functions has another layout")
		}
		sizes[i] = byte(size / 4)
		clear(memory[index+at : index+at+4])
		at = next
	}
	for i := range (n - 1) * bucketsPerFunction { // the last function has less than one
		bucket := memory[find+i*bucketSize : find+(i+1)*bucketSize]
		want := binary.LittleEndian.AppendUint32(nil, uint32(i/bucketsPerFunction))
		if !bytes.Equal(bucket[:4], want) || slices.ContainsFunc(bucket[4:], func(step byte) bool { return step != 0 }) {
			return nil, errors.New("the table of addresses has another layout")
		}
		clear(bucket)
	}
	clear(memory[index : index+n*entryInIndex])
	copy(memory[index+n*(entryInIndex-1):], sizes) // behind what is written before they are read
	return startBody(find, index, first, n), nil
}

// startBody is the function that computes the tables again.
//
//	for i < (n-1)*16 { find[i] = i >> 4 }
//	for i < n { size = sizes[i]; index[i] = {First+i, at}; entry(at) = First+i; at += 4*size }
func startBody(find, index, first, n int) []byte {
	const i, at, size = 0, 1, 2
	a := split.Assembly{}
	a.Locals(3)
	a.Loop(i, (n-1)*bucketsPerFunction, func() {
		a.Get(i).Const(bucketSize).Multiply().Get(i).Const(4).ShiftRight().Store(find)
	})
	a.Const(0).Set(i).Const(first).Set(at)
	a.Loop(i, n, func() {
		a.Get(i).LoadByte(index + n*(entryInIndex-1)).Set(size)
		a.Get(i).Const(3).ShiftLeft().Get(i).Const(split.First).Add().Store(index)
		a.Get(i).Const(3).ShiftLeft().Get(at).Store(index + 4)
		a.Get(at).Get(i).Const(split.First).Add().Store(index)
		a.Get(at).Get(size).Const(2).ShiftLeft().Add().Set(at)
	})
	return a.End()
}
