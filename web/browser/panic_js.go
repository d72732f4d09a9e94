package browser

import (
	"fmt"
	"runtime/debug"
	"syscall/js"
)

// OnPanic says who hears of a panic in a function that JavaScript called: what it said and where it was. Without anybody it
// ends the program.
func OnPanic(hear func(failure, stack string)) { heard = hear }

var heard func(failure, stack string)

// Panicked tells of a panic that was caught. Nobody but the function that JavaScript called may catch one: further out, on
// the other side of a call through JavaScript, the two lose count of each other's calls and the program hangs.
func Panicked(fault any) {
	if heard == nil {
		panic(fault)
	}
	stack := ""
	if fault != Absent { // what tells of calls may be away, too
		stack = string(debug.Stack())
	}
	heard(fmt.Sprint(fault), stack)
}

// callback is a function for JavaScript to call. A panic in it is told, and it answers nothing.
func callback(act func(args []js.Value) any) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if fault := recover(); fault != nil {
				Panicked(fault)
			}
		}()
		return act(args)
	})
}
