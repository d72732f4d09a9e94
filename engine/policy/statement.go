package policy

import (
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
	Statements []*Statement
	// Others are what no decision looks at yet: statements that deny, endorse or
	// admit, and those that allow resources by name.
	Others []*Statement
	Rules  map[*tenancy.DynamicGroup]*Rule
}

// add keeps apart what grants from what must never be taken for it.
func (s *Set) add(st *Statement) {
	if _, allows := st.Syntax.Form.(*syntax.Allow); allows && st.Who.Kind != AreResources {
		s.Statements = append(s.Statements, st)
	} else {
		s.Others = append(s.Others, st)
	}
}

// Dialectal reports whether the other dialect could decide anything differently.
func (s *Set) Dialectal() bool {
	for _, st := range s.Statements {
		if st.Dialectal {
			return true
		}
	}
	return false
}

// Statement is one bound statement.
type Statement struct {
	Syntax     *syntax.Statement
	Policy     string // the policy's name
	Line       int    // where it begins in its file, from 1
	AttachedTo *tenancy.Compartment
	Who        Principals
	Grants     Grants
	Where      *tenancy.Compartment // nil when the location has a fault
	If         Test                 // nil when there is no condition
	Faults     []Fault
	Dialectal  bool

	spans [4]source.Span // by facet
}

// Fault is why OCI would refuse to save a statement.
type Fault struct {
	Facet   Facet
	Problem source.Diagnostic
}

// Fault returns the first fault of a facet.
func (s *Statement) Fault(f Facet) (source.Diagnostic, bool) {
	for _, fault := range s.Faults {
		if fault.Facet == f {
			return fault.Problem, true
		}
	}
	return source.Diagnostic{}, false
}

// Allow is the statement as written, if it is one of those that grant.
func (s *Statement) Allow() *syntax.Allow { return s.Syntax.Form.(*syntax.Allow) }

// Span is where a facet stands in the file. The condition of a statement that
// has none is the empty place at its end.
func (s *Statement) Span(f Facet) source.Span { return s.spans[f] }

func (s *Statement) measure() {
	a := s.Syntax.Clause()
	end := s.Syntax.Span.End
	s.spans = [...]source.Span{s.Syntax.Place(a.Who), s.Syntax.Place(a.Do), s.Syntax.Place(a.In), {File: s.Syntax.Span.File, Start: end, End: end}}
	if a.Where != nil {
		s.spans[Condition] = s.Syntax.Place(a.Where)
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
	// Community: verbs carry the permissions that only the guide knows.
	Community bool
}
