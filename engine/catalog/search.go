package catalog

import (
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
	all := c.names()
	var order []uint64 // the rank of a find above its place
	for i, n := range all {
		if r := rank(n.name, q); r < noRank {
			order = append(order, uint64(r)<<40|uint64(n.Kind)<<32|uint64(len(n.Name))<<16|uint64(i))
		}
	}
	slices.Sort(order)
	return distinct(all, order, most)
}

// alsoNamed is an entry by a name that a person may look for.
type alsoNamed struct {
	name string
	Entry
}

// names lists everything by every name it has.
func (c *Catalog) names() []alsoNamed {
	all := make([]alsoNamed, 0, c.size()+len(c.services)+len(c.aliases))
	for _, e := range c.All() {
		all = append(all, alsoNamed{e.Name, e})
	}
	for i := range c.services {
		s := &c.services[i]
		all = append(all, alsoNamed{s.Name, Entry{ServiceEntry, s.Key, s.Key}})
	}
	for _, a := range c.aliases {
		r, _ := c.Resource(a.Resource)
		all = append(all, alsoNamed{a.Name, r.entry()})
	}
	return all
}

// distinct takes entries in order, each once and at most so many.
func distinct(all []alsoNamed, order []uint64, most int) []Entry {
	var entries []Entry
	seen := map[Entry]bool{}
	for _, place := range order {
		if len(entries) == most {
			break
		}
		if e := all[uint16(place)].Entry; !seen[e] {
			seen[e] = true
			entries = append(entries, e)
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
