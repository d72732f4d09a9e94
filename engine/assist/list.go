package assist

import (
	"strings"

	"oci-policy-playground/engine/source"
)

// list gathers items: those that begin with what is typed before those that
// merely hold it.
type list struct {
	p             *passage
	query         string
	first, others []Item
	seen          map[string]bool
}

// wants tells whether there is room for an item of this name, which may be one
// that is shown beside it.
func (l *list) wants(name string) bool { return l.shelf(name) != nil }

func (l *list) shelf(name string) *[]Item {
	if l.query == "" && len(l.first) == most {
		return nil
	}
	at := strings.Index(strings.ToLower(name), l.query)
	switch {
	case at == 0 && len(l.first) < most:
		return &l.first
	case at > 0 && len(l.others) < most:
		return &l.others
	}
	return nil
}

// put adds an item that is wanted.
func (l *list) put(kind, label, insert, detail string) *Item {
	l.seen[label] = true
	shelf := l.shelf(label)
	if shelf == nil {
		shelf = &l.others
	}
	if l.blankFollows() {
		insert = strings.TrimSuffix(insert, " ")
	}
	*shelf = append(*shelf, Item{Label: label, Detail: detail, Kind: kind,
		Edit: source.Edit{Span: l.p.File.Span(l.p.under.start, l.p.under.end), New: insert}})
	return &(*shelf)[len(*shelf)-1]
}

// add adds an item if it is wanted.
func (l *list) add(kind, label, insert, detail string) {
	if l.wants(label) {
		l.put(kind, label, insert, detail)
	}
}

// table adds the words of a table: a line for each with the word, what it means and, where that is not the word and a
// blank, what to insert.
func (l *list) table(kind, table string) {
	for line := range strings.SplitSeq(table, "\n") {
		label, detail, _ := strings.Cut(line, "|")
		detail, insert, ok := strings.Cut(detail, "|")
		if !ok {
			insert = label + " "
		}
		l.add(kind, label, insert, detail)
	}
}

func (l *list) blankFollows() bool {
	text, end := l.p.File.Text, l.p.under.end
	return end < len(text) && text[end] == ' '
}

func (l *list) items() []Item {
	all := append(l.first, l.others...)
	return all[:min(len(all), most)]
}
