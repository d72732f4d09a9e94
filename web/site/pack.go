//go:build !js

package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// minGap is how many zero bytes have to follow each other before they are worth a segment of their own.
const minGap = 64

// dataSection is the number of the section of a WebAssembly module that holds its data.
//
// https://webassembly.github.io/spec/core/binary/modules.html
const dataSection = 11

// pack joins the data segments of a program and drops its line tables. Go's linker leaves out every few zero bytes and so makes tens of thousands
// of segments; the heads between them compress far worse than the zeros would.
func pack(module []byte) ([]byte, error) {
	const head = 8
	if len(module) < head || string(module[:4]) != "\x00asm" {
		return nil, errors.New("this is no WebAssembly module")
	}
	packed := append([]byte(nil), module[:head]...)
	for rest := module[head:]; len(rest) > 0; {
		size, n := binary.Uvarint(rest[1:])
		if n <= 0 || uint64(len(rest)-1-n) < size {
			return nil, errors.New("a section of the module is cut off")
		}
		body := rest[1+n : 1+n+int(size)]
		if rest[0] == dataSection {
			memory, err := flatten(body)
			if err != nil {
				return nil, err
			}
			dropLines(memory)
			body = segments(memory)
		}
		packed = append(packed, rest[0])
		packed = binary.AppendUvarint(packed, uint64(len(body)))
		packed = append(packed, body...)
		rest = rest[1+n+int(size):]
	}
	return packed, nil
}

// flatten lays the data out as the program's memory will hold it.
func flatten(section []byte) ([]byte, error) {
	count, n := binary.Uvarint(section)
	var memory []byte
	for rest := section[n:]; count > 0; count-- {
		if len(rest) < 2 || rest[0] != 0 || rest[1] != 0x41 {
			return nil, errors.New("a data segment has no constant place")
		}
		at, n := signed(rest[2:])
		rest = rest[2+n:]
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

// segments cuts a memory where many zeros follow each other.
func segments(memory []byte) []byte {
	var body []byte
	count := uint64(0)
	for at := 0; at < len(memory); {
		start, end := next(memory, at)
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

// next is the first stretch from at on that is not zero and has no long gap in it.
func next(memory []byte, at int) (start, end int) {
	for at < len(memory) && memory[at] == 0 {
		at++
	}
	start, end = at, at
	for ; at < len(memory) && at-end < minGap; at++ {
		if memory[at] != 0 {
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
