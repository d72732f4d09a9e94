package catalog

import (
	"iter"
	"sort"
)

// fold compares two names byte by byte, without regard to ASCII case.
func fold(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if x, y := lower(a[i]), lower(b[i]); x != y {
			return int(x) - int(y)
		}
	}
	return len(a) - len(b)
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// find looks a name up in n rows sorted by fold. It does not allocate.
func find(n int, name string, at func(int) string) (int, bool) {
	i := sort.Search(n, func(i int) bool { return fold(at(i), name) >= 0 })
	return i, i < n && fold(at(i), name) == 0
}

// each yields the rows of a table in order.
func each[T any](rows []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range rows {
			if !yield(&rows[i]) {
				return
			}
		}
	}
}
