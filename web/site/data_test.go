//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// data is a section of data: pairs of a place and what lies there.
func data(segments ...any) []byte {
	body := binary.AppendUvarint(nil, uint64(len(segments)/2))
	for i := 0; i < len(segments); i += 2 {
		text := segments[i+1].(string)
		body = append(appendSigned(append(body, 0, 0x41), segments[i].(int)), 0x0b)
		body = append(binary.AppendUvarint(body, uint64(len(text))), text...)
	}
	return body
}

// packed is data laid out and cut up again.
func packed(t *testing.T, section []byte) []byte {
	t.Helper()
	memory, err := flatten(section)
	if err != nil {
		t.Fatal(err)
	}
	return segments(memory, func(at int) bool { return memory[at] != 0 })
}

func TestSegmentsJoinWhatLiesTogether(t *testing.T) {
	got := packed(t, data(4, "ab", 10, "cd", 70_000, "ef", 12, "gh"))
	if want := data(4, "ab\x00\x00\x00\x00cdgh", 70_000, "ef"); !bytes.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestSegmentsKeepTheMemory(t *testing.T) {
	zeros := string(make([]byte, 3*minGap))
	before := data(1, "x"+zeros+"y", 5, "z", 1<<20, zeros, 1<<20+7, "end")
	a, _ := flatten(before)
	b, _ := flatten(packed(t, before))
	if !bytes.Equal(bytes.TrimRight(a, "\x00"), bytes.TrimRight(b, "\x00")) {
		t.Error("the packed program starts with another memory")
	}
}

func TestDataThatIsCutOffIsRefused(t *testing.T) {
	whole := data(4, "ab")
	for _, broken := range [][]byte{whole[:len(whole)-1], whole[:len(whole)-4], whole[:2]} {
		if _, err := flatten(broken); err == nil {
			t.Errorf("%q was read", broken)
		}
	}
}
