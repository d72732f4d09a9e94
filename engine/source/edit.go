package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Edit replaces the words of Span by New.
type Edit struct {
	Span Span
	New  string
}

// Common is how many bytes two texts share at their beginnings, and beyond those
// at their ends.
func Common(a, b string) (start, end int) {
	shorter := min(len(a), len(b))
	const block = 1024 // compared at once, since texts are long and edits short
	for start+block <= shorter && a[start:start+block] == b[start:start+block] {
		start += block
	}
	for start < shorter && a[start] == b[start] {
		start++
	}
	for end+block <= shorter-start && a[len(a)-end-block:len(a)-end] == b[len(b)-end-block:len(b)-end] {
		end += block
	}
	for end < shorter-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return start, end
}

// Fix is a set of edits that together mend something. Title is a verb phrase.
type Fix struct {
	Title string
	Edits []Edit
}

// Moved is the fix with the places of its edits changed.
func (f Fix) Moved(move func(Span) Span) Fix {
	f.Edits = slices.Clone(f.Edits)
	for i := range f.Edits {
		f.Edits[i].Span = move(f.Edits[i].Span)
	}
	return f
}

// Replace is the fix of a single edit.
func Replace(title string, span Span, new string) Fix {
	return Fix{Title: title, Edits: []Edit{{Span: span, New: new}}}
}

// Apply makes the edits that concern the file, all against its present text.
// Edits that overlap or lie outside the text are an error and change nothing.
func Apply(f *File, edits []Edit) (string, error) {
	mine := slices.DeleteFunc(slices.Clone(edits), func(e Edit) bool { return e.Span.File != f.Name })
	slices.SortStableFunc(mine, func(a, b Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var out strings.Builder
	at := 0
	for _, e := range mine {
		if e.Span.Start < at || e.Span.End < e.Span.Start || e.Span.End > len(f.Text) {
			return f.Text, fmt.Errorf("edit at bytes %d to %d of %s overlaps another or leaves the text", e.Span.Start, e.Span.End, f.Name)
		}
		out.WriteString(f.Text[at:e.Span.Start])
		out.WriteString(e.New)
		at = e.Span.End
	}
	out.WriteString(f.Text[at:])
	return out.String(), nil
}
