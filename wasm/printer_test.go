//go:build js && wasm

package main

import (
	"strings"
	"testing"
)

func TestAnObjectComesAcrossAsPrinted(t *testing.T) {
	odd := "\"'\\/`\x00\x01\n\r\t\x1f\x7f\u2028\u2029\U0001F600é" + strings.Repeat("x\"", 3)
	type pair struct{ name, text string }
	shown := printed(func(p *printer) {
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
	})
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
