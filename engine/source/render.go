package source

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Render writes a diagnostic as a person reads it: what and where, the line
// with carets under the words at fault, what to do, notes and fixes. Places in
// other files than f are given by name and offset alone.
func Render(w io.Writer, f *File, d Diagnostic) {
	fmt.Fprintf(w, "%s: %s: %s [%s]\n", place(f, d.Span), d.Severity, d.Summary, d.Code)
	if d.Span.File == f.Name {
		carets(w, f, d.Span)
	}
	if d.Detail != "" {
		fmt.Fprintf(w, "  %s\n", d.Detail)
	}
	for _, n := range d.Notes {
		fmt.Fprintf(w, "  note: %s%s\n", notePlace(f, n.Span), n.Text)
	}
	for _, fix := range d.Fixes {
		fmt.Fprintf(w, "  fix: %s\n", fix.Title)
	}
}

func place(f *File, s Span) string {
	if s.File != f.Name {
		return s.File
	}
	p := f.Position(s.Start)
	return fmt.Sprintf("%s:%d:%d", f.Name, p.Line, p.Column)
}

func notePlace(f *File, s Span) string {
	if s.IsZero() {
		return ""
	}
	return place(f, s) + ": "
}

// carets draws the line a span begins on, cut to a readable width around it.
func carets(w io.Writer, f *File, s Span) {
	p := f.Position(s.Start)
	line := []rune(f.lineText(p.Line))
	under := max(1, utf8.RuneCountInString(f.Slice(Span{Start: s.Start, End: min(s.End, f.Line(p.Line).End)})))
	from := max(0, p.Column-1-60)
	to := min(len(line), p.Column-1+under+40)
	under = min(under, max(1, to-(p.Column-1)))
	lead := ""
	if from > 0 {
		lead = "…"
	}
	shown := lead + string(line[from:to])
	if to < len(line) {
		shown += "…"
	}
	pad := strings.Repeat(" ", utf8.RuneCountInString(lead)+p.Column-1-from)
	fmt.Fprintf(w, "  | %s\n  | %s%s\n", strings.TrimRight(shown, " "), pad, strings.Repeat("^", under))
}
