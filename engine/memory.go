package engine

import "oci-policy-playground/engine/source"

// memory keeps what texts were read as: it stays the same for as long as they do.
type memory[V any] struct{ known, recent map[label]told[V] }

// label tells texts apart sooner than their letters do.
type label struct {
	name, file string
	length     int
}

// told is a text and what it was read as.
type told[V any] struct {
	text string
	as   V
}

// round forgets what was not read since the last round.
func (m *memory[V]) round() { m.known, m.recent = m.recent, map[label]told[V]{} }

// of finds what a text of that name was read as, or reads it.
func (m *memory[V]) of(name string, file *source.File, read func(name string, file *source.File) V) V {
	if m.recent == nil {
		m.round()
	}
	at := label{name, file.Name, len(file.Text)}
	found, ok := m.recent[at]
	if !ok || found.text != file.Text {
		found, ok = m.known[at]
	}
	if !ok || found.text != file.Text {
		found = told[V]{file.Text, read(name, file)}
	}
	m.recent[at] = found
	return found.as
}
