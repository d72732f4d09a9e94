package browser

import "syscall/js"

// ReadFile reads a file that a person chose, as UTF-8.
func ReadFile(file js.Value, done func(text string, ok bool)) {
	var read, failed js.Func
	end := func(take func(args []js.Value)) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			read.Release()
			failed.Release()
			take(args)
			return nil
		})
	}
	read = end(func(args []js.Value) { done(args[0].String(), true) })
	failed = end(func([]js.Value) { done("", false) })
	file.Call("text").Call("then", read, failed)
}
