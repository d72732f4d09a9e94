//go:build js && wasm

package main

import (
	"encoding/binary"
	"errors"
	"strings"
	"syscall/js"
	"testing"
	"unsafe"

	"oci-policy-playground/web/browser"
)

// taken is an answer as the script takes it.
func taken(at unsafe.Pointer) js.Value {
	bytes := binary.LittleEndian.Uint32(unsafe.Slice((*byte)(at), len(length)))
	return js.Global().Get("JSON").Call("parse", string(unsafe.Slice((*byte)(unsafe.Add(at, len(length))), bytes)))
}

func TestAnObjectComesAcrossAsPrinted(t *testing.T) {
	odd := "\"'\\/`\x00\x01\n\r\t\x1f\x7f\u2028\u2029\U0001F600é" + strings.Repeat("x\"", 3)
	type pair struct{ name, text string }
	shown := taken(tell(func(p *printer) error {
		p.text("odd", odd)
		p.text("none", "")
		p.number("less", -7)
		p.truth("yes", true)
		p.texts("texts", []string{odd, ""})
		p.texts("nothing", nil)
		list(p, "pairs", []pair{{"a", "1"}, {"b", odd}}, func(p *printer, one *pair) {
			p.text("name", one.name)
			list(p, "under", []pair{{"c", one.text}}, func(p *printer, one *pair) { p.text("text", one.text) })
		})
		return nil
	}))
	last := shown.Get("pairs").Index(1)
	for what, got := range map[string]string{"a text": shown.Get("odd").String(), "a text of several": shown.Get("texts").Index(0).String(),
		"a text below": last.Get("under").Index(0).Get("text").String()} {
		if got != odd {
			t.Errorf("%s comes across as %q, not %q", what, got, odd)
		}
	}
	if !shown.Get("yes").Bool() || shown.Get("less").Int() != -7 || shown.Get("none").String() != "" || shown.Get("texts").Length() != 2 ||
		shown.Get("nothing").Length() != 0 || last.Get("name").String() != "b" {
		t.Error("something else comes across otherwise")
	}
}

func TestACallWithinACallLeavesTheAnswerAlone(t *testing.T) {
	shown := taken(tell(func(p *printer) error {
		p.text("before", "outer")
		tell(func(p *printer) error {
			p.text("before", "inner, and longer than what it stands in")
			return nil
		})
		p.text("after", "outer")
		return nil
	}))
	if before, after := shown.Get("before").String(), shown.Get("after").String(); before != "outer" || after != "outer" {
		t.Errorf("the outer answer is %q and %q", before, after)
	}
}

func TestAnErrorIsTheWholeAnswer(t *testing.T) {
	shown := taken(tell(func(p *printer) error {
		p.text("half", "an answer")
		return errors.New("what was given is no good")
	}))
	if got := shown.Get("error").String(); got != "input: what was given is no good" || !shown.Get("half").IsUndefined() {
		t.Errorf("an error answers %q", got)
	}
}

func TestAPanicIsAnAnswer(t *testing.T) {
	var told string
	browser.OnPanic(func(failure, _ string) { told = failure })
	shown := taken(tell(func(p *printer) error {
		p.text("half", "an answer")
		panic("a fault of a test")
	}))
	if got := shown.Get("error").String(); got != "internal: a fault of a test" || !shown.Get("half").IsUndefined() {
		t.Errorf("a panic answers %q", got)
	}
	if told != "a fault of a test" {
		t.Errorf("the page hears of %q", told)
	}
}
