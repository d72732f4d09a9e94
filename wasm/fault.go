//go:build js && wasm && faults

package main

import (
	"fmt"
	"os"
	"runtime"
	"syscall/js"

	"github.com/hexops/vecty"
	"github.com/hexops/vecty/elem"

	"oci-policy-playground/web/store"
)

// faulty lets a test break the program from every side: ociPolicyFault("exit") ends it, and ociPolicyFault("arm",
// "store.SetTheme") lets the next action of that type fail, whoever asks for it. The site is built without it.
func faulty(s *store.Store) {
	armed := ""
	s.Gate(func(a store.Action) store.Action {
		if action := fmt.Sprintf("%T", a); action == armed {
			armed = ""
			panic("a fault of a test in " + action)
		}
		return a
	})
	js.Global().Set("ociPolicyFault", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if kind := args[0].String(); kind == "arm" {
			armed = args[1].String()
		} else {
			faults[kind]()
		}
		return nil
	}))
	js.Global().Set("ociPolicyFaultyDoor", js.FuncOf(func(js.Value, []js.Value) any {
		tell(func(*printer) error { panic("a fault of a test in a call") })
		return nil
	}))
}

var faults = map[string]func(){
	"render": func() {
		stage := js.Global().Get("document").Call("createElement", "div")
		stage.Set("id", "faulty")
		js.Global().Get("document").Get("body").Call("append", stage)
		drawn := &faultyView{}
		vecty.RenderInto("#faulty", drawn)
		vecty.Rerender(drawn)
	},
	"goroutine": func() { go panic("a fault of a test in a goroutine") },
	"memory": func() {
		for {
			full = append(full, make([]byte, 1<<30))
		}
	},
	"stack": func() { runtime.KeepAlive(deeper(0)) },
	"exit":  func() { os.Exit(3) },
}

var full [][]byte

func deeper(n int) [64]int {
	below := deeper(n + 1)
	below[n%64]++
	return below
}

// faultyView draws itself once.
type faultyView struct {
	vecty.Core
	drawn bool
}

func (v *faultyView) Render() vecty.ComponentOrHTML {
	if v.drawn {
		panic("a fault of a test in a drawing")
	}
	v.drawn = true
	return elem.Div()
}
