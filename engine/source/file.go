package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// File is a named text whose offsets can be turned into lines, columns and
// UTF-16 code units. It is immutable.
type File struct {
	Name, Text string
	lines      []int  // offset in bytes of the start of each line
	marks      []mark // none where bytes and UTF-16 units are the same
}

// mark is a place known in both countings. There is one every few bytes, so that
// a line of any length is converted as quickly as a short one.
type mark struct{ bytes, units int }

// stride is how far marks are apart, in bytes.
const stride = 256

// Pos is a place as a person counts it: line and column from 1, the column in
// characters.
type Pos struct{ Line, Column int }

// NewFile returns the file called name with the given text.
func NewFile(name, text string) *File {
	f := &File{Name: name, Text: text, lines: make([]int, 1, len(text)/64+1)} // lines are seldom shorter
	for from := 0; ; {
		at := strings.IndexByte(text[from:], '\n')
		if at < 0 {
			break
		}
		from += at + 1
		f.lines = append(f.lines, from)
	}
	if !isASCII(text) {
		f.measure()
	}
	return f
}

// isASCII looks at eight bytes at a time: every keystroke asks it of a whole policy.
func isASCII(text string) bool {
	for ; len(text) >= 8; text = text[8:] {
		if text[0]|text[1]|text[2]|text[3]|text[4]|text[5]|text[6]|text[7] >= utf8.RuneSelf {
			return false
		}
	}
	return strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

func (f *File) measure() {
	units := 0
	for i, r := range f.Text {
		if i >= len(f.marks)*stride {
			f.marks = append(f.marks, mark{i, units})
		}
		units += width16(r)
	}
}

// Lines is the number of lines; an empty file has one.
func (f *File) Lines() int { return len(f.lines) }

// Span returns the span [start, end) of this file.
func (f *File) Span(start, end int) Span { return Span{File: f.Name, Start: start, End: end} }

// Slice returns the words a span covers, as far as they lie in the file.
func (f *File) Slice(s Span) string {
	start := f.clamp(s.Start)
	return f.Text[start:max(start, f.clamp(s.End))]
}

// Position returns the line and column of an offset in bytes.
func (f *File) Position(offset int) Pos {
	offset = f.clamp(offset)
	line := f.line(offset)
	return Pos{Line: line + 1, Column: utf8.RuneCountInString(f.Text[f.lines[line]:offset]) + 1}
}

// LineOf returns the line of an offset in bytes, counted from 1. It costs less
// than a [Pos], which counts the characters before.
func (f *File) LineOf(offset int) int { return f.line(f.clamp(offset)) + 1 }

// Line returns the span of line n, counted from 1, without its line break.
func (f *File) Line(n int) Span {
	n = min(max(n, 1), len(f.lines))
	end := len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n] - 1
	}
	return f.Span(f.lines[n-1], end)
}

// UTF16 turns an offset in bytes into one in UTF-16 code units.
func (f *File) UTF16(offset int) int {
	offset = f.clamp(offset)
	if f.marks == nil {
		return offset
	}
	from := f.mark(func(m mark) bool { return m.bytes > offset })
	units := from.units
	for _, r := range f.Text[from.bytes:offset] {
		units += width16(r)
	}
	return units
}

// Offset turns an offset in UTF-16 code units into one in bytes. The middle of
// a surrogate pair belongs to the character it is part of.
func (f *File) Offset(units int) int {
	units = max(units, 0)
	if f.marks == nil {
		return f.clamp(units)
	}
	from := f.mark(func(m mark) bool { return m.units > units })
	units -= from.units
	for i, r := range f.Text[from.bytes:] {
		if units < width16(r) {
			return from.bytes + i
		}
		units -= width16(r)
	}
	return len(f.Text)
}

// line is the index of the line that an offset lies in.
func (f *File) line(offset int) int {
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > offset }) - 1
}

// mark is the last mark that is not beyond a place.
func (f *File) mark(beyond func(mark) bool) mark {
	i := sort.Search(len(f.marks), func(i int) bool { return beyond(f.marks[i]) })
	if i == 0 {
		return mark{}
	}
	return f.marks[i-1]
}

func (f *File) clamp(offset int) int { return min(max(offset, 0), len(f.Text)) }

func width16(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// lineText is the text of line n with tabs as single blanks, so that a caret
// below it stands under its word.
func (f *File) lineText(n int) string {
	return strings.ReplaceAll(f.Slice(f.Line(n)), "\t", " ")
}
