package syntax

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// What is copied out of Terraform, JSON, a chat or a page comes wrapped: in
// quotes and brackets, behind bullets, between code fences, with semicolons. The
// statements in it are read as they are; what wraps them counts as blank and is
// told once a file.

// wrapping is a kind of what may stand around statements.
type wrapping uint8

const (
	inQuotes wrapping = 1 << iota
	behindBullets
	betweenFences
	endedBySemicolons
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

// semicolons makes blanks of those that end a statement.
func semicolons(text string, tokens []Token) []cut {
	var cuts []cut
	last := true // nothing but another statement follows
	for i := len(tokens) - 1; i >= 0; i-- {
		t := &tokens[i]
		switch {
		case t.Kind <= Comment:
		case last && t.Kind == Symbol && text[t.Start] == ';':
			t.Kind = Space
			cuts = append(cuts, cut{start: t.Start, end: t.End, kind: endedBySemicolons})
		default:
			last = heads(text, tokens, i) && startWord(text[t.Start:t.End])
		}
	}
	return cuts
}

// peeler finds what wraps the statements of a text, line by line.
type peeler struct {
	text   string
	cuts   []cut
	quoted bool // a statement stands in quotes
	bare   bool // a statement stands without
	framed int  // the cuts before this one are on the lines before
}

func (p *peeler) peel() {
	p.lines(p.line)
	if p.quoted {
		known := p.cuts
		p.lines(func(start, end int) {
			for p.framed < len(known) && known[p.framed].start < start {
				p.framed++
			}
			if p.framed == len(known) || known[p.framed].start >= end {
				p.frame(start, end)
			}
		})
	}
}

// lines calls do with the place of each line, without the blanks around it.
func (p *peeler) lines(do func(start, end int)) {
	for at := 0; at < len(p.text); {
		end := at + line(p.text[at:])
		start := at + run(p.text[at:end], isSpace)
		if trimmed := start + len(strings.TrimRightFunc(p.text[start:end], isSpace)); trimmed > start {
			do(start, trimmed)
		}
		at = end + 1
	}
}

func (p *peeler) line(start, end int) {
	if isFence(p.text[start:end]) {
		p.cut(start, end, "", betweenFences)
		return
	}
	at := start + bullet(p.text[start:end])
	switch {
	case headsStatement(p.text[at:end]):
		p.bare = true
		if at > start {
			p.cut(start, at, "", behindBullets)
		}
	default:
		p.strings(start, at, end)
	}
}

// strings takes the quotes off the statements on a line, behind its bullet: all
// of the line or nothing.
func (p *peeler) strings(bullet, start, end int) {
	known := len(p.cuts)
	if start > bullet {
		p.cut(bullet, start, "", behindBullets)
	}
	from, at := start, p.opening(start, end)
	for at >= 0 {
		stop := closingQuote(p.text[at:end])
		if stop < 0 {
			break
		}
		p.cut(from, at+1, map[bool]string{true: "\n"}[from > start], inQuotes)
		from = at + stop
		rest := strings.TrimLeft(p.text[from+1:end], " \t,;])}")
		if rest == "" || startsComment(rest, Space) {
			p.cut(from, end-len(rest), strings.Repeat(" ", min(1, len(rest))), inQuotes)
			p.quoted = true
			return
		}
		at = p.opening(end-len(rest), end)
	}
	p.cuts = p.cuts[:known]
}

// opening is the quote that opens the first statement from start on, where
// nothing stands before it but what opens a list; or -1.
func (p *peeler) opening(start, end int) int {
	for at := start; at < end; at++ {
		if mark := p.text[at]; mark != '"' && mark != '\'' && mark != '`' || !headsStatement(p.text[at+1:end]) {
			continue
		}
		if before := strings.TrimRight(p.text[start:at], " \t"); before == "" || strings.HasSuffix(before, "[") {
			return at
		}
		return -1
	}
	return -1
}

// closingQuote is where the quote that a text begins with is closed, around what
// reads like a statement; or -1.
func closingQuote(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case text[0]:
			inner := strings.ToLower(text[:i])
			if strings.Contains(inner, " in ") || strings.Contains(inner, " as ") {
				return i
			}
			return -1
		}
	}
	return -1
}

// frame takes away the lines around quoted statements: brackets, and where all
// statements are quoted also the settings of what they were copied out of.
func (p *peeler) frame(start, end int) {
	text := p.text[start:end]
	if strings.Trim(text, "[], \t") == "" || !p.bare && (strings.Trim(text, "[](){},; \t") == "" || isSetting(text)) {
		p.cut(start, end, "", inQuotes)
	}
}

// isSetting tells lines such as `name = "x"`, `"statements": [` and
// `resource "a" "b" {`.
func isSetting(text string) bool {
	name := strings.TrimPrefix(strings.TrimLeft(text, "{[ \t"), `"`)
	end := run(name, func(r rune) bool { return r < 0x80 && (isWord(r) && r != ':') })
	rest := strings.TrimLeft(strings.TrimPrefix(name[end:], `"`), " \t")
	return end > 0 && rest != "" && strings.IndexByte(`=:{"`, rest[0]) >= 0 && !startWord(name[:end])
}

func isFence(text string) bool {
	for _, mark := range [...]string{"```", "~~~"} {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			return !strings.ContainsAny(rest, "`'\"{")
		}
	}
	return false
}

// bullet is the width of what marks an item of a list, and of the blanks behind
// it.
func bullet(text string) int {
	width := run(text, func(r rune) bool { return r >= '0' && r <= '9' })
	switch mark := text[width:]; {
	case width > 0 && width < 4 && (strings.HasPrefix(mark, ".") || strings.HasPrefix(mark, ")")):
		width++
	case width > 0:
		return 0
	default:
		for _, sign := range [...]string{"-", "*", "+", ">", "•", "–", "·"} {
			if strings.HasPrefix(mark, sign) {
				width = len(sign)
			}
		}
	}
	if blanks := run(text[width:], isSpace); width > 0 && blanks > 0 {
		return width + blanks
	}
	return 0
}

// headsStatement tells whether a line begins with a start word that stands by
// itself.
func headsStatement(text string) bool {
	text = text[:min(len(text), len("endorse "))]
	end := strings.IndexFunc(text, isSpace)
	return end > 0 && startWord(text[:end])
}

func (p *peeler) cut(start, end int, new string, kind wrapping) {
	p.cuts = append(p.cuts, cut{start, end, new, kind})
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
	for i, name := range [...]string{"quotes", "bullets", "code fences", "semicolons"} {
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
	end := c.end + run(text[c.end:], func(r rune) bool { return r == ' ' || r == '\t' || r == '\r' })
	if end < len(text) && text[end] == '\n' {
		return source.Span{Start: start, End: end + 1}
	}
	return source.Span{Start: start, End: c.end}
}
