package browser

import "syscall/js"

// WithoutFrames does something, and what that asks an animation frame for is done as soon as the event at hand is over. One may
// begin before another has ended, for a goroutine that waits lets others run: the last to end gives the page's frames back.
func WithoutFrames(act func()) {
	if standIns == 0 {
		frames = window().Get(framesName)
		window().Set(framesName, soon)
	}
	standIns++
	defer func() {
		if standIns--; standIns == 0 {
			window().Set(framesName, frames)
		}
	}()
	act()
}

var (
	standIns int // how many stand-ins are under way
	frames   js.Value
)

const framesName = "requestAnimationFrame"

// soon stands in for requestAnimationFrame. A panic while something is drawn comes through JavaScript, so it cannot be caught
// here: it ends the program, and the script that started it says so.
var soon js.Func

func init() {
	soon = js.FuncOf(func(_ js.Value, args []js.Value) any {
		draw := args[0]
		var run js.Func
		run = js.FuncOf(func(js.Value, []js.Value) any {
			run.Release()
			WithoutFrames(func() { draw.Invoke(0) })
			return nil
		})
		window().Call("queueMicrotask", run)
		return 0
	})
}

// AfterPaint calls act once what the document shows now is on the screen, which is so after the next frame, and what waits for
// that frame has had its turn; or a tenth of a second from now where nothing is painted, as in a page that is hidden.
func AfterPaint(act func()) {
	waiting := true
	once := func() {
		if waiting {
			waiting = false
			act()
		}
	}
	nextFrame(func() { After(1, once) })
	After(100, once)
}

func nextFrame(act func()) {
	var frame js.Func
	frame = callback(func([]js.Value) any {
		frame.Release()
		act()
		return nil
	})
	window().Call(framesName, frame)
}
