package browser

import "syscall/js"

// Absent is the panic where the rest of the program is needed and cannot be had. The site's build cuts the program in two:
// what a first verdict needs, and the rest.
const Absent = "the rest of the program cannot be had"

// absent stands in for a function of the rest that cannot be had; the build puts it there.
//
//go:noinline
func absent() { panic(Absent) }

// Need brings the rest at once, before something is begun that should not stop half-way. It panics with [Absent] where
// the rest cannot be had.
func Need() {
	if !isHere() {
		absent()
	}
	whole = true
}

var whole bool

// Whole tells whether the rest is here: for what is better left out than waited for.
func Whole() bool { return whole || !wanted().Truthy() }

// wanted is what the page's script gives to ask for the rest. A program in one piece has none.
func wanted() js.Value { return window().Get("ociPolicyRest") }

// WhenWhole has the rest fetched when what is on the screen has been drawn, and calls come when it is here; late when it
// does not come at the first try. A program in one piece is whole at once.
func WhenWhole(come, late func()) {
	if Whole() {
		come()
		return
	}
	wanted().Invoke(callback(func([]js.Value) any {
		whole = true
		come()
		return nil
	}), callback(func([]js.Value) any {
		late()
		return nil
	}))
}
