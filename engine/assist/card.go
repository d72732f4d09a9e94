package assist

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
)

// verb says what a verb on the types behind it comes to, step by step.
func (s *speaker) verb(v catalog.Verb) {
	s.title(v.String())
	for line := range strings.SplitSeq(verbs, "\n") {
		if strings.HasPrefix(line, v.String()+"|") {
			s.line(line[strings.LastIndexByte(line, '|')+1:])
		}
	}
	for _, r := range s.p.grants().resources {
		s.title(v.String() + " " + r.Name)
		s.ladder(r, v)
		s.card.Source = r.Source
	}
}

// ladder is what each verb up to the last adds on a type, and which operations
// then need nothing else.
func (s *speaker) ladder(r *catalog.Resource, last catalog.Verb) {
	if r.Unknown {
		s.line("No page says what its verbs carry.")
		return
	}
	held := map[string]bool{}
	open := s.unlocked(held)
	for v := catalog.Inspect; v <= last; v++ {
		adds := s.p.Catalog.Adds(r, v)
		for _, name := range adds {
			held[name] = true
		}
		now := s.unlocked(held)
		s.line(some(v.String()+" adds ", adds, "nothing"))
		s.line(some("… and is enough for ", slices.DeleteFunc(slices.Clone(now), func(o string) bool { return slices.Contains(open, o) }), ""))
		open = now
	}
}

// unlocked is the operations that need nothing beyond some permissions.
func (s *speaker) unlocked(held map[string]bool) []string {
	var names []string
	for o := range s.p.Catalog.Operations() {
		if o.Unknown == "" && needs(&o.Needs, held) && met(&o.Needs, held) {
			names = append(names, o.Name)
		}
	}
	return names
}

// met tells whether permissions are all that is needed by default.
func met(n *catalog.Need, held map[string]bool) bool {
	switch n.Kind {
	case catalog.Leaf:
		return n.By != "" || held[n.Permission]
	case catalog.When:
		return !n.Not || met(&n.Under[0], held)
	case catalog.Any:
		return slices.ContainsFunc(n.Under, func(u catalog.Need) bool { return met(&u, held) })
	}
	for i := range n.Under {
		if !met(&n.Under[i], held) {
			return false
		}
	}
	return true
}

func (s *speaker) resource(r *catalog.Resource) {
	s.title(r.Name)
	s.card.Source = r.Source
	switch r.Kind {
	case catalog.AllKind:
		s.line("Every resource type there is.")
		return
	case catalog.FamilyKind:
		s.line(some("A family: ", r.Members, ""))
	default:
		s.line("A resource type.")
	}
	s.line(r.Note)
	if r.Unknown {
		s.line("No page says what its verbs carry.")
		return
	}
	for v := catalog.Inspect; v <= catalog.Manage; v++ {
		s.line(some(v.String()+" adds ", s.p.Catalog.Adds(r, v), "nothing"))
	}
}

func (s *speaker) permission(q *catalog.Permission) {
	s.title(q.Name)
	s.card.Source = q.Source
	var carriers, calls []string
	alone := map[string]bool{q.Name: true}
	for _, c := range q.Carriers {
		carriers = append(carriers, c.Verb.String()+" "+c.Resource)
	}
	for o := range s.p.Catalog.Operations() {
		if needs(&o.Needs, alone) {
			calls = append(calls, o.Name)
		}
	}
	s.line(some("Carried by ", carriers, "no verb that is known"))
	s.line(some("Needed by ", calls, "no operation that is known"))
	if q.SeedOnly {
		s.line("Only a community list has it.")
	}
	s.line(q.Note)
}

func (s *speaker) operation(o *catalog.Operation) {
	s.title(o.Name)
	s.card.Source = o.Source
	s.line(some("Needs ", leaves(&o.Needs, nil), "no permission"))
	s.line(o.Unknown)
	s.line(o.Note)
}

func (s *speaker) variable(v *catalog.Variable, written string) {
	s.title(written)
	s.card.Source = v.Source
	s.line("Type: " + v.Type.String())
	if held := s.p.permissions(); len(held) > 0 {
		s.line([...]string{"The checks here carry it.", "Absent on some of the calls granted here: then a test of it is false.",
			"Absent here: a test of it is false."}[s.p.applies(v, held)])
	}
	if len(v.Types) > 0 {
		s.line(some("Only of ", v.Types, ""))
	}
	if len(v.Principals) > 0 {
		s.line("Only when the caller is: " + strings.Join(v.Principals, ", ") + ".")
	}
	if v.SameAs != "" {
		s.line("The same as `" + v.SameAs + "`.")
	}
	s.line(v.Deprecated)
	s.line(v.Note)
}
