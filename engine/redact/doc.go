// Package redact takes the names out of a scenario and leaves the question.
//
// Whoever asks for help shows who is in which group and what lies where. [Redact]
// gives everything that can be named another name, the same one wherever it
// stands: tenancies, domains, compartments, groups, users, dynamic groups,
// resources, policies, aliases, their OCIDs, and the addresses of networks. What
// is alike stays alike, also where only the case differs, so that every verdict
// stays what it was; Redact judges both to prove it.
//
// # What stays
//
// Words of the language, types, permissions, operations, regions and times stay,
// and so do tag namespaces and keys, the domain Default and the groups
// Administrators and All-Domain-Users, which mean something by their names. A
// value in quotes is
// replaced when it names something of the tenancy or is an e-mail address; the
// others are, when that is asked for. A pattern stays as it is written, and a
// name that it matches keeps the part that the pattern spells out.
//
// Remarks, title and description go, unless they are to be kept; then the names
// in them are replaced as well. Sections that mean nothing here always go.
package redact
