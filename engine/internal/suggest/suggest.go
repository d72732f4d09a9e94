package suggest

import (
	"iter"
	"strings"
)

// reach is how many slips away a name may be.
const reach = 2

// longest is how long a name may be to be compared at all. No real name comes
// near it, and a pasted megabyte would be slow.
const longest = 256

// Closest returns the name among those given that takes the fewest slips to
// make of name, the first of several. Case is not a slip. It returns false when
// none is within reach, or when so short a name would become another altogether.
func Closest(name string, among iter.Seq[string]) (string, bool) {
	best, at := "", min(reach, len(name)/2)+1
	if len(name) > longest {
		return "", false
	}
	folded := strings.ToLower(name)
	for other := range among {
		if d := distance(folded, strings.ToLower(other), at); d < at {
			best, at = other, d
		}
	}
	return best, best != ""
}

// distance is the Levenshtein distance in bytes, or limit when it is that or
// more.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		if next(row, a[i], b, i) >= limit {
			return limit
		}
	}
	return min(row[len(b)], limit)
}

// next turns the row of the first i bytes into that of one more, and returns
// the least of it.
func next(row []int, c byte, b string, i int) int {
	corner, least := row[0], i+1
	row[0] = i + 1
	for j := range len(b) {
		cost := corner
		if c != b[j] {
			cost = 1 + min(corner, row[j], row[j+1])
		}
		corner, row[j+1] = row[j+1], cost
		least = min(least, cost)
	}
	return least
}
