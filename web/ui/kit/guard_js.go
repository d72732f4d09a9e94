package kit

import (
	"fmt"
	"runtime/debug"
)

// Guard is told of a panic: what it said and where it was. Handlers that run under a guard cannot end the program.
type Guard func(failure, stack string)

// Run calls act.
func (g Guard) Run(act func()) {
	defer func() {
		if failure := recover(); failure != nil {
			g(fmt.Sprint(failure), string(debug.Stack()))
		}
	}()
	act()
}

// Guarded is handle under a guard, for callbacks with one argument.
func Guarded[T any](g Guard, handle func(T)) func(T) {
	return func(value T) { g.Run(func() { handle(value) }) }
}
