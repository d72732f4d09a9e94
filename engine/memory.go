package engine

import "oci-policy-playground/engine/source"

// memory keeps what texts were read as: it stays the same for as long as they do.
type memory[V any] struct{ known, recent map[[3]string]V }

// round forgets what was not read since the last round.
func (m *memory[V]) round() { m.known, m.recent = m.recent, map[[3]string]V{} }

// of finds what a text of that name was read as, or reads it.
func (m *memory[V]) of(name string, file *source.File, read func(name string, file *source.File) V) V {
	key := [3]string{name, file.Name, file.Text}
	found, ok := m.recent[key]
	if !ok {
		found, ok = m.known[key]
	}
	if !ok {
		found = read(name, file)
	}
	m.recent[key] = found
	return found
}
