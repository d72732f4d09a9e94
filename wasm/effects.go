//go:build js && wasm

package main

import (
	"errors"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
)

// Where the browser keeps what belongs to the page.
const (
	workKey  = "oci-policy-playground/work"
	keptKey  = "oci-policy-playground/kept" // work that an opened link put aside
	themeKey = "oci-policy-playground/theme"
)

// effects are what follows from a change outside the store.
type effects struct {
	store       *store.Store
	link        string // as last written to the address
	work        store.Work
	kept, theme string
	reading     bool // the catalog is open, and its page in the address
	full        bool // the browser refused to keep more, and that was said
}

// attach lets the outside follow the store.
func attach(s *store.Store, saved string) {
	e := &effects{store: s, work: s.State().Work, link: browser.Fragment(), reading: s.State().Reading.Open}
	if theme, ok := browser.Stored(themeKey); ok && (theme == "light" || theme == "dark") {
		e.theme = theme
		browser.SetTheme(theme)
		s.Dispatch(store.SetTheme{Theme: theme})
	}
	e.keep(s.State())
	s.Subscribe(e.now)
	s.Subscribe(pause(300, e.save))
	react(s)
	browser.OnUpdate(func() {
		s.Dispatch(store.Tell{Notice: store.Notice{Text: "A newer version has arrived. Your next visit gets it."}})
	})
	browser.OnFragment(func(fragment string) {
		if fragment != e.link {
			e.link = fragment
			s.Dispatch(store.OpenFragment{Fragment: fragment})
		}
	})
}

// react is what the store itself wants done a while after a change.
func react(s *store.Store) {
	faulty(s)
	s.Dispatch(store.Settle{})
	s.Subscribe(pause(250, func() { s.Dispatch(store.Settle{}) }, changedAnalysis(s)))
	s.Subscribe(pause(700, func() { s.Dispatch(store.Announce{}) }, changedVerdict(s)))
	brief := func() bool { return s.State().Notice.Kind == store.Brief }
	s.Subscribe(pause(4000, func() {
		if brief() {
			s.Dispatch(store.DismissNotice{})
		}
	}, brief))
}

// pause makes a subscriber that acts once nothing has happened for a while. Where asked, only some changes count.
func pause(milliseconds int, act func(), counts ...func() bool) func() {
	cancel := func() {}
	return func() {
		for _, is := range counts {
			if !is() {
				return
			}
		}
		cancel()
		cancel = browser.After(milliseconds, act)
	}
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
	verdict := s.Views().Verdict
	return func() bool {
		changed := s.Views().Verdict != verdict
		verdict = s.Views().Verdict
		return changed
	}
}

// now is what cannot wait.
func (e *effects) now() {
	s := e.store.State()
	if s.Theme != e.theme {
		e.theme = s.Theme
		browser.SetTheme(s.Theme)
		browser.Store(themeKey, s.Theme)
	}
	e.keep(s)
	if page := "catalog/" + s.Reading.Name; s.Reading.Open && browser.Fragment() != page {
		browser.GoToFragment(page)
	}
	if e.reading && !s.Reading.Open && strings.HasPrefix(browser.Fragment(), "catalog/") {
		e.link, _ = s.Link()
		if s.Fresh {
			e.link = ""
		}
		browser.ReplaceFragment(e.link)
	}
	e.reading = s.Reading.Open
}

// keep holds on to work that was put aside.
func (e *effects) keep(s store.State) {
	if s.Kept != "" && s.Kept != e.kept {
		e.kept = s.Kept
		browser.Store(keptKey, s.Kept)
	}
}

// save writes the link into the address and the work into the browser's storage.
func (e *effects) save() {
	s := e.store.State()
	if s.Damaged != nil || s.Fresh || s.Work.Scenario == e.work.Scenario && s.Work.Line == e.work.Line {
		return
	}
	e.work = s.Work
	if link, err := s.Link(); err == nil && link != e.link && !s.Reading.Open {
		e.link = link
		browser.ReplaceFragment(link)
	}
	if s.Touched {
		err := browser.Store(workKey, string(scenario.Format(s.Work.Saved())))
		if err != nil && !errors.Is(err, browser.ErrNoStorage) && !e.full {
			e.full = true
			e.store.Dispatch(store.Tell{Notice: store.Notice{Text: "The browser does not keep this work. Download it, or keep its link."}})
		}
	}
}
