//go:build !js

package split

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// The sections of a module that a cut has to do with, by their numbers.
//
// https://webassembly.github.io/spec/core/binary/modules.html
const (
	types     = 1
	imports   = 2
	functions = 3
	tables    = 4
	memories  = 5
	globals   = 6
	exports   = 7
	start     = 8
	elements  = 9
	code      = 10
	data      = 11
)

const header = "\x00asm\x01\x00\x00\x00"

// section is one section of a module.
type section struct {
	number byte
	body   []byte
}

var errCut = errors.New("the module is cut off")

// read takes a module apart.
func read(module []byte) ([]section, error) {
	if !bytes.HasPrefix(module, []byte(header)) {
		return nil, errors.New("this is no WebAssembly module")
	}
	var all []section
	in := &reader{rest: module[len(header):]}
	for len(in.rest) > 0 && in.err == nil {
		number := in.byte()
		all = append(all, section{number, in.bytes(in.number())})
	}
	return all, in.err
}

// write puts one together.
func write(all []section) []byte {
	module := []byte(header)
	for _, s := range all {
		module = append(module, s.number)
		module = sized(module, s.body)
	}
	return module
}

// sized appends bytes with their length in front.
func sized(to, body []byte) []byte {
	return append(number(to, len(body)), body...)
}

// vector is a list as modules hold it: how many, then each.
func vector(items ...[]byte) []byte {
	return append(number(nil, len(items)), bytes.Join(items, nil)...)
}

func number(to []byte, n int) []byte { return binary.AppendUvarint(to, uint64(n)) }

// constant appends the instruction for a number of 32 bits.
func constant(to []byte, n int) []byte {
	to = append(to, 0x41)
	for ; n > 0x3f; n >>= 7 {
		to = append(to, byte(n&0x7f)|0x80)
	}
	return append(to, byte(n))
}

func named(to []byte, name string) []byte { return sized(to, []byte(name)) }

// reader reads numbers and bytes until one is missing.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) byte() byte {
	b := r.bytes(1)
	if r.err != nil {
		return 0
	}
	return b[0]
}

func (r *reader) bytes(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.rest) {
		r.fail(errCut)
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// number reads a length or an index.
func (r *reader) number() int {
	value, n := binary.Uvarint(r.rest)
	if n <= 0 || value > 1<<32 {
		r.fail(errCut)
		return 0
	}
	r.rest = r.rest[n:]
	return int(value)
}

func (r *reader) name() string { return string(r.bytes(r.number())) }

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
	r.rest = nil
}

func (r *reader) expect(what string, b ...byte) {
	if got := r.bytes(len(b)); r.err == nil && !bytes.Equal(got, b) {
		r.fail(fmt.Errorf("%s begins with %x, not %x", what, got, b))
	}
}
