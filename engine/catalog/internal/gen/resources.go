package main

func (t *tables) fillResources(f *files, m *merged) {
	families := map[string]func(){}
	for i := range f.services {
		s := &f.services[i]
		for _, r := range s.Families {
			families[r.Name] = func() { t.putFamily(s, uint16(i), r, m.silent(r)) }
		}
	}
	for _, name := range t.resources.names {
		if put, ok := families[name]; ok {
			put()
			continue
		}
		t.putType(m.types[name])
	}
}

const (
	typeKind   = 1
	familyKind = 2
	allKind    = 3
)

func (t *tables) putType(r *typeRow) {
	t.put("resourceTable", r.service, typeKind, bit(r.Unknown), t.text(r.Note), r.origin)
	t.putSteps(r.steps())
	for range 3 { // no members, none limited, nothing excluded
		t.putList("memberStream", nil)
	}
}

// silent tells a family of which no member has a table, nor itself.
func (m *merged) silent(r family) bool {
	for _, member := range r.Members {
		if known := m.types[member]; known == nil || !known.Unknown {
			return false
		}
	}
	return !r.All && len(r.Extra) == 0
}

func (t *tables) putFamily(s *service, id uint16, r family, silent bool) {
	kind := uint16(familyKind)
	if r.All {
		kind = allKind
	}
	t.put("resourceTable", id, kind, bit(r.Unknown || silent), t.text(r.Note), t.origin(s, r.Source))
	t.putSteps(r.steps())
	t.putList("memberStream", indices(r.Members, t.resource))
	t.putList("memberStream", indices(r.Limited, t.resource))
	t.putList("memberStream", indices(r.Excludes, t.permission))
}

func (t *tables) putSteps(steps [4][]string) {
	for _, step := range steps {
		t.putList("grantStream", indices(step, t.permission))
	}
}

func indices(names []string, index func(string) uint16) []uint16 {
	var list []uint16
	for _, name := range names {
		list = append(list, index(name))
	}
	return list
}
