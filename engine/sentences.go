package engine

import (
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// sentences keeps what was asked, as read: an edit of a policy leaves all of it
// as it is.
type sentences struct{ known, recent map[[2]string][]scenario.Line }

func (m *sentences) round() { m.known, m.recent = m.recent, map[[2]string][]scenario.Line{} }

// of finds the sentences of a text, or reads them.
func (m *sentences) of(f *source.File, read func(*source.File) []scenario.Line) []scenario.Line {
	key := [2]string{f.Name, f.Text}
	lines, ok := m.recent[key]
	if !ok {
		lines, ok = m.known[key]
	}
	if !ok {
		lines = read(f)
	}
	m.recent[key] = lines
	return lines
}

// whole reads a text as one sentence.
func whole(f *source.File) []scenario.Line {
	at := f.Span(0, len(f.Text))
	s, problems := scenario.ParseSentence(f, at)
	return []scenario.Line{{Span: at, Sentence: s, Problems: problems}}
}
