package syntax

import (
	"slices"
	"strings"
)

// layout is a statement cut into lines, and the remarks that stand between
// them. A remark inside a clause goes before it, one inside the subject before
// the statement, and what stood at the end of a line stays at the end of one.
type layout struct {
	printer
	remarks []remark
	lines   []layoutLine
	unsafe  bool // a line would begin another statement
}

// remark is a comment inside a statement.
type remark struct {
	text   string
	at     int
	trails bool // a word stands before it on its line
}

// layoutLine is a line and the part of the statement that it writes.
type layoutLine struct {
	indent, text string
	start, end   int
}

func layOut(s *Statement) *layout {
	l := &layout{printer: printer{s}}
	tokens := scan(s.Text)
	for i, t := range tokens {
		if t.Kind == Comment {
			l.remark(t.Start, inLines(s.Text[t.Start:t.End]), i > 0 && !strings.Contains(s.Text[tokens[i-1].Start:t.Start], "\n"))
		}
	}
	return l
}

// remark keeps the lines of a comment.
func (l *layout) remark(at int, lines []string, trails bool) {
	for _, text := range lines {
		l.remarks = append(l.remarks, remark{text, at, trails})
		trails = false
	}
}

// inLines is a comment as lines of remarks.
func inLines(comment string) []string {
	body, ok := strings.CutPrefix(comment, "/*")
	if !ok {
		return []string{strings.TrimSpace(comment)}
	}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSuffix(body, "*/"), "\n") {
		line = strings.TrimSpace(line)
		if text := strings.TrimSpace(strings.TrimPrefix(line+" ", "* ")); text != "" {
			lines = append(lines, "# "+text)
		}
	}
	return lines
}

// hoist takes the remarks before an offset out of the statement.
func (l *layout) hoist(end int) string {
	var out strings.Builder
	for len(l.remarks) > 0 && l.remarks[0].at < end {
		out.WriteString(l.remarks[0].text + "\n")
		l.remarks = l.remarks[1:]
	}
	return out.String()
}

func (l *layout) clause(c *Clause) {
	end, with := c.In.end(), l.s.with()
	if with != nil {
		end = with.end()
	}
	subject, action, location := l.start(), "to "+l.action(c.Do), "in "+l.in(c.In)
	if !l.remarked(0, end) {
		l.add("", subject+" "+action+" "+location+l.with(), 0, end)
	} else {
		l.add("", subject, 0, l.s.subjectEnd())
		l.add("  ", action, c.Do.start(), c.Do.end())
		l.add("  ", location, c.In.start(), c.In.end())
		if with != nil {
			l.add("  ", strings.TrimSpace(l.with()), with.start(), end)
		}
	}
	if c.Where != nil {
		l.where(c.Where.If)
	}
}

// where puts the condition on the line if it fits, else on lines of its own.
func (l *layout) where(c If) {
	last, flat := &l.lines[len(l.lines)-1], " where "+l.cond(c)
	if len(l.remarks) == 0 && len(last.text)+len(flat) <= width {
		last.text += flat
		return
	}
	l.broken("where ", c, "  ", "")
}

func (l *layout) broken(lead string, c If, indent, tail string) {
	group, ok := c.(*Group)
	flat := l.cond(c)
	if !ok || !l.remarked(c.start(), c.end()) && len(indent)+len("where ")+len(flat) <= width {
		l.add(indent, lead+flat+tail, c.start(), c.end())
		return
	}
	l.add(indent, lead+strings.ToLower(group.Kind)+" {", c.start(), c.start()+len(group.Kind))
	for i, m := range group.Members {
		comma := ","
		if i == len(group.Members)-1 {
			comma = ""
		}
		l.broken("", m, indent+"  ", comma)
	}
	l.add(indent, "}"+tail, c.end()-1, c.end())
}

func (l *layout) add(indent, text string, start, end int) {
	word, _, _ := strings.Cut(text, " ")
	l.unsafe = l.unsafe || len(l.lines) > 0 && startWord(word)
	l.lines = append(l.lines, layoutLine{indent, text, start, end})
}

// remarked tells whether a remark stands in a part of the statement.
func (l *layout) remarked(start, end int) bool {
	i, _ := slices.BinarySearchFunc(l.remarks, start, func(r remark, at int) int { return r.at - at })
	return i < len(l.remarks) && l.remarks[i].at < end
}

// String writes the lines with the remarks between them.
func (l *layout) String() string {
	var out strings.Builder
	for i, line := range l.lines {
		if i > 0 {
			l.between(&out, l.lines[i-1].end, line)
		}
		out.WriteString(line.indent + line.text)
	}
	return out.String()
}

// between writes what stands before a line: the remarks up to its end. The first
// that trailed the line before does so still.
func (l *layout) between(out *strings.Builder, from int, line layoutLine) {
	if len(l.remarks) > 0 && l.remarks[0].trails && l.remarks[0].at >= from && l.remarks[0].at < line.start {
		out.WriteString(" " + l.remarks[0].text)
		l.remarks = l.remarks[1:]
	}
	out.WriteByte('\n')
	indent := line.indent
	if line.text[0] == '}' {
		indent += "  "
	}
	for len(l.remarks) > 0 && l.remarks[0].at < line.end {
		out.WriteString(indent + l.remarks[0].text + "\n")
		l.remarks = l.remarks[1:]
	}
}
