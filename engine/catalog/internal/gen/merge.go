package main

import (
	"fmt"
	"slices"
	"strings"
)

// fact is what all files together say of one permission.
type fact struct {
	types   []string // that carry it, in file order
	home    string   // stated outright
	source  uint16
	carried bool // by a type or a family's extra
	op      *unverbed
	seed    *seed
}

// merged is the permissions by lower-case name and the types by name. A type that stands in
// two files, as work-requests does, has the rows of both.
type merged struct {
	facts map[string]*fact
	types map[string]*typeRow
}

type typeRow struct {
	resourceType
	service uint16
	origin  uint16
}

func (m *merged) fact(name string) *fact {
	key := strings.ToLower(name)
	if m.facts[key] == nil {
		m.facts[key] = &fact{}
	}
	return m.facts[key]
}

func (t *tables) merge(f *files) *merged {
	m := &merged{map[string]*fact{}, map[string]*typeRow{}}
	for i := range f.services {
		s := &f.services[i]
		for _, r := range s.Types {
			t.mergeType(m, s, uint16(i), r)
		}
		for _, r := range s.Families {
			t.mergeExtras(m, s, r)
		}
		for j := range s.Unverbed {
			u := &s.Unverbed[j]
			p := m.fact(u.Name)
			p.op, p.home, p.source = u, u.Type, t.origin(s, u.Source)
		}
		for j := range s.Seed {
			t.mergeSeed(m, s, &s.Seed[j])
		}
		for name, home := range s.Homes {
			t.permission(name) // complains when there is none
			m.fact(name).home = home
		}
	}
	return m
}

func (t *tables) mergeType(m *merged, s *service, id uint16, r resourceType) {
	row := m.types[r.Name]
	if row == nil {
		row = &typeRow{resourceType{Name: r.Name, Note: r.Note, Unknown: r.Unknown}, id, t.origin(s, r.Source)}
		m.types[r.Name] = row
	}
	row.Unknown = row.Unknown && r.Unknown
	row.Inspect = append(row.Inspect, r.Inspect...)
	row.Read = append(row.Read, r.Read...)
	row.Use = append(row.Use, r.Use...)
	row.Manage = append(row.Manage, r.Manage...)
	for _, step := range r.steps() {
		for _, name := range step {
			p := m.fact(name)
			p.types, p.carried = append(p.types, r.Name), true
			if p.source == 0 {
				p.source = t.origin(s, r.Source)
			}
		}
	}
}

func (t *tables) mergeExtras(m *merged, s *service, r family) {
	for _, step := range r.steps() {
		for _, name := range step {
			p := m.fact(name)
			p.carried = true
			if p.source == 0 {
				p.source = t.origin(s, r.Source)
			}
		}
	}
}

func (t *tables) mergeSeed(m *merged, s *service, row *seed) {
	p := m.fact(row.Name)
	p.seed, p.home, p.source = row, row.Type, t.origin(s, row.Source)
	if p.carried {
		t.complain(fmt.Errorf("%s is on the community list's rows, but a verb table has it", row.Name))
	}
}

// homeOf is the type a permission belongs to: the only one that carries it, or
// the one stated.
func (t *tables) homeOf(name string, p *fact) string {
	slices.Sort(p.types)
	types := slices.Compact(p.types)
	if p.home == "" && len(types) > 1 {
		t.complain(fmt.Errorf("%s is carried by %v: state its home", name, types))
	}
	if p.home == "" && len(types) > 0 {
		return types[0]
	}
	return p.home
}
