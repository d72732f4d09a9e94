//go:build !js

package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// minGap is how many bytes have to be left out in a row before they are worth a segment of their own.
const minGap = 64

// flatten lays the data out as the program's memory will hold it. Go's linker leaves out every few zero bytes and so makes
// tens of thousands of segments; the heads between them compress far worse than the zeros would.
func flatten(section []byte) ([]byte, error) {
	count, n := binary.Uvarint(section)
	var memory []byte
	for rest := section[n:]; count > 0; count-- {
		if len(rest) < 2 || rest[0] != 0 || rest[1] != 0x41 {
			return nil, errors.New("a data segment has no constant place")
		}
		at, n := signed(rest[2:])
		if rest = rest[2+n:]; len(rest) < 2 {
			return nil, errors.New("the data is cut off")
		}
		size, n := binary.Uvarint(rest[1:])
		if at < 0 || rest[0] != 0x0b || n <= 0 || uint64(len(rest)-1-n) < size {
			return nil, fmt.Errorf("the data segment at %d cannot be read", at)
		}
		data := rest[1+n : 1+n+int(size)]
		if need := at + len(data); need > len(memory) {
			memory = append(memory, make([]byte, need-len(memory))...)
		}
		copy(memory[at:], data)
		rest = rest[1+n+int(size):]
	}
	return memory, nil
}

// segments are the bytes of a memory that are picked; not all the others: where only a few are not, they come along.
func segments(memory []byte, picked func(at int) bool) []byte {
	var body []byte
	count := uint64(0)
	for at := 0; at < len(memory); {
		start, end := next(len(memory), at, picked)
		if start == end {
			break
		}
		body = append(body, 0, 0x41)
		body = appendSigned(body, start)
		body = append(body, 0x0b)
		body = binary.AppendUvarint(body, uint64(end-start))
		body = append(body, memory[start:end]...)
		count++
		at = end
	}
	return append(binary.AppendUvarint(nil, count), body...)
}

// next is the first stretch from at on that is picked and has no long gap in it.
func next(size, at int, picked func(at int) bool) (start, end int) {
	for at < size && !picked(at) {
		at++
	}
	start, end = at, at
	for ; at < size && at-end < minGap; at++ {
		if picked(at) {
			end = at + 1
		}
	}
	return start, end
}

// signed reads a number as WebAssembly writes signed ones: seven bits a byte, the highest of them the sign.
func signed(b []byte) (value, n int) {
	shift := 0
	for n < len(b) {
		value |= int(b[n]&0x7f) << shift
		shift += 7
		n++
		if b[n-1]&0x80 == 0 {
			break
		}
	}
	if n > 0 && b[n-1]&0x40 != 0 {
		value |= -1 << shift
	}
	return value, n
}

func appendSigned(b []byte, value int) []byte {
	for {
		low := byte(value & 0x7f)
		value >>= 7
		if value == 0 && low&0x40 == 0 || value == -1 && low&0x40 != 0 {
			return append(b, low)
		}
		b = append(b, low|0x80)
	}
}
