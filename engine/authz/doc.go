// Package authz is the decision: may this principal do that, there?
//
// [Decide] answers and keeps the proof. An operation asks for permissions, put
// together by a formula; each permission is one [Need], with a compartment and
// variables of its own. For each need every statement is judged on its four
// facets, and the ones that grant it, or come near, are kept as an [Attempt]
// with a [Check] a facet, down to each leaf of the condition.
//
// # Four facets
//
// A statement grants a permission to a request when its subject includes the
// principal, what it grants includes the permission, its location contains the
// compartment, and its condition holds. Statements that allow only add up; their
// order and their policy make no difference.
//
// # What denies
//
// A Deny is judged on the same facets and beats whatever allows. Its verb reads
// the other way round: it takes what that verb and those above it add. No Deny
// concerns the members of the default domain's Administrators.
//
// # Two tenancies
//
// Where the caller is of one [Land] and the target in another, the statements of
// neither that allow have a say. It takes an Endorse at home and an Admit where
// the target is, and neither tenancy may deny its half.
//
// # Fast
//
// An [Index] gives the verdict of [Decide] without the proof. The same tests
// judge a statement; what differs is how the statements are found.
//
// # What is not known
//
// A test of a variable that the request does not carry is false. A test of one
// that it carries but nobody gave a value is unknown, and so is a grant that no
// published table decides. Unknown is neither true nor false (Kleene's logic); a
// verdict that hangs on it is [Conditional] and lists what would decide it.
package authz
