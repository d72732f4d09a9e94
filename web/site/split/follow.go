//go:build !js

package split

import "encoding/binary"

// addressBits is how far a function's place in the table is shifted to make its address.
const addressBits = 16

// Follow lets those functions move along that only moving functions speak of: by a call, by their address, or by the
// address of a word in memory that holds theirs. A word that nobody addresses belongs to something larger, such as a table
// of methods, and keeps its function where it is; so does never being spoken of.
//
// It need not be right: a function that moved and is called early brings the rest early.
func (p *Program) Follow(moves []bool, memory []byte) {
	callers, movable := p.callers(memory), p.Movable()
	for again := true; again; {
		again = false
		for f, by := range callers {
			if !moves[f] && movable[f] && only(by, moves, f) {
				moves[f], again = true, true
			}
		}
	}
}

// nobody stands for what is no function and never moves.
const nobody = -1

// only tells whether a function has callers beside itself, and all of them move.
func only(callers []int, moves []bool, function int) bool {
	others := false
	for _, c := range callers {
		if c == nobody || c != function && !moves[c] {
			return false
		}
		others = others || c != function
	}
	return others
}

// callers are, for each function, those that speak of it.
func (p *Program) callers(memory []byte) [][]int {
	callers := make([][]int, len(p.bodies))
	speakers := map[int64][]int{} // of a place in memory
	for f, body := range p.bodies {
		walk(body, func(i instruction) {
			switch {
			case i.op == opCall && i.value >= int64(len(p.imports)):
				callee := int(i.value) - len(p.imports)
				callers[callee] = append(callers[callee], f)
			case i.op == opConst64 && i.value > 0 && i.value < int64(len(memory)):
				speakers[i.value] = append(speakers[i.value], f)
			case i.op == opConst64:
				if callee, ok := p.at(uint64(i.value)); ok {
					callers[callee] = append(callers[callee], f)
				}
			}
		})
	}
	for at := 0; at+8 <= len(memory); at += 8 {
		if callee, ok := p.at(binary.LittleEndian.Uint64(memory[at:])); ok {
			by := speakers[int64(at)]
			if len(by) == 0 {
				by = []int{nobody}
			}
			callers[callee] = append(callers[callee], by...)
		}
	}
	return callers
}

// at is the function with an address.
func (p *Program) at(address uint64) (function int, ok bool) {
	place := address >> addressBits
	return int(place) - First, address&(1<<addressBits-1) == 0 && place >= First && place < uint64(First+len(p.bodies))
}
