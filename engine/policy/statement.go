package policy

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Facet is one of the four parts of a statement, and of a decision about it.
type Facet uint8

const (
	Subject Facet = iota
	Grant
	Location
	Condition
)

func (f Facet) String() string {
	return [...]string{"subject", "grant", "location", "condition"}[f]
}

// Set is everything a decision looks at: the bound statements in the order of
// their policies, and the matching rules.
type Set struct {
	Dialect    Dialect
	Statements []*Statement // that allow
	Denials    []*Statement // that deny
	Crossings  []*Statement // that endorse and admit, or deny to
	Rules      map[*tenancy.DynamicGroup]*Rule

	all []*Statement
}

// grow makes room for more statements, most of which allow.
func (s *Set) grow(n int) {
	s.all, s.Statements = slices.Grow(s.all, n), slices.Grow(s.Statements, n)
}

// add keeps apart what grants from what must never be taken for it. Subjects by
// kind and name are left out: no request is known that they include.
func (s *Set) add(st *Statement) {
	if st.Who.Kind == AreResources {
		return
	}
	s.all = append(s.all, st)
	switch {
	case st.Effect == Allow:
		s.Statements = append(s.Statements, st)
	case st.Effect == Deny:
		s.Denials = append(s.Denials, st)
	default:
		s.Crossings = append(s.Crossings, st)
	}
}

// All is every statement that a decision looks at, in the order of the policies.
func (s *Set) All() []*Statement { return s.all }

// Dialectal reports whether the other dialect takes a statement for something
// else, letters' case aside.
func (s *Set) Dialectal() bool {
	return slices.ContainsFunc(s.all, func(st *Statement) bool { return st.Dialectal })
}

// Effect is what a statement does to a permission.
type Effect uint8

const (
	Allow Effect = iota
	Deny
	Endorse // lets those of this tenancy go to another
	Admit   // lets those of another tenancy come
	DenyEndorse
	DenyAdmit
)

// Denies tells what takes away from what gives.
func (e Effect) Denies() bool { return e == Deny || e >= DenyEndorse }

// Reach is another tenancy, or any, that a statement speaks of.
type Reach struct {
	Any  bool
	ID   string // of the tenancy
	Path string // of a compartment in it, "" for all of it
}

// Statement is one bound statement: its words, and what they mean.
type Statement struct {
	Syntax *syntax.Statement
	*Meaning
}

// Meaning is what a statement says, wherever in its file it stands.
type Meaning struct {
	Effect     Effect
	Policy     string // the policy's name
	AttachedTo *tenancy.Compartment
	Who        Principals
	Grants     Grants
	Where      *tenancy.Compartment // nil when the location has a fault
	To         Reach                // of an Endorse: the tenancy it lets them go to
	From       Reach                // of an Admit: the tenancy they come from; zero when it does not say
	If         Test                 // nil when there is no condition
	Faults     []Fault
	Dialectal  bool // the other dialect takes it for something else, letters' case aside

	places [4]source.Span // of the facets, counted from the statement's first byte
}

// Fault is why OCI would refuse to save a statement. The places in it count from
// the statement's first byte; [Statement.InFile] tells where they are.
type Fault struct {
	Facet   Facet
	Problem source.Diagnostic
}

// Line is where the statement begins in its file, from 1.
func (s *Statement) Line() int { return s.Syntax.Line }

// Fault is the problem of the first fault of a facet, nil where it has none.
func (s *Statement) Fault(f Facet) *source.Diagnostic {
	for i := range s.Faults {
		if s.Faults[i].Facet == f {
			return &s.Faults[i].Problem
		}
	}
	return nil
}

// InFile is the place in the file of what counts from the statement's first byte.
func (s *Statement) InFile(at source.Span) source.Span { return inFile(s.Syntax)(at) }

// Allow is the statement as written, if it is one of those that grant.
func (s *Statement) Allow() *syntax.Allow { return s.Syntax.Form.(*syntax.Allow) }

// effect is what the kind of a statement does.
func effect(form syntax.Form) Effect {
	switch form := form.(type) {
	case *syntax.Deny:
		return Deny
	case *syntax.Endorse:
		if form.Deny {
			return DenyEndorse
		}
		return Endorse
	case *syntax.Admit:
		if form.Deny {
			return DenyAdmit
		}
		return Admit
	}
	return Allow
}

// Span is where a facet stands in the file. The condition of a statement that
// has none is the empty place at its end.
func (s *Statement) Span(f Facet) source.Span {
	return s.places[f].Shift(s.Syntax.Span.File, s.Syntax.Span.Start)
}

// measure finds the facets once: a decision asks for each of every statement.
func (m *Meaning) measure(s *syntax.Statement) {
	a, end := s.Clause(), s.Span.End
	places := [...]source.Span{s.Place(a.Who), s.Place(a.Do), s.Place(a.In), {Start: end, End: end}}
	if a.Where != nil {
		places[Condition] = s.Place(a.Where)
	}
	for f, at := range places {
		m.places[f] = at.Shift("", -s.Span.Start)
	}
}

// SubjectKind is the kind of a statement's subject.
type SubjectKind uint8

const (
	InGroups SubjectKind = 1 + iota
	InDynamicGroups
	AreServices
	AnyUser      // everybody, services too
	AnyGroup     // everybody but services
	AreResources // by kind and name; no decision knows of any
)

// Principals is whom a statement speaks of.
type Principals struct {
	Kind          SubjectKind
	Groups        []*tenancy.Group
	DynamicGroups []*tenancy.DynamicGroup
	Services      []string
	Aliases       []string // OCIDs of groups or dynamic groups of another tenancy
}

// Grants is what a statement lets them do: a verb on resources, or permissions
// by name.
type Grants struct {
	Verb        catalog.Verb
	Resources   []*catalog.Resource
	Permissions []*catalog.Permission
	// Narrow is the type behind a permission set, where the dialect has it.
	Narrow *catalog.Resource
	// Opaque: it names something the catalog does not know, so what it grants is
	// unknown too.
	Opaque bool
	// Associates are two types that the statement lets join over tenancies; it
	// grants nothing else then.
	Associates []*catalog.Resource
	// Community: verbs carry the permissions that only the guide knows.
	Community bool
}
