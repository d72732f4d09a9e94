package main

import (
	"fmt"
	"sort"
	"strings"
)

// nameList is a sorted list of names in which a name's place is its index.
// Sorting ignores ASCII case, as lookups do.
type nameList struct {
	what  string
	names []string
	index map[string]uint16
}

func newNameList(what string, names map[string]bool) *nameList {
	l := &nameList{what: what, index: map[string]uint16{}}
	for name := range names {
		l.names = append(l.names, name)
	}
	sort.Slice(l.names, func(i, j int) bool { return strings.ToLower(l.names[i]) < strings.ToLower(l.names[j]) })
	for i, name := range l.names {
		l.index[strings.ToLower(name)] = uint16(i)
	}
	return l
}

// of is the index of a name in any case.
func (l *nameList) of(name string) (uint16, error) {
	i, ok := l.index[strings.ToLower(name)]
	if !ok {
		return 0, fmt.Errorf("no %s called %q", l.what, name)
	}
	return i, nil
}

// twins reports names that differ in nothing but case.
func (l *nameList) twins() error {
	if len(l.index) != len(l.names) {
		return fmt.Errorf("two of the %ss differ in case only", l.what)
	}
	return nil
}
