package explain

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

// Story is a decision told. All its texts are short and plain; words of OCI's
// language stand between backquotes.
type Story struct {
	Verdict  authz.Verdict
	Word     string // ALLOWED, DENIED, DEPENDS, CANNOT BE JUDGED
	Headline string // why, in a sentence or two
	Question string // who wants what where
	Needs    []Need
	Audit    string // what the audit log would show
	// Offers are the narrowest statements that would grant what is missing, by
	// tenancy. Least and LeastAt are the first of them, "" when there are none.
	Offers    []Offer
	Least     string
	LeastAt   string // a compartment's label
	LeastNote string // what they changed of the nearest statement's condition
	// LeastVerdict is what becomes of the request with them: Allow, or Conditional.
	LeastVerdict authz.Verdict
	Depends      []string
}

// Need is one permission: what became of it, and because of which statements.
type Need struct {
	Permission string
	Place      string // the compartment it is needed in
	By         string // the service that needs it, "" for the caller
	Result     authz.Result
	State      string // granted, missing, undecided, denied, not needed
	Title      string // of the statements below
	Statements []Statement
	More       int // how many more there are that are not told
}

// Statement is one statement and its four facets.
type Statement struct {
	Lead    string // the title of the statements from here on, "" where it is the need's
	Policy  string
	Line    int
	Text    string
	Span    source.Span
	Outcome authz.Result
	Rows    []Row
	Fixes   []source.Fix
}

// Row is a facet, or a part of one, and how it was judged.
type Row struct {
	Facet  policy.Facet
	Result authz.Result
	Text   string
	Detail string // the value a leaf met, "" elsewhere
	Span   source.Span
	Path   []Hop // for a location: from the tenancy down to the target
	Under  []Row
}

// Hop is a compartment on the way from the root to the target.
type Hop struct {
	Name   string
	Path   string // "" for the root
	Named  bool   // the statement names it
	Target bool
}

func (s *Story) offer(offers []Offer, note string) {
	s.Offers, s.Least, s.LeastAt, s.LeastNote = nil, "", "", ""
	if len(offers) > 0 {
		s.Offers, s.Least, s.LeastAt, s.LeastNote = offers, offers[0].Text, offers[0].At, note
	}
}

// Unkept says that what is offered keeps nothing of the condition of a line that
// cannot be read.
func (s *Story) Unkept(policy string, line int) {
	if s.Offers != nil && s.LeastNote == "" {
		s.LeastNote = leftOut(fmt.Sprintf("line %d of %s", line, policy), "which cannot be read")
	}
}

// Try tells of what is offered what becomes of the request with it, and takes it
// back where that is not enough.
func (s *Story) Try(then authz.Decision) {
	if then.Verdict != authz.Allow && then.Verdict != authz.Conditional {
		s.offer(nil, "")
		return
	}
	s.LeastVerdict = then.Verdict
	open := slices.DeleteFunc(then.Deciders, func(by authz.Decider) bool {
		return slices.ContainsFunc(s.Offers, func(o Offer) bool { return slices.Contains(o.Hangs, by.Variable) })
	})
	if len(open) > 0 {
		s.LeastNote = strings.TrimPrefix(s.LeastNote+" The request then depends on "+deciders(open)+".", " ")
	}
}
