package authz

import (
	"maps"
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// Need is one permission that the request needs somewhere.
type Need struct {
	Permission  *catalog.Permission
	Principal   Principal
	Compartment *tenancy.Compartment
	Result      Result // Pass when it is granted
	// Allowed is what the statements say that allow, or those that endorse where
	// the target lies in another tenancy than the caller.
	Allowed Tally
	// Admitted is what the target's tenancy says of callers from another; nil for
	// a caller of its own.
	Admitted *Tally
	Denied   Tally  // what the statements say that deny, which beat all others
	Joins    *Joins // of the need for an association

	home, there *Land
}

// Tally is what statements of one kind say of a need.
type Tally struct {
	Result  Result     // Pass when a statement holds
	Holding []*Attempt // hold in all facets
	Hanging []*Attempt // would hold, were a value known
	Tried   int        // how many statements were judged

	misses [2][]*policy.Statement // that miss by one, and by two
	missed [2][]*Attempt          // nil before somebody asked
	judge  *judge
	need   *Need
}

// Missing is the statements that miss by one or by two. They may be many, and of
// a need that is met few ask: so they are judged once more when somebody does.
func (t *Tally) Missing(by int) []*Attempt {
	if i := by - 1; t.missed[i] == nil && len(t.misses[i]) > 0 {
		t.missed[i] = t.judge.attempts(t.misses[i], t.need)
	}
	return t.missed[by-1]
}

// Near is the statements that miss by one, or by two where none misses by one.
func (t *Tally) Near() []*Attempt {
	if len(t.misses[0]) > 0 {
		return t.Missing(1)
	}
	return t.Missing(2)
}

// Home and There are the tenancies of the caller and of the target.
func (n *Need) Home() *tenancy.Tenancy  { return n.home.World }
func (n *Need) There() *tenancy.Tenancy { return n.there.World }

// Tallies are what the statements say of each kind that is asked.
func (n *Need) Tallies() []*Tally {
	if n.Admitted == nil {
		return []*Tally{&n.Allowed, &n.Denied}
	}
	return []*Tally{&n.Allowed, n.Admitted, &n.Denied}
}

// Granting is the statements that together grant the need: both halves where
// there are two.
func (n *Need) Granting() []*Attempt {
	if n.Admitted == nil {
		return n.Allowed.Holding
	}
	return slices.Concat(n.Allowed.Holding, n.Admitted.Holding)
}

// Missing is the statements that come near to granting the need.
func (n *Need) Missing() []*Attempt {
	if n.Admitted == nil {
		return n.Allowed.Near()
	}
	return slices.Concat(n.Allowed.Near(), n.Admitted.Near())
}

// Open is the statements that decide the need as soon as more is known.
func (n *Need) Open() []*Attempt {
	open := slices.Concat(n.Allowed.Hanging, n.Denied.Hanging)
	if n.Admitted != nil {
		open = append(open, n.Admitted.Hanging...)
	}
	return open
}

// need judges every statement against one permission.
func (j *judge) need(leaf catalog.Need) *Need {
	p, ok := j.catalog.Permission(leaf.Permission)
	if !ok {
		panic("the catalog asks for a permission it does not have: " + leaf.Permission)
	}
	n := &Need{Permission: p, Compartment: j.place(p)}
	n.there = j.land(n.Compartment)
	n.Principal = j.principal(leaf.By)
	n.judge(j)
	return n
}

// judge asks the statements that have a say: of one tenancy those that allow and
// deny; of two, those that endorse in the one and admit in the other.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm
func (n *Need) judge(j *judge) {
	n.home = j.home(n.Principal, n.there)
	if n.home == n.there {
		n.Allowed.count(j, n, n.there.Set.Statements, policy.Allow)
		n.Denied.count(j, n, n.there.Set.Denials, policy.Deny)
		n.Result = both(n.Allowed.Result, not(n.Denied.Result))
		return
	}
	n.Admitted = &Tally{}
	n.Allowed.count(j, n, n.home.Set.Crossings, policy.Endorse)
	n.Admitted.count(j, n, n.there.Set.Crossings, policy.Admit)
	n.Denied.count(j, n, n.home.Set.Crossings, policy.DenyEndorse)
	n.Denied.count(j, n, n.there.Set.Crossings, policy.DenyAdmit)
	n.Result = both(both(n.Allowed.Result, n.Admitted.Result), not(n.Denied.Result))
}

func (t *Tally) count(j *judge, n *Need, statements []*policy.Statement, effect policy.Effect) {
	var a Attempt
	t.judge, t.need, t.misses = j, n, [2][]*policy.Statement{}
	for _, s := range statements {
		if s.Effect != effect || (n.Joins != nil) != (s.Grants.Associates != nil) {
			continue
		}
		t.Tried++
		switch {
		case !j.attempt(&a, s, n):
		case a.Outcome == Pass:
			t.Holding = append(t.Holding, kept(a))
		case a.Outcome == Unknown:
			t.Hanging = append(t.Hanging, kept(a))
		case a.Missed() <= len(t.misses):
			i := a.Missed() - 1
			t.misses[i] = append(t.misses[i], s)
		}
	}
	switch {
	case len(t.Holding) > 0:
		t.Result = Pass
	case len(t.Hanging) > 0:
		t.Result = Unknown
	}
}

func kept(a Attempt) *Attempt { return &a }

// attempts judges statements once more, to keep what was found.
func (j *judge) attempts(statements []*policy.Statement, n *Need) []*Attempt {
	all := make([]*Attempt, len(statements))
	for i, s := range statements {
		all[i] = &Attempt{}
		j.attempt(all[i], s, n)
	}
	return all
}

// principal is who needs a permission: the caller, or a service that acts on
// the caller's behalf.
func (j *judge) principal(by string) Principal {
	if by == "" {
		return j.request.Principal
	}
	return Principal{Kind: Service, Service: j.inRegion(by)}
}

// place is the compartment a permission is checked in: that of the resource it
// belongs to, where the request places that elsewhere.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policies.htm
func (j *judge) place(p *catalog.Permission) *tenancy.Compartment {
	if len(j.request.Elsewhere) == 0 {
		return j.request.Compartment
	}
	for _, name := range [...]string{p.Type, p.On()} {
		if c, ok := j.request.Elsewhere[name]; ok {
			return c
		}
	}
	for _, name := range slices.Sorted(maps.Keys(j.request.Elsewhere)) {
		if family, ok := j.catalog.Resource(name); ok && family.Kind != catalog.TypeKind && j.catalog.Includes(family, p.Type) {
			return j.request.Elsewhere[name]
		}
	}
	return j.request.Compartment
}

// attempt judges one statement; false is one that is about something else
// somewhere else, which most are. The condition is left out once two facets have
// failed: such a statement is not near.
func (j *judge) attempt(a *Attempt, s *policy.Statement, n *Need) bool {
	a.Statement = s
	j.grant(&a.Checks[policy.Grant], s, n)
	j.location(&a.Checks[policy.Location], s, n)
	if a.Checks[policy.Grant].Reason == OtherType && a.Checks[policy.Location].Result == Fail {
		return false
	}
	a.Checks[policy.Condition] = Check{Facet: policy.Condition, Result: Skipped}
	j.subject(&a.Checks[policy.Subject], s, n)
	if a.Failed() < 2 {
		j.condition(&a.Checks[policy.Condition], s, n)
	}
	a.Outcome = Pass
	for i := range a.Checks {
		a.Outcome = both(a.Outcome, a.Checks[i].Result)
	}
	return true
}

// both is Kleene's and; a skipped check leaves it as it is failed already.
func both(a, b Result) Result {
	switch {
	case a == Fail || b == Fail || a == Skipped || b == Skipped:
		return Fail
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Pass
}

// either is Kleene's or.
func either(a, b Result) Result {
	switch {
	case a == Pass || b == Pass:
		return Pass
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Fail
}

// not is Kleene's not.
func not(a Result) Result {
	switch a {
	case Pass:
		return Fail
	case Unknown:
		return Unknown
	}
	return Pass
}
