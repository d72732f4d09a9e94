package scenario

import (
	"strings"
	"unicode/utf8"

	"oci-policy-playground/engine/source"
)

// layout is a list or an object and how its text is laid out: on one line or on
// many, with a comma behind the last part or without.
type layout struct {
	text   string
	around *value
}

// part is an entry of a list, or a member of an object with its key.
type part struct{ start, end int }

func (v *value) parts() []part {
	var all []part
	for _, e := range v.entries {
		all = append(all, part{e.start, e.end})
	}
	for _, m := range v.members {
		all = append(all, part{m.name.start, m.value.end})
	}
	return all
}

// add is the edit that puts parts behind the last one, set off as that one is.
func (l layout) add(words ...string) source.Edit {
	parts := l.around.parts()
	if len(parts) == 0 {
		return l.put(l.around.start+1, l.around.start+1, strings.Join(words, ", "))
	}
	last := parts[len(parts)-1]
	gap := l.gap(last.start)
	if n := len(parts); n > 2 && !strings.Contains(l.gap(parts[n-2].start), "\n") {
		gap = l.gap(parts[n-2].start) // a line may have several
	}
	switch {
	case l.around.kind == '[' && !strings.Contains(gap, "\n") && l.long(last.end, strings.Join(words, ", ")):
		gap = l.broken(parts[0].start)
	case gap == "" && len(parts) == 1:
		gap = " "
	}
	added := gap + strings.Join(words, ","+gap)
	if comma := l.comma(last.end); comma > 0 {
		end := l.besides(comma, gap)
		return l.put(end, end, added+",")
	}
	end := l.besides(last.end, gap)
	return l.put(last.end, end, ","+l.text[last.end:end]+added)
}

func (l layout) put(start, end int, words string) source.Edit {
	return source.Edit{Span: source.Span{Start: start, End: end}, New: words}
}

// without is the text without a part.
func (l layout) without(i int) string {
	at := l.around.parts()[i].start
	text := l.cut(i, at-len(l.gap(at)))
	if root, _ := parseJSON(text); root == nil { // the line break before it ended a comment
		return l.cut(i, at)
	}
	return text
}

// cut takes out a part from a start that may be before it, with its comma and
// the comment beside it.
func (l layout) cut(i, start int) string {
	parts := l.around.parts()
	at, end := parts[i], parts[i].end
	if comma := l.comma(at.end); comma > 0 {
		end = comma
		if start == at.start {
			end += blanks(l.text[end:], " \t")
		}
	}
	end = l.besides(end, l.text[start:at.start])
	text := l.text[:start] + l.text[end:]
	switch {
	case i+1 < len(parts) || l.comma(at.end) > 0:
		return text
	case i > 0:
		comma := l.comma(parts[i-1].end)
		return text[:comma-1] + text[comma:]
	case strings.Contains(l.text[start:at.start], "\n") && start == l.around.start+1:
		return l.text[:start] + strings.TrimLeft(l.text[end:], " \t\r\n")
	}
	return text
}

// gap is the blanks before an offset.
func (l layout) gap(at int) string {
	return l.text[len(strings.TrimRight(l.text[:at], " \t\r\n")):at]
}

// comma is the offset behind the comma that follows a part, or 0.
func (l layout) comma(end int) int {
	p := parser{text: l.text, at: end}
	if p.blank() && p.next(',') {
		return p.at + 1
	}
	return 0
}

// besides is the offset behind the comments that stand beside what ends at an
// offset, in a layout of many lines.
func (l layout) besides(end int, gap string) int {
	if !strings.Contains(gap, "\n") {
		return end
	}
	for {
		next := end + blanks(l.text[end:], " \t")
		width, closed := commentWidth(l.text[next:])
		if width == 0 || !closed {
			return end
		}
		end = next + width
		if l.text[end-1] == '\n' {
			return end - 1
		}
	}
}

// longest is how many bytes a line may have before a list goes on on the next.
const longest = 120

// long tells whether a line would get too long with words more.
func (l layout) long(end int, words string) bool { return l.column(end)+len(words) > longest }

// broken is a line break, and blanks as far as the first part stands from the
// start of its line, unless that is far.
func (l layout) broken(first int) string {
	if l.column(first) > longest/2 {
		return "\n" + indent(l.text, first) + "  "
	}
	return "\n" + strings.Repeat(" ", l.column(first))
}

func (l layout) column(at int) int {
	return utf8.RuneCountInString(l.text[strings.LastIndexByte(l.text[:at], '\n')+1 : at])
}

func blanks(text, of string) int { return len(text) - len(strings.TrimLeft(text, of)) }
