//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// module is a WebAssembly module with nothing but data: pairs of a place and what lies there.
func module(segments ...any) []byte {
	body := binary.AppendUvarint(nil, uint64(len(segments)/2))
	for i := 0; i < len(segments); i += 2 {
		text := segments[i+1].(string)
		body = append(appendSigned(append(body, 0, 0x41), segments[i].(int)), 0x0b)
		body = append(binary.AppendUvarint(body, uint64(len(text))), text...)
	}
	head := []byte("\x00asm\x01\x00\x00\x00\x00\x03\x01xy")
	return append(append(head, dataSection), append(binary.AppendUvarint(nil, uint64(len(body))), body...)...)
}

func TestPackJoinsWhatLiesTogether(t *testing.T) {
	got, err := pack(module(4, "ab", 10, "cd", 70_000, "ef", 12, "gh"))
	want := module(4, "ab\x00\x00\x00\x00cdgh", 70_000, "ef")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %q, %v\nwant %q", got, err, want)
	}
}

func TestPackKeepsTheMemory(t *testing.T) {
	zeros := string(make([]byte, 3*minGap))
	before := module(1, "x"+zeros+"y", 5, "z", 1<<20, zeros, 1<<20+7, "end")
	after, err := pack(before)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := flatten(dataOf(before))
	b, _ := flatten(dataOf(after))
	if !bytes.Equal(bytes.TrimRight(a, "\x00"), bytes.TrimRight(b, "\x00")) {
		t.Error("the packed program starts with another memory")
	}
}

// dataOf is the body of the data section, which module puts last.
func dataOf(m []byte) []byte {
	rest := m[8+2+3:]
	_, n := binary.Uvarint(rest[1:])
	return rest[1+n:]
}

func TestPackRefusesWhatItCannotRead(t *testing.T) {
	whole := module(4, "ab")
	for _, broken := range [][]byte{nil, []byte("<html>"), whole[:len(whole)-1], append([]byte(nil), whole[:len(whole)-4]...)} {
		if _, err := pack(broken); err == nil {
			t.Errorf("%q was packed", broken)
		}
	}
}
