package authz

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// Decision is a verdict and its proof.
type Decision struct {
	Verdict Verdict
	Request Request
	// Invalid says why the request cannot be judged; "" when it can.
	Invalid string
	Formula Formula
	Needs   []*Need // the leaves of the formula that count, in its order
	// Own says of a request about a user's credentials whether they are the
	// caller's own: then no policy is needed. It is nil for other requests.
	Own *Check
	// Deciders are what a Conditional verdict hangs on.
	Deciders []Decider
	// Cased tells that a comparison met two values that differ in case alone,
	// which the dialects do not judge alike.
	Cased bool
	// DynamicGroups are those the caller is in, of a request that is denied.
	DynamicGroups []*tenancy.DynamicGroup
}

// Explicit tells whether a statement denies something of what is needed.
func (d *Decision) Explicit() bool {
	return slices.ContainsFunc(d.Needs, func(n *Need) bool { return len(n.Denied.Holding) > 0 })
}

// result is what is needed, or the caller's right to do it for themselves.
func (d *Decision) result() Result {
	if d.Own == nil {
		return d.Formula.Result
	}
	return either(d.Formula.Result, d.Own.Result)
}

// Formula is what an operation needs, with the result of each part.
type Formula struct {
	Kind         catalog.NeedKind
	Result       Result
	Need         *Need // of a leaf
	Circumstance *catalog.Circumstance
	Not          bool // it counts outside the circumstance
	Applies      Result
	Under        []Formula
}

// Result is the outcome of a check.
type Result uint8

const (
	Fail Result = iota
	Pass
	Unknown
	Skipped // not judged, because other checks failed already
)

func (r Result) String() string { return [...]string{"fail", "pass", "unknown", "skipped"}[r] }

// Attempt is one statement judged against one need.
type Attempt struct {
	Statement *policy.Statement
	Outcome   Result
	Checks    [4]Check // by facet
}

// Failed counts the facets that fail.
func (a *Attempt) Failed() int {
	n := 0
	for i := range a.Checks {
		if a.Checks[i].Result == Fail {
			n++
		}
	}
	return n
}

// Missed is how far from granting a failed attempt is. To speak of another type
// altogether counts twice: many statements do no more than that.
func (a *Attempt) Missed() int {
	n := a.Failed()
	if r := a.Checks[policy.Grant].Reason; r == OtherType {
		n++
	}
	return n
}

// Check is one facet judged, or a part of one. It is data; package explain has
// the words.
type Check struct {
	Facet  policy.Facet
	Result Result
	Reason Reason
	Span   source.Span // the words judged

	Group        *tenancy.Group        // the group that contains the principal
	DynamicGroup *tenancy.DynamicGroup // the dynamic group whose rule was tried
	Least        catalog.Verb          // the least verb that would grant
	Resource     *catalog.Resource     // the type or family that was looked in
	Problem      *source.Diagnostic    // why OCI refuses the statement; its places count from the statement's first byte
	Want, Got    string                // of a condition's leaf: the words, and what the request holds
	Against      string                // what a variable on the leaf's right holds
	Variable     string                // the variable a leaf hangs on, or that makes it false by being absent
	Under        []Check               // the parts of a condition or matching rule
}

// Reason is why a check came out as it did.
type Reason uint8

const (
	_                Reason = iota
	Refused                 // OCI would not save the statement
	InGroup                 // the user is in Group
	NotInGroups             // the user is in none of them
	UsersOnly               // groups hold users, the principal is none
	ResourcesOnly           // dynamic groups hold resources, the principal is none
	RuleMatches             // the principal matches the rule of DynamicGroup
	NoRuleMatches           // it matches none
	Everyone                // any-user, any-group
	NotEveryone             // any-group leaves services out
	MaybeEveryone           // nobody documents whether any-group includes workloads
	IsService               // the service is named
	NotService              // it is not
	MaybeService            // it may be, in a region that nobody gave
	Named                   // the permission stands in the braces
	NotNamed                // it does not
	NarrowedAway            // it does, but the type behind the braces leaves it out
	Carried                 // the verb on Resource carries it
	CommunityCarried        // by the community list's rule alone
	VerbTooWeak             // Least would be needed
	OtherType               // nothing there carries it
	UnknownType             // the catalog does not know the type that a Deny names
	TableUnknown            // no published table decides
	Inherited               // the target lies in the location
	Elsewhere               // it does not
	NoCondition             // there is none
	Tested                  // see Under
	Compared                // a leaf: Want against Got
	NotCarried              // a leaf: the request does not carry the variable
	NotGiven                // a leaf: nobody gave the variable a value
	NeverTrue               // a leaf that no request can satisfy
	OwnCredentials          // the caller's own, if Got is the caller
	NotEnforced             // a leaf that OCI passes over in a Deny
	Exempt                  // no Deny concerns the tenancy's administrators
	StartsAbove             // a Deny of a verb takes it and those above; the permission comes with Least
	OtherTenancy            // it speaks of another tenancy
	NoTenancyNamed          // it does not say of which
	Reached                 // it speaks of the target's tenancy
	Associated              // the association is the one named
	OtherPair               // it is not
)

// Decider is something that would decide a Conditional verdict: a variable, a
// circumstance of the operation, or, when both are empty, a fact nobody
// publishes: Reason says which.
type Decider struct {
	Variable     string
	Circumstance *catalog.Circumstance
	Permission   *catalog.Permission
	Reason       Reason
}
