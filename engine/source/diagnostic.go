package source

import (
	"cmp"
	"slices"
)

// Severity is how much a diagnostic matters. The zero value is not a severity,
// so that forgetting it shows.
type Severity uint8

const (
	_ Severity = iota
	Error
	Warning
	Info
)

func (s Severity) String() string {
	return [...]string{"unset", "error", "warning", "info"}[s]
}

// Diagnostic is one thing to say about a place.
type Diagnostic struct {
	Severity Severity
	// Code is stable and kebab-case. It may steer a program; the words may not.
	Code string
	// Span is the words at fault.
	Span Span
	// Summary names the trouble in a few words: lower case, no full stop.
	Summary string
	// Detail is a sentence or two; the last says what to do.
	Detail string
	// Notes point at the other halves of the trouble.
	Notes []Note
	// Fixes are alternatives; each alone mends what is wrong.
	Fixes []Fix
	// Source is the address of the page the rule comes from, if any.
	Source string
	// Missing is what is named and is not there, if that is the trouble.
	Missing *Missing
}

// Missing is something that could be added to a tenancy. Kind is the word for it:
// "group", "dynamic group", "user", "compartment". The name is as a check writes it:
// with the domain, if that is not the default one, and with the path from the root.
// Of is the tenancy, "" for the scenario's own.
type Missing struct{ Kind, Name, Of string }

// Is tells whether two are the same.
func (m *Missing) Is(other *Missing) bool {
	return m.Name == other.Name && m.Kind == other.Kind && m.Of == other.Of
}

// Note is a remark on another place, or on none when its span is zero.
type Note struct {
	Span Span
	Text string
}

// Moved is the diagnostic with every place that it speaks of changed. The one it
// is called on stays as it is.
func (d Diagnostic) Moved(move func(Span) Span) Diagnostic {
	d.Span = move(d.Span)
	d.Notes, d.Fixes = slices.Clone(d.Notes), slices.Clone(d.Fixes)
	for i := range d.Notes {
		d.Notes[i].Span = move(d.Notes[i].Span)
	}
	for i := range d.Fixes {
		d.Fixes[i] = d.Fixes[i].Moved(move)
	}
	return d
}

// Diagnostics is what there is to say about a text, in no promised order until
// sorted.
type Diagnostics []Diagnostic

// Sort orders the diagnostics by file and place, errors first in one place.
func (ds Diagnostics) Sort() {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Span.File, b.Span.File), cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Severity, b.Severity))
	})
}

// HasErrors reports whether any diagnostic is an error.
func (ds Diagnostics) HasErrors() bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity == Error })
}

// In returns the diagnostics of one file.
func (ds Diagnostics) In(file string) Diagnostics {
	var in Diagnostics
	for _, d := range ds {
		if d.Span.File == file {
			in = append(in, d)
		}
	}
	return in
}
