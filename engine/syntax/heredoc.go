package syntax

import "strings"

// heredoc is a text between `<<MARK` and a line with the mark alone, as
// Terraform has them.
//
// https://developer.hashicorp.com/terraform/language/expressions/strings
type heredoc struct {
	mark       string // "" outside
	start, end int    // the line that opens it
}

// holds tells whether a line opens, fills or closes a heredoc. The two lines
// around a whole one are cut, once.
func (d *heredoc) holds(p *peeler, start, end int) bool {
	text := p.text[start:end]
	if d.mark == "" {
		*d = heredoc{opensHeredoc(text), start, end}
		return d.mark != ""
	}
	if strings.TrimRight(text, "]), \t") == d.mark {
		d.mark = ""
		if !p.framing {
			p.cut(d.start, d.end, "", inHeredocs)
			p.cut(start, end, "", inHeredocs)
			p.quoted = true
		}
	}
	return true
}

// opensHeredoc is the mark of the heredoc that a line ends with, where it stands
// for a setting or in a list.
func opensHeredoc(text string) string {
	before, mark, ok := strings.Cut(text, "<<")
	mark = strings.TrimPrefix(mark, "-")
	if !ok || mark == "" || strings.Trim(before, "[(, \t") != "" && !isSetting(before) || run(mark, isWord) < len(mark) {
		return ""
	}
	return mark
}
