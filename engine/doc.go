// Package engine is the whole of the playground without the page: a scenario
// goes in, and everything there is to show about it comes out.
//
// [Analyze] reads the policies, binds them to the tenancy, answers every check
// and collects what is wrong, each with its place. A scenario may hold further
// tenancies, whose policies are bound in their own world. It is a function of a
// value: it never fails, and the same scenario gives the same analysis.
package engine
