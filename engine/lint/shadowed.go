package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

var shadowed = &Check{Name: "shadowed", Severity: source.Warning, Source: policiesPage, Run: runShadowed,
	Doc: "Another statement grants at least as much, to at least these people, in this place or above it, under no other condition. This one adds nothing, and taking it away takes nothing away.\n" +
		"Remove it, or narrow the wider one."}

// shelf is one subject's statements in one place under one condition.
type shelf struct {
	subject, cond word
	where         *tenancy.Compartment
}

// grantsOn are the statements of a shelf: the only one, or of each resource the
// one with the highest verb and of each permission the first few that name it.
type grantsOn struct {
	only         *statement
	byResource   map[*catalog.Resource]*statement
	byPermission map[*catalog.Permission][]*statement
}

// few is how many statements that name one permission are compared.
const few = 4

type shelves struct {
	*Pass
	all   map[shelf]*grantsOn
	above map[*catalog.Resource][]*catalog.Resource
	wide  []word // the subjects that include others, as far as there are any
}

func runShadowed(p *Pass) {
	s := &shelves{Pass: p, all: map[shelf]*grantsOn{}, above: map[*catalog.Resource][]*catalog.Resource{}}
	for _, wide := range [...]word{everyone, everyoneElse} {
		if len(p.bySubject[wide]) > 0 {
			s.wide = append(s.wide, wide)
		}
	}
	for _, st := range p.statements {
		s.put(st)
	}
	for _, st := range p.statements {
		if by := s.cover(st); by != nil {
			d := p.reportWhole(st, "another statement grants all of this", "")
			remark(d, by.Syntax.Span, fill("the wider one, of the policy %", by.Policy))
			s.offerRemoval(d, st)
		}
	}
}

func (s *shelves) put(st *statement) {
	for _, subject := range st.who {
		key := shelf{subject, st.cond, st.Where}
		on := s.all[key]
		if on == nil {
			s.all[key] = &grantsOn{only: st}
			continue
		}
		if on.only != nil {
			on.byResource, on.byPermission = map[*catalog.Resource]*statement{}, map[*catalog.Permission][]*statement{}
			on.add(on.only)
			on.only = nil
		}
		on.add(st)
	}
}

func (on *grantsOn) add(st *statement) {
	for _, r := range st.Grants.Resources {
		if best := on.byResource[r]; best == nil || best.Grants.Verb < st.Grants.Verb {
			on.byResource[r] = st
		}
	}
	if st.Grants.Verb != 0 {
		return
	}
	for _, perm := range st.Grants.Permissions {
		if len(on.byPermission[perm]) < few {
			on.byPermission[perm] = append(on.byPermission[perm], st)
		}
	}
}

// cover is a statement that grants everything this one does, to each of its
// subjects; nil when there is none. Of two that grant the same the first stays.
func (s *shelves) cover(st *statement) (by *statement) {
	if st.Grants.Opaque || len(st.Grants.Resources) > 1 {
		return nil
	}
	for _, subject := range st.who {
		if by = s.coverOf(st, subject); by == nil {
			return nil
		}
	}
	return by
}

func (s *shelves) coverOf(st *statement, subject word) *statement {
	for c := st.Where; c != nil; c = c.Parent {
		if by := s.onShelves(st, subject, c); by != nil {
			return by
		}
		for _, wide := range s.wide {
			if by := s.onShelves(st, wide, c); by != nil && wide != subject && includes(wide, st) {
				return by
			}
		}
	}
	return nil
}

// includes tells whether everybody's subject takes in those of the statement.
func includes(wide word, st *statement) bool {
	return wide == everyone || st.Who.Kind != policy.AreServices && st.Who.Kind != policy.AnyUser
}

func (s *shelves) onShelves(st *statement, subject word, c *tenancy.Compartment) *statement {
	if by := s.on(s.all[shelf{subject, none, c}], st); by != nil || st.cond == none {
		return by
	}
	return s.on(s.all[shelf{subject, st.cond, c}], st)
}

func (s *shelves) on(on *grantsOn, st *statement) *statement {
	switch {
	case on == nil:
		return nil
	case on.only != nil:
		if s.wider(on.only, st) {
			return on.only
		}
		return nil
	}
	if st.Grants.Verb != 0 {
		for _, r := range s.including(st.Grants.Resources[0]) {
			if by := on.byResource[r]; by != nil && s.wider(by, st) {
				return by
			}
		}
		return nil
	}
	return s.onPermissions(on, st)
}

func (s *shelves) onPermissions(on *grantsOn, st *statement) *statement {
	if len(st.Grants.Permissions) == 0 {
		return nil
	}
	first := st.Grants.Permissions[0]
	for _, by := range on.byPermission[first] {
		if s.wider(by, st) {
			return by
		}
	}
	home, ok := s.Catalog.Resource(first.Type)
	if !ok {
		return nil
	}
	for _, r := range s.including(home) {
		if by := on.byResource[r]; by != nil && s.wider(by, st) {
			return by
		}
	}
	return nil
}

// including is a resource, the families that include it and all-resources.
func (s *shelves) including(r *catalog.Resource) []*catalog.Resource {
	above, ok := s.above[r]
	if !ok {
		above = []*catalog.Resource{r}
		for f := range s.Catalog.Resources() {
			if f != r && f.Kind != catalog.TypeKind && s.Catalog.Includes(f, r.Name) {
				above = append(above, f)
			}
		}
		s.above[r] = above
	}
	return above
}

// wider tells whether one statement grants all that another does, and more, or
// stands before it.
func (s *shelves) wider(by, st *statement) bool {
	if by == st || by.Grants.Narrow != nil || st.Grants.Narrow != nil {
		return false
	}
	if by.Grants.Verb != 0 && st.Grants.Verb != 0 && slices.Contains(by.Grants.Resources, st.Grants.Resources[0]) {
		return by.Grants.Verb > st.Grants.Verb || by.Grants.Verb == st.Grants.Verb && s.stays(by, st)
	}
	all := s.permissions(st)
	if len(all) == 0 || murky(st) {
		return false
	}
	for _, perm := range all {
		if !s.grants(by, perm) {
			return false
		}
	}
	return len(s.permissions(by)) > len(all) || s.stays(by, st)
}

// stays tells of two statements that grant the same whether the first is the
// one to keep. Those in the same words are duplicates, which are told apart.
func (s *shelves) stays(by, st *statement) bool {
	if by.Where != st.Where || by.cond != st.cond {
		return true
	}
	if by.Who.Kind == st.Who.Kind && len(by.who) != len(st.who) {
		return len(by.who) > len(st.who)
	}
	return (by.all != st.all || by.grant != st.grant) && (by.Who.Kind != st.Who.Kind || before(by.Syntax, st.Syntax))
}
