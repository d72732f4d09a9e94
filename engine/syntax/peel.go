package syntax

import "strings"

// peeler finds what wraps the statements of a text, line by line.
type peeler struct {
	text   string
	cuts   []cut
	quoted bool // a statement stands in quotes or a heredoc
	bare   bool // a statement stands without

	framing bool // all statements are found
	framed  int  // the cuts before this one are on the lines before
}

func (p *peeler) peel() {
	p.lines(p.line)
	if p.quoted {
		known := p.cuts
		p.framing = true
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

// lines calls do with the place of each line, without the blanks around it,
// unless it is a remark or in a heredoc.
func (p *peeler) lines(do func(start, end int)) {
	var doc heredoc
	for at := 0; at < len(p.text); {
		end := at + line(p.text[at:])
		start := at + run(p.text[at:end], isSpace)
		trimmed := start + len(strings.TrimRightFunc(p.text[start:end], isSpace))
		if trimmed > start && !startsComment(p.text[start:], Space) && !doc.holds(p, start, trimmed) {
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
		p.breaks(at+1, at+stop)
		from = at + stop
		rest := strings.TrimLeft(p.text[from+1:end], " \t,;])}")
		if rest == "" || startsComment(rest, Space) || strings.HasPrefix(rest, "/*") {
			p.cut(from, end-len(rest), strings.Repeat(" ", min(1, len(rest))), inQuotes)
			p.quoted = true
			return
		}
		at = p.opening(end-len(rest), end)
	}
	p.cuts = p.cuts[:known]
}

// breaks makes blanks of the escapes that stand for them.
func (p *peeler) breaks(start, end int) {
	for i := start; i+1 < end; i++ {
		if p.text[i] != '\\' {
			continue
		}
		if new, ok := map[byte]string{'n': "\n", 'r': " ", 't': " "}[p.text[i+1]]; ok {
			p.cut(i, i+2, new, inQuotes)
		}
		i++
	}
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
			inner := strings.ReplaceAll(strings.ToLower(text[:i]), `\n`, " ")
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
		p.cut(start, end, "", 0)
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
