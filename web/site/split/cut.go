//go:build !js

package split

import (
	"fmt"
	"strconv"
)

// Parts is what becomes of a program: which functions move, and what lies in memory from the start on and from when the
// rest comes, as sections of data.
type Parts struct {
	Moves               []bool
	Missing             int // the function to call where the rest cannot be had
	FirstData, RestData []byte
	Start               []byte // the body of a function to run when the first module begins, if there is something to do
}

// Cut makes two modules of a program. The first imports rest.bring, a function that answers with 1 when the rest is
// there, and with 0 when it cannot be had. The rest imports what it shares from the module "first".
func (p *Program) Cut(parts Parts) (first, rest []byte, err error) {
	c := &cut{Program: p, Parts: parts, local: map[int]int{}}
	if m := parts.Missing; m < 0 || m >= len(p.kinds) || p.kinds[m] != goType || parts.Moves[m] {
		return nil, nil, fmt.Errorf("function %d cannot stand in for what is missing", m)
	}
	for i, moves := range parts.Moves {
		if moves {
			c.local[i] = len(c.moved)
			c.moved = append(c.moved, i)
		}
	}
	if first, err = c.first(); err != nil {
		return nil, nil, err
	}
	rest, err = c.rest()
	return first, rest, err
}

// cut is a program and what becomes of it.
type cut struct {
	*Program
	Parts
	moved []int
	local map[int]int // the index of each moved function in the rest
}

// The types that a cut adds behind the program's own.
func (c *cut) bringType() int { return len(c.types) }
func (c *cut) doorType() int  { return len(c.types) + 1 }
func (c *cut) startType() int { return len(c.types) + 2 }

func (c *cut) allTypes() []byte {
	return vector(append(c.types[:len(c.types):len(c.types)],
		[]byte{0x60, 0, 1, 0x7f},             // bring: () -> (i32)
		[]byte{0x60, 2, 0x7f, 0x7f, 1, 0x7f}, // the door: (i32, i32) -> (i32)
		[]byte{0x60, 0, 0},                   // the start: () -> ()
	)...)
}

// place is where a function stands in the table.
func place(function int) int { return First + function }

func call(to []byte, index int) []byte { return number(append(to, opCall), index) }

// callAt appends a call of the function whose place in the table was put last.
func callAt(to []byte, kind int) []byte { return append(number(append(to, opCallIndirect), kind), 0) }

// doorBody is that of a function with a resume point and a place: if the rest is there, it calls what stands in that place.
func (c *cut) doorBody(missing int) []byte {
	body := []byte{0}                               // no locals
	body = callAt(constant(body, 0), c.bringType()) // is it there?
	body = append(body, opIf, 0x7f, opLocalGet, 0, opLocalGet, 1)
	body = callAt(body, goType)
	body = call(constant(append(body, opElse), 0), missing)
	return append(body, opEnd, opEnd)
}

// stub calls a function through the door.
func stub(function, door int) []byte {
	body := constant([]byte{0, opLocalGet, 0}, place(function))
	return append(call(body, door), opEnd)
}

// shared is the name under which the first module exports a global.
func shared(global int) string { return "g" + strconv.Itoa(global) }

const sharedTable = "table"
