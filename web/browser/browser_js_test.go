package browser

import (
	"slices"
	"syscall/js"
	"testing"
	"time"
)

func TestStorageKeepsAndForgets(t *testing.T) {
	if err := (Storage{}).Set("k", "two\nlines 😀"); err != nil {
		t.Fatal(err)
	}
	if got, ok := (Storage{}).Get("k"); !ok || got != "two\nlines 😀" {
		t.Errorf("kept %q, %v", got, ok)
	}
	if keys := (Storage{}).Keys(); !slices.Contains(keys, "k") {
		t.Errorf("the keys are %q", keys)
	}
	Storage{}.Remove("k")
	if _, ok := (Storage{}).Get("k"); ok {
		t.Error("not forgotten")
	}
}

func TestStorageSaysWhenThereIsNoRoom(t *testing.T) {
	big := make([]byte, 6<<20)
	for i := range big {
		big[i] = 'x'
	}
	if (Storage{}).Set("big", string(big)) == nil {
		t.Error("six megabytes were taken")
	}
}

func TestAMissingStorageIsAnError(t *testing.T) {
	js.Global().Get("Object").Call("defineProperty", js.Global(), "localStorage",
		map[string]any{"configurable": true, "value": nil})
	defer js.Global().Get("Reflect").Call("deleteProperty", js.Global(), "localStorage")
	if err := (Storage{}).Set("k", "v"); err != ErrNoStorage {
		t.Errorf("got %v", err)
	}
	if _, ok := (Storage{}).Get("k"); ok {
		t.Error("something was stored")
	}
}

func TestTheFragmentIsReplacedQuietlyAndHeardWhenALinkChangesIt(t *testing.T) {
	var heard []string
	stop := OnFragment(func(f string) { heard = append(heard, f) })
	if err := ReplaceFragment("src=a%20b"); err != nil || Fragment() != "src=a%20b" {
		t.Errorf("the fragment is %q (%v)", Fragment(), err)
	}
	window().Get("location").Set("hash", "p1.x")
	time.Sleep(50 * time.Millisecond)
	stop()
	window().Get("location").Set("hash", "later")
	time.Sleep(50 * time.Millisecond)
	if len(heard) != 1 || heard[0] != "p1.x" {
		t.Errorf("heard %q", heard)
	}
	ReplaceFragment("")
}

func TestATimerFiresOnceUnlessCancelled(t *testing.T) {
	fired := 0
	After(10, func() { fired++ })
	cancel := After(10, func() { fired += 10 })
	cancel()
	cancel()
	time.Sleep(60 * time.Millisecond)
	if fired != 1 {
		t.Errorf("fired %d", fired)
	}
}

func TestWhatWaitsForTheScreenIsDoneOnceThoughNothingIsPainted(t *testing.T) {
	own, done := window().Get(framesName), 0
	AfterPaint(func() { done++ })
	if time.Sleep(150 * time.Millisecond); done != 1 {
		t.Errorf("after a frame it is done %d times", done)
	}
	never := js.FuncOf(func(js.Value, []js.Value) any { return 1 })
	defer never.Release()
	window().Set(framesName, never)
	defer window().Set(framesName, own)
	AfterPaint(func() { done++ })
	if time.Sleep(50 * time.Millisecond); done != 1 {
		t.Error("it is done before a frame")
	}
	if time.Sleep(150 * time.Millisecond); done != 2 {
		t.Errorf("without frames it is done %d times", done-1)
	}
}

func TestThePagesFramesAreGivenBackWhenStandInsOverlap(t *testing.T) {
	own := window().Get(framesName)
	begun, end := make(chan bool), make(chan bool)
	go WithoutFrames(func() { begun <- true; <-end })
	<-begun
	WithoutFrames(func() { end <- true; time.Sleep(20 * time.Millisecond) })
	if !window().Get(framesName).Equal(own) {
		t.Error("something still stands in for the page's frames")
	}
}

func TestAKeyThatIsTakenGoesNoFurther(t *testing.T) {
	var keys []Key
	stop := OnKey(func(k Key) bool { keys = append(keys, k); return k.Name == "F6" })
	defer stop()
	send := func(name string) bool {
		return document().Call("dispatchEvent", window().Get("KeyboardEvent").New("keydown",
			map[string]any{"key": name, "shiftKey": true, "cancelable": true})).Bool()
	}
	if send("F6") || !send("F7") {
		t.Error("taken wrongly")
	}
	if len(keys) != 2 || keys[0] != (Key{Name: "F6", Shift: true}) {
		t.Errorf("heard %v", keys)
	}
}

func TestTheThemeIsAnAttributeOfThePage(t *testing.T) {
	theme := func() js.Value { return document().Get("documentElement").Call("getAttribute", "data-theme") }
	SetTheme("dark")
	if theme().String() != "dark" {
		t.Errorf("the theme is %v", theme())
	}
	SetTheme("")
	if !theme().IsNull() {
		t.Errorf("the theme is %v", theme())
	}
}

func TestCopyingAlwaysAnswers(t *testing.T) {
	answered := make(chan bool, 1)
	Copy("text", func(ok bool) { answered <- ok })
	select {
	case <-answered: // a browser without a window may refuse; it must say so
	case <-time.After(2 * time.Second):
		t.Error("no answer")
	}
}

func TestAPanicInACallbackIsToldAndTheProgramGoesOn(t *testing.T) {
	var told []string
	OnPanic(func(failure, stack string) { told = append(told, failure) })
	defer OnPanic(nil)
	stop := Listen(window(), "broken", func(Event) { panic("out of paint") })
	defer stop()
	for range 2 {
		window().Call("dispatchEvent", window().Get("Event").New("broken"))
	}
	if len(told) != 2 || told[0] != "out of paint" {
		t.Errorf("told %q", told)
	}
}

func TestAStorageThatMayNotBeAskedIsAnError(t *testing.T) {
	denied := window().Get("Function").New(`throw new DOMException("denied", "SecurityError")`)
	window().Get("Object").Call("defineProperty", window(), "localStorage", map[string]any{"configurable": true, "get": denied})
	defer window().Get("Reflect").Call("deleteProperty", window(), "localStorage")
	if err := (Storage{}).Set("k", "v"); err != ErrNoStorage {
		t.Errorf("got %v", err)
	}
	if keys := (Storage{}).Keys(); len(keys) > 0 {
		t.Errorf("it has %q", keys)
	}
}
