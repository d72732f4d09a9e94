package source

// Span is the half-open range of bytes [Start, End) of the file named File.
type Span struct {
	File       string
	Start, End int
}

// Contains reports whether offset (bytes) lies in the span or at its end, where
// a caret just behind its last character stands.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset <= s.End }

// Within reports whether s lies inside outer.
func (s Span) Within(outer Span) bool {
	return s.File == outer.File && outer.Start <= s.Start && s.End <= outer.End
}

// Shift returns the span moved by delta bytes into the file named file.
func (s Span) Shift(file string, delta int) Span {
	return Span{File: file, Start: s.Start + delta, End: s.End + delta}
}

// To returns the span from the start of s to the end of end.
func (s Span) To(end Span) Span { return Span{File: s.File, Start: s.Start, End: end.End} }

// IsZero reports whether the span points nowhere.
func (s Span) IsZero() bool { return s == Span{} }
