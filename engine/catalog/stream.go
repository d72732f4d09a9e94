package catalog

// stream reads a generated table from its start to its end.
type stream struct {
	words []uint16
	at    int
}

func words(table []uint16) *stream { return &stream{words: table} }

func (s *stream) more() bool { return s.at < len(s.words) }

func (s *stream) next() uint16 {
	s.at++
	return s.words[s.at-1]
}

func (s *stream) text(texts []string) string { return texts[s.next()] }

// list reads a count and so many words; the result shares the table's memory.
func (s *stream) list() []uint16 {
	n := int(s.next())
	s.at += n
	return s.words[s.at-n : s.at : s.at]
}

// pair files an item under a permission.
type pair[T any] struct {
	permission uint16
	item       T
}

// group sorts items by permission, keeping their order, into slices of one array.
func group[T any](pairs []pair[T], permissions int) [][]T {
	counts := make([]int, permissions)
	for _, p := range pairs {
		counts[p.permission]++
	}
	rest := make([]T, len(pairs))
	groups := make([][]T, permissions)
	for i, n := range counts {
		groups[i], rest = rest[:0:n], rest[n:]
	}
	for _, p := range pairs {
		groups[p.permission] = append(groups[p.permission], p.item)
	}
	return groups
}
