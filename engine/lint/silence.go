package lint

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/internal/suggest"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// mark is what a comment begins with that keeps checks silent.
const mark = "lint: ignore"

// ignore is one name in such a comment.
type ignore struct {
	name string
	at   source.Span
	of   source.Span // the statement
	used bool
}

// Found is what the checks have found but comments silence, and what is wrong with
// those comments.
func (p *Pass) Found() source.Diagnostics {
	var ignores []*ignore
	out := make(source.Diagnostics, 0, len(p.found))
	for _, d := range p.Documents {
		if strings.Contains(d.File.Text, mark) {
			ignores = append(ignores, ignoresOf(d)...)
		}
	}
	for _, d := range p.found {
		if !silenced(d, ignores) {
			out = append(out, *d)
		}
	}
	for _, i := range ignores {
		if d := i.problem(); d != nil {
			out = append(out, *d)
		}
	}
	return out
}

func silenced(d *source.Diagnostic, ignores []*ignore) (yes bool) {
	for _, i := range ignores {
		if d.Code == Prefix+i.name && d.Span.Within(i.of) {
			i.used, yes = true, true
		}
	}
	return yes
}

// problem is an unknown name, or one that silences nothing.
func (i *ignore) problem() *source.Diagnostic {
	if _, ok := find(i.name); !ok {
		d := &source.Diagnostic{Severity: source.Warning, Code: "unknown-check", Span: i.at, Summary: "there is no check " + code(i.name),
			Detail: "It silences nothing. Write the code of what is reported, without `" + Prefix + "`."}
		if near, ok := suggest.Closest(i.name, checkNames); ok {
			replace(d, "write %", near, near)
		}
		return d
	}
	if i.used {
		return nil
	}
	return &source.Diagnostic{Severity: source.Info, Code: "unused-ignore", Span: i.at, Summary: "nothing here needs " + code(i.name) + " silenced",
		Detail: "Take the name out of the comment."}
}

// find is the check of a name, with [Prefix] or without.
func find(name string) (*Check, bool) {
	name = strings.TrimPrefix(name, Prefix)
	i := slices.IndexFunc(Checks, func(c *Check) bool { return c.Name == name })
	if i < 0 {
		return nil, false
	}
	return Checks[i], true
}

func checkNames(yield func(string) bool) {
	for _, c := range Checks {
		if !yield(c.Name) {
			return
		}
	}
}

func ignoresOf(d *syntax.Document) []*ignore {
	var all []*ignore
	for _, t := range syntax.Tokens(d.File) {
		if t.Kind != syntax.Comment {
			continue
		}
		text := d.File.Text[t.Start:t.End]
		at := strings.Index(text, mark)
		if at < 0 || strings.Trim(text[:at], "#/- \t") != "" {
			continue
		}
		of := statementOf(d, t.Start)
		for name, start := range namesIn(text, at+len(mark)) {
			all = append(all, &ignore{name: strings.TrimPrefix(name, Prefix), of: of,
				at: d.File.Span(t.Start+start, t.Start+start+len(name))})
		}
	}
	return all
}

// namesIn yields the words behind a place of a text, and where they begin.
func namesIn(text string, from int) func(func(string, int) bool) {
	return func(yield func(string, int) bool) {
		for _, field := range strings.FieldsFunc(text[from:], func(r rune) bool { return strings.ContainsRune(", \t\r", r) }) {
			from += strings.Index(text[from:], field)
			if !yield(field, from) {
				return
			}
			from += len(field)
		}
	}
}

// statementOf is the statement that a comment speaks of: the one it stands in or
// behind, else the next.
func statementOf(d *syntax.Document, at int) source.Span {
	line := d.File.LineOf(at)
	for _, s := range d.Statements {
		if s.Span.End > at || d.File.LineOf(s.Span.End) == line {
			return s.Span
		}
	}
	return source.Span{}
}
