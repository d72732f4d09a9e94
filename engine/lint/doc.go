// Package lint gives advice on policies that OCI would accept.
//
// Binding refuses what cannot work at all. A statement may be accepted and
// still grant nothing, or more than its writer meant: a test of a variable that
// the request does not carry, a list that no condition can allow, a verb that
// shows more than its name says. Each such trap is a [Check], in a file of its
// own with its words; [Checks] lists them, a [Pass] runs them. A check says
// nothing about a statement that binding has faulted.
//
// # Silence
//
// A comment that names checks keeps them silent about one statement:
//
//	# lint: ignore policy-power, shadowed
//
// It stands on a line above the statement, in it, or behind it.
//
// # Cost
//
// The time grows with the number of statements, not with its square: statements
// are compared through an index of subjects and places.
package lint
