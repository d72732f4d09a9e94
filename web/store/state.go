package store

import (
	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/web/shelf"
)

// State is everything the page knows. It is a value: what it points to is never changed.
type State struct {
	Work     Work
	Analysis *engine.Analysis
	Problems source.Diagnostics // what is wrong with the texts and the advice on them, sorted
	Document int                // counts what was opened: another number is another document

	past, future []Work
	typing       string // what the last change was of; another of the same kind joins it in one step back

	Example string     // the name of the example this is, "" once it was changed
	Fresh   bool       // nobody asked for what is shown: the address stays as it is
	Touched bool       // it holds work that is worth keeping
	Own     shelf.Kept // the kept work that this goes on with
	Aside   string     // the text of the work that was put aside for what is shown
	Shelf   []shelf.Kept
	Works   []KeptView  // the same as a list
	Rival   *shelf.Kept // this work as another tab went on with it
	Asked   Action      // what would put another document in the place of work that is not kept

	Reading Reading
	Damaged *Damaged // a link that could not be opened; then there is no work to show
	Notice  Notice
	Failure *Failure
	Ahead   Progressed // what is being read before it is shown

	Theme      string // "light" or "dark", "" as the system has it
	Pane       string // the one a phone shows
	Dialog     string
	Renaming   *Renaming  // what the dialog renames
	Importing  *Importing // what the dialog would open
	Redacting  Redacting  // what the dialog shares
	Framed     string     // the part of the page that it has to paste into another, "" for the usual one
	Filter     string     // what is looked for in the list of examples
	JSON       bool       // the tenancy is shown as text
	ChecksText bool       // and the checks
	AboutShut  bool
	Greeted    bool               // whoever it is has been here before, or has begun
	Folded     map[[2]string]bool // compartments whose children are not shown, by tenancy and path
	Attaching  int                // the key of the policy whose list of compartments was wanted last
	TreeAt     string             // the path of the compartment that the keyboard is on
	Asking     string             // what is being typed as operation
	Tending    Tending
	Lit        Light
	Reveals    map[string]Reveal // the words last shown, by file
	Spoken     string            // the verdict as last read out
	Address    string            // of the page, without fragment
	Embedding

	look     int            // counts what changes the look of texts
	offers   []engine.Offer // to add what was missing when typing paused
	advice   source.Diagnostics
	adviceOf *engine.Analysis              // what the advice was found in
	covers   map[syntax.Form]*engine.Cover // what statements do over all the checks
}

// Light is the words and the compartment that something points at.
type Light struct {
	Span  source.Span
	Place string // a compartment's path; only with HasPlace
	// HasPlace tells the root, whose path is empty, from none.
	HasPlace bool
}

// Reveal is words to be selected in their editor; Rev counts the times. Fresh: the editor is only now made for it.
type Reveal struct {
	Span  source.Span
	Rev   int
	Fresh bool
}

// Damaged is a link that does not open.
type Damaged struct {
	Message string
	Link    string // the fragment as it arrived
}

// Notice is something to tell about what just happened.
type Notice struct {
	Text string
	Kind NoticeKind
}

// NoticeKind tells what a notice offers.
type NoticeKind uint8

const (
	Plain      NoticeKind = iota
	HasKept               // own work was put aside: the way back
	HasRival              // another tab has gone on with it: theirs or one's own
	HasMissing            // what was opened names what the tenancy does not have: to add it
	Brief                 // goes by itself
)

// Failure is a fault of the program itself, caught before it did harm.
type Failure struct {
	Message, Stack string
	Text           string // the scenario with what was being done to it
}

// Answer is what became of the request of the moment; nil when the line is empty.
func (s State) Answer() *engine.Answer {
	if s.Analysis == nil {
		return nil
	}
	at := s.Work.checks().Line(s.Work.Line)
	for i := range s.Analysis.Answers {
		if a := &s.Analysis.Answers[i]; at.Start <= a.Line.Span.Start && a.Line.Span.End <= at.End {
			return a
		}
	}
	return nil
}

// CanUndo and CanRedo tell whether there is a step back or forth.
func (s State) CanUndo() bool { return len(s.past) > 0 }
func (s State) CanRedo() bool { return len(s.future) > 0 }

const deepest = 200 // steps back

// change takes a changed work. Changes of one kind in a row are one step back, until one adds or removes lines, and none when
// they come to nothing: then a step back shows.
func (s State) change(e *engine.Engine, kind string, w Work) State {
	if w.Scenario == s.Work.Scenario || s.ReadOnly {
		return s
	}
	last := len(s.past) - 1
	switch joined := kind != "" && kind == s.typing; {
	case joined && last >= 0 && sameTexts(s.past[last].Scenario, w.Scenario): // what was typed is taken back
		s.past, kind = s.past[:last:last], ""
	case !joined || lines(w) != lines(s.Work):
		s.past = append(s.past[max(0, len(s.past)-deepest):len(s.past):len(s.past)], s.Work)
	}
	s.typing, s.future, w.land = kind, nil, 0
	s.Example, s.Fresh, s.Touched, s.Greeted = "", false, true, true
	return s.with(e, w)
}

// sameTexts tells whether two scenarios read the same.
func sameTexts(a, b *scenario.Scenario) bool {
	mine, others := a.Files(), b.Files()
	if len(mine) != len(others) {
		return false
	}
	for i, f := range mine {
		if f.Name != others[i].Name || f.Text != others[i].Text {
			return false
		}
	}
	return true
}

func lines(w Work) int {
	n := 0
	for _, f := range w.Scenario.Files() {
		n += f.Lines()
	}
	return n
}

// with shows a work.
func (s State) with(e *engine.Engine, w Work) State {
	s.look++
	before := s.texts()
	s.offers = standing(s.offers, s.Work.Scenario, w.Scenario)
	s.Work, s.Analysis, s.Lit = w, e.Analyze(w.Scenario), Light{}
	s.advice = carried(s.advice, before, s.texts())
	s.Problems = merged(engine.Offering(s.offers, s.Analysis.Diagnostics), s.advice)
	return s
}

func (s State) undo(e *engine.Engine) State {
	if len(s.past) == 0 {
		return s
	}
	last := len(s.past) - 1
	w := s.past[last]
	s.past, s.future = s.past[:last:last], append(s.future[:len(s.future):len(s.future)], s.Work)
	s.typing, s.Touched, s.Damaged = "", true, nil
	return s.with(e, w)
}

func (s State) redo(e *engine.Engine) State {
	if len(s.future) == 0 {
		return s
	}
	last := len(s.future) - 1
	w := s.future[last]
	s.future, s.past = s.future[:last:last], append(s.past[:len(s.past):len(s.past)], s.Work)
	s.typing, s.Touched = "", true
	return s.with(e, w)
}
