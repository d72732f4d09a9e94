package store

import (
	"oci-policy-playground/engine"
	"oci-policy-playground/web/shelf"
)

// Store holds the state of the moment. It belongs to one goroutine.
type Store struct {
	engine      engine.Engine
	state       State
	views       Views
	gates       []func(Action) Action
	subscribers []func()
	failing     Action // what is being done
}

// New is a store with the state of a page that begins; see [Start].
func New(fragment string, kept []shelf.Kept, address string) *Store {
	s := &Store{}
	s.state = Start(&s.engine, fragment, kept)
	s.state.Address = address
	s.views = s.state.views(Views{})
	return s
}

// State is the state of the moment.
func (s *Store) State() State { return s.state }

// Views is what to show of it.
func (s *Store) Views() Views { return s.views }

// Subscribe calls hear after every change.
func (s *Store) Subscribe(hear func()) { s.subscribers = append(s.subscribers, hear) }

// Gate lets look see every action before it is taken, and put another in its place.
func (s *Store) Gate(look func(Action) Action) { s.gates = append(s.gates, look) }

// Dispatch takes something that happened. If that fails, nothing has changed.
func (s *Store) Dispatch(a Action) {
	s.failing = a
	for _, look := range s.gates {
		a = look(a)
	}
	state := Update(&s.engine, s.state, a)
	views := state.views(s.views)
	s.state, s.views, s.failing = state, views, nil
	for _, hear := range s.subscribers {
		hear()
	}
}

// Fail says that something panicked. What was there before still stands; only the notice is new, and no dialog is over it.
func (s *Store) Fail(failure, stack string) {
	s.state.Failure = &Failure{Message: failure, Stack: stack, Text: s.kept()}
	s.state.Dialog = ""
	notice, dialog := s.state.noticeView(), s.state.dialogView()
	s.views.Notice, s.views.Dialog = &notice, &dialog
	for _, hear := range s.subscribers {
		hear()
	}
}

// kept is the scenario as an archive, with what was being typed when it failed.
func (s *Store) kept() string {
	text := s.state.Text()
	switch a := s.failing.(type) {
	case EditPolicy:
		text += "\n" + a.Text
	case EditTenancy:
		text += "\n" + a.Text
	case EditSentence:
		text += "\n" + a.Text
	case EditChecks:
		text += "\n" + a.Text
	}
	return text
}
