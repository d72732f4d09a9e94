package store

import (
	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/shelf"
)

// Store holds the state of the moment. It belongs to one goroutine.
type Store struct {
	engine engine.Engine
	now    moment
	shown  moment // the last one with all its views
	behind bool   // of the views now, only the verdict and the chain are new

	gates       []func(Action) Action
	subscribers []func()
	doing       Action // in case it fails
	waits       Action // see [Store.ReadAhead]
	waited      int    // how many actions have waited, each newer than the one before
}

// moment is a state and what to show of it.
type moment struct {
	state State
	views Views
}

// New is a store with the state of a page that begins; see [Start].
func New(fragment string, kept []shelf.Kept, address string) *Store {
	return begin(fragment, kept, address, Embedding{})
}

func begin(fragment string, kept []shelf.Kept, address string, how Embedding) *Store {
	s := &Store{behind: true}
	s.now.state = Start(&s.engine, fragment, kept)
	s.now.state.Address, s.now.state.Embedding = address, how
	s.now.views = s.now.state.answered(Views{})
	s.Views()
	return s
}

// State is the state of the moment.
func (s *Store) State() State { return s.now.state }

// Verdict and Chain are what somebody who types waits for, so they are there before the other views.
func (s *Store) Verdict() *VerdictView { return s.now.views.Verdict }
func (s *Store) Chain() *ChainView     { return s.now.views.Chain }

// Views is what to show of the state. What nobody waits for is made now that somebody asks for it.
func (s *Store) Views() Views {
	if s.behind {
		s.now.views = s.now.state.views(s.now.views)
		s.shown, s.behind = s.now, false
	}
	return s.now.views
}

// Subscribe calls hear after every change.
func (s *Store) Subscribe(hear func()) { s.subscribers = append(s.subscribers, hear) }

// Gate lets look see every action before it is taken, and put another in its place.
func (s *Store) Gate(look func(Action) Action) { s.gates = append(s.gates, look) }

// Dispatch takes something that happened. If that fails, nothing has changed.
func (s *Store) Dispatch(a Action) {
	s.doing = a
	for _, look := range s.gates {
		a = look(a)
		s.doing = a // it may have taken another meanwhile
	}
	state := Update(&s.engine, s.now.state, a)
	s.now, s.behind, s.doing = moment{state, state.answered(s.now.views)}, true, nil
	for _, hear := range s.subscribers {
		hear()
	}
}

// Fail says that something panicked. What can be shown still stands; only the notice is new, and no dialog is over it.
func (s *Store) Fail(failure, stack string) {
	text := s.Kept()
	if !s.showable() {
		s.now = s.shown
	}
	s.behind, s.doing = false, nil
	s.now.state.Failure = &Failure{Message: failure, Stack: stack, Text: text}
	s.now.state.Dialog = ""
	notice, dialog := s.now.state.noticeView(), s.now.state.dialogView()
	s.now.views.Notice, s.now.views.Dialog = &notice, &dialog
	for _, hear := range s.subscribers {
		hear()
	}
}

// showable tells whether all views can be made of the state.
func (s *Store) showable() (can bool) {
	defer func() { can = recover() == nil }()
	s.Views()
	return
}

// Kept is the work of the moment as an archive, with what somebody typed into it that still waits to be read or whose taking
// has failed.
func (s *Store) Kept() string {
	now := s.now.state
	work := now.Work.of(now.land(now.Tending.Abroad)).typed(s.waits).typed(s.doing)
	if work.Scenario == now.Work.Scenario {
		return now.Text()
	}
	return string(scenario.Format(work.saved()))
}
