package syntax

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// What is copied out of Terraform, JSON, a chat or a page comes wrapped: in
// quotes and brackets, behind bullets, between code fences, in heredocs, with
// semicolons. The statements in it are read as they are; what wraps them counts
// as blank and is told once a file.

// wrapping is a kind of what may stand around statements.
type wrapping uint8

const (
	inQuotes wrapping = 1 << iota
	behindBullets
	betweenFences
	endedBySemicolons
	inHeredocs
)

// cut is a piece of a text that wraps statements. New is what stands in its
// place once it is taken away.
type cut struct {
	start, end int
	new        string
	kind       wrapping
}

// pieces is a text with blanks for what wraps its statements, so that every
// place stays the same; its tokens; and what was taken away.
func pieces(text string) (string, []Token, []cut) {
	p := peeler{text: text}
	p.peel()
	text = blanked(text, p.cuts)
	tokens := scan(text)
	ends := semicolons(text, tokens)
	return blanked(text, ends), tokens, append(p.cuts, ends...)
}

// semicolons makes blanks of those that end a statement, and a line's end of
// one that another statement follows on its line.
func semicolons(text string, tokens []Token) []cut {
	var cuts []cut
	last, new := true, "" // nothing but another statement follows, and new before it
	for i := len(tokens) - 1; i >= 0; i-- {
		t := &tokens[i]
		switch {
		case t.Kind <= Comment:
		case last && t.Kind == Symbol && text[t.Start] == ';':
			t.Kind = Space
			cuts = append(cuts, cut{start: t.Start, end: t.End + len(new)*run(text[t.End:], isBlank), new: new, kind: endedBySemicolons})
		default:
			last = startWord(text[t.Start:t.End]) && startsLikeStatement(text, tokens, i)
			new = ""
			if last && !heads(text, tokens, i) {
				new = "\n"
			}
		}
	}
	return cuts
}

// blanked is a text of the same length with blanks for the cuts.
func blanked(text string, cuts []cut) string {
	if len(cuts) == 0 {
		return text
	}
	out := []byte(text)
	for _, c := range cuts {
		for i := c.start; i < c.end; i++ {
			out[i] = ' '
		}
		copy(out[c.start:c.end], c.new)
	}
	return string(out)
}

// pasted tells once a file what wraps its statements.
func pasted(text string, cuts []cut) source.Diagnostics {
	if len(cuts) == 0 {
		return nil
	}
	var kinds wrapping
	first := cuts[0]
	fix := source.Fix{Title: "keep the statements alone"}
	for _, c := range cuts {
		kinds |= c.kind
		if c.start < first.start {
			first = c
		}
		fix.Edits = append(fix.Edits, source.Edit{Span: c.whole(text), New: c.new})
	}
	return source.Diagnostics{{Severity: source.Info, Code: "pasted", Span: source.Span{Start: first.start, End: first.end}, Source: syntaxPage,
		Summary: "the statements are read without the " + wrappings(kinds) + " around them", Detail: "A policy is statements alone. Take the rest away to see what OCI is given.",
		Fixes: []source.Fix{fix}}}
}

func wrappings(kinds wrapping) string {
	var names []string
	for i, name := range [...]string{"quotes", "bullets", "code fences", "semicolons", "heredocs"} {
		if kinds&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return names[0]
}

// whole is a cut with the blanks before it where it begins a line, and with the
// line's end where it is all of it.
func (c cut) whole(text string) source.Span {
	start := len(strings.TrimRight(text[:c.start], " \t"))
	if start > 0 && text[start-1] != '\n' {
		return source.Span{Start: c.start, End: c.end}
	}
	end := c.end + run(text[c.end:], isBlank)
	if end < len(text) && text[end] == '\n' {
		return source.Span{Start: start, End: end + 1}
	}
	return source.Span{Start: start, End: c.end}
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\r' }
