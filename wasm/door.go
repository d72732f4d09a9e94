//go:build js && wasm

package main

//lint:file-ignore U1000 staticcheck takes what is exported for scripts for unused

import (
	"encoding/binary"
	"fmt"
	"runtime"
	"unsafe"

	"oci-policy-playground/web/browser"
)

// A door is a function that the program exports, for web/boot/doors.js. Texts go in by the program's memory, one behind the
// other, as UTF-8; what comes out is an object as JSON, behind its length in four bytes. It holds until the next call. To hand
// texts and objects over by syscall/js takes several times as long, since it keeps a list of each that it hands over. The doors
// are open from when all of the program is here.
//
// An object may be {error} instead of what it should be: one that begins with "internal" is our fault, "input" the caller's.

var (
	input  []byte                   // the texts, which the script writes before it knocks
	answer = make([]byte, 0, usual) // stays until the next call
)

const (
	length = "\x00\x00\x00\x00" // until it is known
	usual  = 2 << 10            // bytes of a decision with its proof
)

// room tells where the script may write so many bytes.
//
//go:wasmexport room
func room(bytes int32) unsafe.Pointer {
	if int(bytes) > cap(input) {
		input = make([]byte, bytes)
	}
	input = input[:bytes]
	return unsafe.Pointer(unsafe.SliceData(input))
}

// tell prints an object, whose fields something fills in, and tells where. An error is the caller's; a panic is an answer too.
func tell(fill func(*printer) error) (at unsafe.Pointer) {
	defer func() {
		if fault := recover(); fault != nil {
			at = refusal("internal: " + fmt.Sprint(fault))
			browser.Panicked(fault)
		}
	}()
	var err error
	if at = printed(func(p *printer) { err = fill(p) }); err != nil {
		at = refusal("input: " + err.Error())
	}
	runtime.Gosched() // a call from outside lets nobody else run, so what collects garbage would never get done
	return at
}

func refusal(words string) unsafe.Pointer {
	return printed(func(p *printer) { p.text("error", words) })
}

func printed(fill func(*printer)) unsafe.Pointer {
	p := printer{json: append(answer[:0], length+"{"...)}
	answer = nil // a call within this one gets another
	fill(&p)
	answer = append(p.json, '}')
	binary.LittleEndian.PutUint32(answer, uint32(len(answer)-len(length)))
	return unsafe.Pointer(unsafe.SliceData(answer))
}
