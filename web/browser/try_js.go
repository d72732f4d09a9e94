package browser

import (
	"fmt"
	"syscall/js"
)

// try runs something that JavaScript may refuse by throwing. A panic of Go's own goes on.
func try(act func()) (err error) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			err = fmt.Errorf("the browser refused: %w", thrown)
		default:
			panic(thrown)
		}
	}()
	act()
	return nil
}

// property is a property whose getter may throw: that of a value itself would end the program with what it throws.
func property(of js.Value, name string) js.Value {
	return window().Get("Reflect").Call("get", of, name)
}

func window() js.Value { return js.Global() }

func document() js.Value { return js.Global().Get("document") }
