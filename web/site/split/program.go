//go:build !js

package split

import "fmt"

// First is where Go's functions begin in the table: what is before would be mistaken for a bad address.
const First = 0x1000

// goType is the type of Go's functions, which its linker puts first: (i32) -> (i32).
const goType = 0

// Program is a module of Go's linker, taken apart. Its functions count from 0, without those it imports.
type Program struct {
	sections []section
	types    [][]byte
	imports  [][]byte
	kinds    []int // the type of each function
	bodies   [][]byte
	globals  int
}

// Parse takes a program apart.
func Parse(module []byte) (*Program, error) {
	sections, err := read(module)
	if err != nil {
		return nil, err
	}
	p := &Program{sections: sections}
	for _, s := range sections {
		in := &reader{rest: s.body}
		p.section(s.number, in)
		if in.err == nil && len(in.rest) > 0 {
			in.err = errCut
		}
		if in.err != nil {
			return nil, fmt.Errorf("section %d: %w", s.number, in.err)
		}
	}
	if len(p.bodies) != len(p.kinds) || len(p.bodies) == 0 {
		return nil, fmt.Errorf("%d functions have %d bodies", len(p.kinds), len(p.bodies))
	}
	return p, nil
}

func (p *Program) section(number byte, in *reader) {
	switch number {
	case types:
		p.types = in.list((*reader).functionType)
	case imports:
		p.imports = in.list((*reader).imported)
	case functions:
		for range in.number() {
			p.kinds = append(p.kinds, in.number())
		}
	case globals:
		p.globals = in.number()
		in.rest = nil
	case elements:
		p.inOrder(in)
	case code:
		for range in.number() {
			p.bodies = append(p.bodies, in.bytes(in.number()))
		}
	default:
		in.rest = nil
	}
}

// inOrder makes sure that the functions stand in the table in their order, so that a place says which function it is.
func (p *Program) inOrder(in *reader) {
	in.expect("the table", append(constant([]byte{1, 0}, First), 0x0b)...)
	for i := range in.number() {
		if got := in.number(); got != len(p.imports)+i {
			in.fail(fmt.Errorf("place %d of the table has function %d", i, got))
		}
	}
}

// Data is the section with what lies in memory from the start.
func (p *Program) Data() []byte {
	for _, s := range p.sections {
		if s.number == data {
			return s.body
		}
	}
	return nil
}

// Movable tells which functions may move: those of Go's own type that do not call the host by themselves, for the rest
// imports nothing of it.
func (p *Program) Movable() []bool {
	all := make([]bool, len(p.bodies))
	for i, body := range p.bodies {
		host := false
		err := walk(body, func(i instruction) { host = host || i.op == opCall && i.value < int64(len(p.imports)) })
		all[i] = p.kinds[i] == goType && !host && err == nil
	}
	return all
}

// list reads a vector of items, each as the bytes it takes.
func (r *reader) list(pass func(*reader)) [][]byte {
	var all [][]byte
	for range r.number() {
		before := r.rest
		pass(r)
		if r.err != nil {
			return nil
		}
		all = append(all, before[:len(before)-len(r.rest)])
	}
	return all
}

func (r *reader) functionType() {
	r.expect("a type", 0x60)
	r.bytes(r.number())
	r.bytes(r.number())
}

// imported passes over an imported function; Go imports nothing else.
func (r *reader) imported() {
	r.name()
	r.name()
	r.expect("an import", 0x00)
	r.number()
}
