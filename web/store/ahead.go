package store

import (
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// Progressed says how many statements are understood of an action that waits for them; zero of zero ends that.
type Progressed struct{ Done, Of int }

func (Progressed) action() {}

const (
	longText = 30_000 // bytes; shorter ones are read before anybody notices
	fewNew   = 200    // statements
)

// ReadAhead lets an action that brings many statements wait until these have been read, a few at a time: soon gives others
// their turn in between, and piece begins a piece and gives what tells that it has taken long enough. End takes the
// action at once, if one waits.
func (s *Store) ReadAhead(soon func(next func()), piece func() (enough func() bool)) (end func()) {
	w := &waiting{store: s, soon: soon, piece: piece}
	s.Gate(w.gate)
	return w.end
}

// Waits is a number of its own for each text that waits for its statements to be read, 0 while none does.
func (s *Store) Waits() int {
	if s.waits == nil {
		return 0
	}
	return s.waited
}

func (s *Store) wait(a Action) { s.waits, s.waited = a, s.waited+1 }

// waiting lets actions wait, one at a time.
type waiting struct {
	store *Store
	soon  func(next func())
	piece func() (enough func() bool)

	ahead  *engine.Ahead // of what the store's waiting action brings
	told   int           // of how many statements it was last told
	ending bool
}

func (w *waiting) gate(a Action) Action {
	switch {
	case w.ending || patient(a):
		return a
	case w.store.waits == nil:
		return w.begin(a)
	case w.renews(a):
		w.store.wait(a)
		return w.progressed()
	}
	w.end()
	return a
}

// patient tells actions that can be taken while another waits.
func patient(a Action) bool {
	switch a.(type) {
	case Progressed, Settle, Announce, Tell, DismissNotice, SetLight, Unlight, SetTheme, SetPane, Greet, Shelved:
		return true
	}
	return false
}

func (w *waiting) begin(a Action) Action {
	long := w.store.now.state.brings(a)
	if len(long) == 0 {
		return a
	}
	ahead := w.store.engine.Ahead(w.coming, long...)
	if _, of := ahead.Progress(); of < fewNew {
		ahead.Forget()
		return a
	}
	w.ahead = ahead
	w.store.wait(a)
	w.soon(w.read)
	return w.progressed()
}

// coming is the scenario that the waiting action brings.
func (w *waiting) coming() *scenario.Scenario {
	return w.store.now.state.after(&w.store.engine, w.store.waits)
}

// renews tells whether an action says the same anew, as when somebody types on in what they pasted.
func (w *waiting) renews(a Action) bool {
	old, waits := w.store.waits.(EditPolicy)
	new, comes := a.(EditPolicy)
	return waits && comes && old.File == new.File
}

func (w *waiting) progressed() Action {
	done, of := w.ahead.Progress()
	w.told = done
	return Progressed{done, of}
}

// read takes a piece.
func (w *waiting) read() {
	if w.store.waits == nil {
		return // it was ended meanwhile
	}
	for enough := w.piece(); !enough(); {
		if !w.ahead.Step() {
			w.end()
			return
		}
	}
	if done, of := w.ahead.Progress(); done-w.told > of/steps {
		w.store.Dispatch(w.progressed())
	}
	w.soon(w.read)
}

const steps = 50 // of the bar

// end takes the action, whatever is understood of it.
func (w *waiting) end() {
	a := w.store.waits
	if a == nil {
		return
	}
	w.ending = true
	defer func() { w.ending = false }()
	w.store.Dispatch(Progressed{})
	w.store.waits = nil
	w.store.Dispatch(a)
	w.ahead.Forget()
}

// after is the scenario after an action that [State.brings] much.
func (s State) after(e *engine.Engine, a Action) *scenario.Scenario {
	switch a := a.(type) {
	case OpenText:
		read, _ := scenario.Parse(a.Name, []byte(a.Text))
		return sketched(e, read)
	case OpenKept:
		read, _ := scenario.Parse("kept", []byte(a.Kept.Text))
		return read
	case TakeProposal:
		return sketched(e, s.Importing.Proposal.Scenario)
	case Undo:
		return s.past[len(s.past)-1].Scenario
	case Redo:
		return s.future[len(s.future)-1].Scenario
	}
	return s.Work.typed(a).Scenario
}

// brings are the parts of policies that an action brings and that take long to read.
func (s State) brings(a Action) []string {
	switch a := a.(type) {
	case EditPolicy:
		if p, ok := s.Work.policy(a.File); ok {
			return longPart(p.File.Text, a.Text)
		}
	case OpenText:
		return longPolicies(a.Name, a.Text)
	case OpenKept:
		return longPolicies("kept", a.Kept.Text)
	case TakeProposal:
		if s.Importing != nil && s.Importing.Proposal.Scenario != nil {
			return s.longChanges(s.Importing.Proposal.Scenario)
		}
	case Undo:
		if len(s.past) > 0 {
			return s.longChanges(s.past[len(s.past)-1].Scenario)
		}
	case Redo:
		if len(s.future) > 0 {
			return s.longChanges(s.future[len(s.future)-1].Scenario)
		}
	}
	return nil
}

// longPart is the lines of a text that are not in the one before, if they are many.
func longPart(before, after string) []string {
	start, tail := source.Common(before, after)
	if len(after)-start-tail < longText {
		return nil
	}
	start = strings.LastIndexByte(after[:start], '\n') + 1
	end := len(after) - tail
	if rest := strings.IndexByte(after[end:], '\n'); rest >= 0 {
		end += rest
	} else {
		end = len(after)
	}
	return []string{after[start:end]}
}

func longPolicies(name, text string) (all []string) {
	if len(text) < longText {
		return nil
	}
	read, _ := scenario.Parse(name, []byte(text))
	for _, p := range read.Policies {
		all = append(all, p.File.Text)
	}
	return all
}

// longChanges are the parts of a scenario's policies that are not in those of the moment.
func (s State) longChanges(to *scenario.Scenario) (all []string) {
	for _, p := range to.Policies {
		before, _ := s.Work.policy(p.File.Name)
		text := ""
		if before.File != nil {
			text = before.File.Text
		}
		all = append(all, longPart(text, p.File.Text)...)
	}
	return all
}
