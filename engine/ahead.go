package engine

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/syntax"
)

// Ahead reads and binds what is new in a scenario that is about to be analysed,
// a few statements at a time, for a page that must not wait until all of it is
// understood. The next analysis finds it remembered.
type Ahead struct {
	engine  *Engine
	coming  func() *scenario.Scenario
	reading *syntax.Ahead

	read      *Analysis // once all is read; it is never judged
	binding   []*policy.Ahead
	toBind    int  // statements
	dialectal bool // a statement means something else by the other dialect
	other     bool // it is bound by that one
}

// Ahead finds what is new in texts of policies. The scenario that they are part
// of is asked for when they have been read.
func (e *Engine) Ahead(coming func() *scenario.Scenario, texts ...string) *Ahead {
	return &Ahead{engine: e, coming: coming, reading: e.parser.Ahead(texts...)}
}

// Step does a piece of the work, and tells whether there is more.
func (a *Ahead) Step() (more bool) {
	switch {
	case a.reading.Step():
	case a.read == nil:
		a.read = a.engine.begin(a.coming())
		a.read.readLands()
		a.bind(a.read.Scenario.Dialect)
		a.toBind = a.left()
	case len(a.binding) > 0:
		if next := a.binding[0]; !next.Step() {
			a.dialectal = a.dialectal || next.Dialectal()
			a.binding = a.binding[1:]
		}
	case a.dialectal && !a.other:
		a.other = true
		a.bind(a.read.Scenario.Dialect.Other())
	default:
		return false
	}
	return true
}

// bind begins with the policies of every tenancy.
func (a *Ahead) bind(d policy.Dialect) {
	for _, l := range a.read.lands {
		for _, p := range l.sources {
			a.binding = append(a.binding, a.engine.policy.Ahead(p, l.world, catalog.Default(), d))
		}
	}
}

func (a *Ahead) left() (n int) {
	for _, b := range a.binding {
		n += b.Left()
	}
	return n
}

// Progress is how many statements are done, of how many that are new. To read
// one takes twice as long as to bind it.
func (a *Ahead) Progress() (done, of int) {
	read, of := a.reading.Progress()
	bound := 0
	switch {
	case a.other:
		bound = of
	case a.read != nil:
		bound = of * (a.toBind - a.left()) / max(1, a.toBind)
	}
	return (2*read + bound) / 3, of
}

// Forget is for when the scenario has been analysed.
func (a *Ahead) Forget() { a.reading.Forget() }
