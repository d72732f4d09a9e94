package catalog

import (
	"cmp"
	"slices"
	"strings"
)

// A find's rank: the lower the better.
const (
	exactRank     = iota
	prefixRank    // the name begins so
	wordRank      // a word of the name begins so
	insideRank    // it stands somewhere in the name
	scatteredRank // all words asked for stand somewhere
	noRank
)

// mostWords is how many words are looked for: no name has more.
const mostWords = 12

// finding is an entry with its rank.
type finding struct {
	Entry
	rank int
}

// Search lists the names that have the query in them, the best first and at
// most so many: the very name, names that begin so, names of which a word
// begins so, and the rest; among equals kind by kind, the shorter first. Case
// does not count, and several words may stand anywhere in a name. Another name
// of a type finds the type.
func (c *Catalog) Search(query string, most int) []Entry {
	q := strings.Fields(lowered(query))
	if len(q) == 0 || len(q) > mostWords {
		return nil
	}
	var found []finding
	c.eachName(func(name string, e Entry) {
		if r := rank(name, q); r < noRank {
			found = append(found, finding{e, r})
		}
	})
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(a.rank-b.rank, int(a.Kind)-int(b.Kind), len(a.Name)-len(b.Name), fold(a.Name, b.Name), fold(a.Service, b.Service))
	})
	return distinct(found, most)
}

// eachName calls f with every name a person may look for.
func (c *Catalog) eachName(f func(name string, e Entry)) {
	for _, e := range c.All() {
		f(e.Name, e)
	}
	for i := range c.services {
		s := &c.services[i]
		f(s.Name, Entry{ServiceEntry, s.Key, s.Key})
	}
	for _, a := range c.aliases {
		r, _ := c.Resource(a.Resource)
		f(a.Name, r.entry())
	}
}

// distinct keeps the first of equal entries, and at most so many.
func distinct(found []finding, most int) []Entry {
	var entries []Entry
	seen := map[Entry]bool{}
	for _, f := range found {
		if len(entries) == most {
			break
		}
		if !seen[f.Entry] {
			seen[f.Entry] = true
			entries = append(entries, f.Entry)
		}
	}
	return entries
}

// rank tells how well a name fits the words asked for.
func rank(name string, query []string) int {
	if len(query) == 1 {
		return rankOf(name, query[0])
	}
	for _, q := range query {
		if rankOf(name, q) == noRank {
			return noRank
		}
	}
	return scatteredRank
}

func rankOf(name, q string) int {
	best := noRank
	for at := 0; at+len(q) <= len(name); at++ {
		switch {
		case fold(name[at:at+len(q)], q) != 0:
		case at == 0 && len(q) == len(name):
			return exactRank
		case at == 0:
			return prefixRank
		case begins(name, at):
			return wordRank
		default:
			best = insideRank
		}
	}
	return best
}

// begins reports that a word begins at this byte of a name: behind a mark, as in
// VOLUME_READ, or with a capital behind a small letter, as in ListVolumes.
func begins(name string, at int) bool {
	before, here := name[at-1], name[at]
	return strings.IndexByte("_-. :", before) >= 0 || 'A' <= here && here <= 'Z' && 'a' <= before && before <= 'z'
}

func lowered(s string) string {
	b := []byte(s)
	for i := range b {
		b[i] = lower(b[i])
	}
	return string(b)
}
