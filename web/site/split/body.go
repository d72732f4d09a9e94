//go:build !js

package split

import "fmt"

// Instructions that a cut has to do with.
const (
	opIf           = 0x04
	opElse         = 0x05
	opEnd          = 0x0b
	opCall         = 0x10
	opCallIndirect = 0x11
	opLocalGet     = 0x20
	opConst32      = 0x41
	opConst64      = 0x42
)

// instruction is one instruction of a body.
type instruction struct {
	op    byte
	bytes []byte
	value int64 // of a call, the function; of a constant, itself
}

// head is how long the head of a body is: its locals.
func head(body []byte) (int, error) {
	in := &reader{rest: body}
	for range in.number() { // how many, of which type
		in.number()
		in.byte()
	}
	return len(body) - len(in.rest), in.err
}

// walk shows the instructions of a function's body one by one.
func walk(body []byte, show func(instruction)) error {
	start, err := head(body)
	if err != nil {
		return err
	}
	in := &reader{rest: body[start:]}
	for len(in.rest) > 0 {
		before := in.rest
		i := instruction{op: before[0]}
		i.value = in.instruction()
		i.bytes = before[:len(before)-len(in.rest)]
		if in.err == nil {
			show(i)
		}
	}
	return in.err
}

// rewritten is a body in which every direct call is written anew. Nothing else in it changes.
func rewritten(body []byte, call func(to []byte, function int) []byte) ([]byte, error) {
	start, err := head(body)
	if err != nil {
		return nil, err
	}
	out := append([]byte(nil), body[:start]...)
	err = walk(body, func(i instruction) {
		if i.op == opCall {
			out = call(out, int(i.value))
		} else {
			out = append(out, i.bytes...)
		}
	})
	return out, err
}

// instruction passes over an instruction and gives its value.
//
// https://webassembly.github.io/spec/core/binary/instructions.html
func (r *reader) instruction() int64 {
	switch op := r.byte(); {
	case op >= 0x02 && op <= opIf: // block, loop, if: their type
		r.byte()
	case op == opCall:
		return int64(r.number())
	case op == 0x0c || op == 0x0d || op >= opLocalGet && op <= 0x24: // br, br_if; locals and globals
		r.number()
	case op == 0x0e: // br_table: a list, and what else to do
		for range r.number() + 1 {
			r.number()
		}
	case op == opCallIndirect || op >= 0x28 && op <= 0x3e: // loads and stores
		r.number()
		r.number()
	case op == 0x3f || op == 0x40: // the memory's size
		r.byte()
	case op == opConst32 || op == opConst64:
		return r.signed()
	case op == 0x43:
		r.bytes(4)
	case op == 0x44:
		r.bytes(8)
	case op == 0xfc:
		r.prefixed()
	case op > opElse && op != opEnd && op != 0x0f && op != 0x1a && op != 0x1b && op < 0x45 || op > 0xc4:
		r.fail(fmt.Errorf("instruction %#x is unknown", op))
	}
	return 0
}

// prefixed passes over what is behind the prefix 0xfc.
func (r *reader) prefixed() {
	switch op := r.number(); {
	case op <= 7: // conversions that never fail
	case op == 10: // memory.copy
		r.bytes(2)
	case op == 11: // memory.fill
		r.bytes(1)
	default:
		r.fail(fmt.Errorf("instruction 0xfc %d is unknown", op))
	}
}

// signed reads a signed number.
func (r *reader) signed() (value int64) {
	for shift := 0; ; shift += 7 {
		b := r.byte()
		value |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 && shift < 57 {
				value |= -1 << (shift + 7)
			}
			return value
		}
	}
}
