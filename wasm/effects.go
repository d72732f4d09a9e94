//go:build js && wasm

package main

import (
	"runtime"
	"strings"
	"syscall/js"

	"oci-policy-playground/engine"
	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/shelf"
	"oci-policy-playground/web/store"
	say "oci-policy-playground/web/words"
)

// Where the browser keeps what is about the person rather than the work.
const (
	themeKey = "oci-policy-playground/theme"
	hereKey  = "oci-policy-playground/here" // somebody has been here before
)

// effects are what follows from a change outside the store.
type effects struct {
	store  *store.Store
	keeper *keeper
	theme  string
	here   bool   // somebody has been here before
	page   string // of the catalog that is open
}

// attach lets the outside follow the store.
func attach(s *store.Store, works *shelf.Shelf) {
	e := &effects{store: s, keeper: newKeeper(s, works)}
	e.consult(s.State())
	if theme, ok := (browser.Storage{}).Get(themeKey); ok && (theme == "light" || theme == "dark") {
		e.theme = theme
		browser.SetTheme(theme)
		s.Dispatch(store.SetTheme{Theme: theme})
	}
	if _, e.here = (browser.Storage{}).Get(hereKey); e.here {
		s.Dispatch(store.Greet{})
	}
	s.Gate(e.keeper.gate)
	end := s.ReadAhead(func(next func()) { browser.After(0, next) }, piece)
	s.Subscribe(e.now)
	s.Subscribe(pause(300, e.keeper.save, func() bool { return small(s.State()) }))
	s.Subscribe(pause(3000, e.keeper.save))
	react(s, func() { js.Global().Get("ociPolicyShell").Call("publish") })
	browser.OnLeave(func() {
		end()
		e.keeper.save()
	})
	browser.OnStored(e.keeper.compare)
	browser.OnFragment(e.keeper.arrive)
	browser.OnUpdate(func() {
		s.Dispatch(store.Tell{Notice: store.Notice{Text: say.NewerVersion}})
	})
}

// react is what the store itself wants done a while after a change; whole is called when all of the program is here.
func react(s *store.Store, whole func()) {
	faulty(s)
	browser.WhenWhole(func() {
		s.Dispatch(store.Settle{})
		s.Subscribe(pause(250, settling(s), changedAnalysis(s)))
		s.Subscribe(pause(40, func() { collect(80) }, changedAnalysis(s))) // between two keys, so that none waits for it
		whole()
	}, func() { s.Dispatch(store.Tell{Notice: store.Notice{Text: say.RestIsLate}}) })
	s.Subscribe(pause(700, func() { s.Dispatch(store.Announce{}) }, changedVerdict(s)))
	brief := func() bool { return s.State().Notice.Kind == store.Brief }
	s.Subscribe(pause(4000, func() {
		if brief() {
			s.Dispatch(store.DismissNotice{})
		}
	}, brief))
}

// pause makes a subscriber that acts once nothing has happened for a while. Where asked, only some changes count. Its timer
// runs on when more happens, for to set another with every key costs more than to let it ring in vain.
func pause(milliseconds int, act func(), counts ...func() bool) func() {
	due, set := int64(0), false
	var ring func()
	ring = func() {
		if left := due - browser.Now(); left > 0 {
			browser.After(int(left), ring)
			return
		}
		set = false
		act()
	}
	return func() {
		for _, is := range counts {
			if !is() {
				return
			}
		}
		due = browser.Now() + int64(milliseconds)
		if !set {
			set = true
			browser.After(milliseconds, ring)
		}
	}
}

// settling gathers the advice a few milliseconds at a time, so that the next key need not wait for all of it. When the policies
// change meanwhile, it ends: there will be another pause.
func settling(s *store.Store) func() {
	var ponder func(about *engine.Analysis)
	ponder = func(about *engine.Analysis) {
		if s.State().Analysis != about {
			return
		}
		for enough := piece(); !enough(); {
			if !about.Advise() {
				s.Dispatch(store.Settle{})
				collect(50)
				return
			}
		}
		browser.After(0, func() { ponder(about) })
	}
	return func() {
		if about := s.State().Analysis; about != nil {
			ponder(about)
		}
	}
}

// collect collects garbage if there is that much of what would make it due.
func collect(percent uint64) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > m.NextGC/100*percent {
		runtime.GC()
	}
}

// piece begins a piece of long work and gives what tells that others should have their turn.
func piece() (enough func() bool) {
	const milliseconds = 16 // a frame
	end := browser.Now() + milliseconds
	return func() bool { return browser.Now() >= end }
}

func changedAnalysis(s *store.Store) func() bool {
	analysis, line := s.State().Analysis, 0
	return func() bool {
		state := s.State()
		changed := state.Analysis != analysis || state.Work.Line != line
		analysis, line = state.Analysis, state.Work.Line
		return changed
	}
}

func changedVerdict(s *store.Store) func() bool {
	verdict := s.Verdict()
	return func() bool {
		changed := s.Verdict() != verdict
		verdict = s.Verdict()
		return changed
	}
}

// now is what cannot wait.
func (e *effects) now() {
	s := e.store.State()
	if s.Theme != e.theme {
		e.theme = s.Theme
		browser.SetTheme(s.Theme)
		(browser.Storage{}).Set(themeKey, s.Theme)
	}
	if s.Greeted && !e.here {
		e.here = true
		(browser.Storage{}).Set(hereKey, "yes")
	}
	e.keeper.follow(s)
	e.consult(s)
}

// consult writes the page of the catalog into the address when another is opened, and the link of the work when it is shut.
// At other times the address may be ahead: it tells of a step in the history later.
func (e *effects) consult(s store.State) {
	page := ""
	if s.Reading.Open {
		page = catalogPage + s.Reading.Name
	}
	if page == e.page {
		return
	}
	e.page = page
	switch at := browser.Fragment(); {
	case page != "" && at != page:
		browser.GoToFragment(page)
	case page == "" && strings.HasPrefix(at, catalogPage):
		e.keeper.address(s, browser.ReplaceFragment)
	}
}
