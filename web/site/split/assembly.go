//go:build !js

package split

// Assembly writes the body of a function of no arguments, over numbers of 32 bits.
type Assembly struct{ body []byte }

// Locals says how many variables there are; it comes first.
func (a *Assembly) Locals(n int) { a.body = append(number([]byte{1}, n), 0x7f) }

// Loop does something for each value of a variable from 0 on, which it is before, and below a limit of at least 1.
func (a *Assembly) Loop(variable, limit int, do func()) {
	a.put(0x03, 0x40) // loop
	do()
	a.Get(variable).Const(1).Add().put(0x22).index(variable).Const(limit) // local.tee
	a.put(0x49, 0x0d, 0, opEnd)                                           // again while it is less
}

func (a *Assembly) Get(variable int) *Assembly { return a.put(opLocalGet).index(variable) }
func (a *Assembly) Set(variable int) *Assembly { return a.put(0x21).index(variable) }

func (a *Assembly) Const(n int) *Assembly {
	a.body = constant(a.body, n)
	return a
}

func (a *Assembly) Add() *Assembly        { return a.put(0x6a) }
func (a *Assembly) Multiply() *Assembly   { return a.put(0x6c) }
func (a *Assembly) ShiftLeft() *Assembly  { return a.put(0x74) }
func (a *Assembly) ShiftRight() *Assembly { return a.put(0x76) }

// Store takes an address and a value, and puts that so many bytes behind the address; LoadByte takes an address.
func (a *Assembly) Store(behind int) *Assembly    { return a.put(0x36, 2).index(behind) }
func (a *Assembly) LoadByte(behind int) *Assembly { return a.put(0x2d, 0).index(behind) }

// End is the body.
func (a *Assembly) End() []byte { return append(a.body, opEnd) }

func (a *Assembly) put(bytes ...byte) *Assembly {
	a.body = append(a.body, bytes...)
	return a
}

func (a *Assembly) index(n int) *Assembly {
	a.body = number(a.body, n)
	return a
}
