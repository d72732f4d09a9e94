//go:build js && wasm

package main

import (
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/browser"
	"oci-policy-playground/web/store"
	say "oci-policy-playground/web/words"
)

// guard lets a fault be told by the page, and leaves the text of every moment for the script that started the program in
// case of one that ends it. key is where the page keeps its work, nil where it keeps none.
func guard(s *store.Store, key func() string) {
	browser.OnPanic(func(failure, stack string) {
		if failure == browser.Absent {
			s.Dispatch(store.Tell{Notice: store.Notice{Text: say.RestIsAway}})
			return
		}
		s.Fail(failure, stack)
	})
	type text struct {
		scenario *scenario.Scenario
		waits    int
	}
	var left text
	leave := func() {
		if now := (text{s.State().Work.Scenario, s.Waits()}); now != left {
			left = now
			browser.Leave(will(s, key))
		}
	}
	leave()
	s.Subscribe(func() {
		if s.Waits() > 0 || small(s.State()) {
			leave()
		}
	})
	s.Subscribe(pause(300, leave))
}

// small tells work whose text is left at every key, and kept soon after: with more a key would take a millisecond longer.
func small(s store.State) bool {
	n := 0
	for _, f := range s.Work.Scenario.Files() {
		n += len(f.Text)
	}
	return n < 50_000
}

func will(s *store.Store, key func() string) browser.Will {
	w := browser.Will{Text: s.Kept()}
	now := s.State()
	if now.Touched && key != nil {
		w.Key = key()
	}
	if now.Example != "" {
		w.Fragment, _ = now.Link()
	}
	return w
}
