// Package policy is the language as it is meant.
//
// A statement as written speaks of names: a group, a path of compartments, a
// family of resource types. [Bind] looks every name up in a tenancy and in the
// catalog and returns a [Set] of statements that can no longer hold a relative
// path, an alias or an unknown word without saying so.
//
// # Nothing is dropped
//
// A statement with a name that is nowhere stays in the set, so that it can be
// explained. It carries a [Fault] for the part that OCI would refuse; a
// statement with a fault grants nothing.
//
// # Dialects
//
// A widely read guide and Oracle's own pages disagree in a few places. Both are
// read by one parser; [Dialect] decides what is reported and how a few tests are
// judged. The points on which they differ are one table, [Rules], and a
// statement that any of them touches is marked [Statement.Dialectal]; whether
// the case of letters matters is told by what a value meets, in a decision.
package policy
