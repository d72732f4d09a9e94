// Package tenancy is who and where: the small world a policy speaks about.
//
// A tenancy is Oracle's word for an account. In it is a tree of compartments,
// whose root is the tenancy itself; users, who belong to groups; dynamic
// groups, whose members are found by a matching rule over the resources; and
// the resources, each in one compartment.
//
// # Spec and Tenancy
//
// People write a [Spec]: the JSON of a scenario, where things are named by name
// or path, as in the console. [New] makes a [Tenancy] of it, where every name
// has become a pointer and every identifier left out has been filled in. What
// does not fit (a parent that is missing, a circle, a name twice) is left out of
// the tenancy and reported as a [Problem], which points into the JSON, so the
// rest of the world still works.
//
// A Tenancy is never changed after it is made.
package tenancy
