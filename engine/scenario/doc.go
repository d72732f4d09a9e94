// Package scenario is a whole situation: who there is, what is written, and what
// is asked.
//
// A question about policies is hard to put into words and easy to show. A
// scenario holds all of it in one text that a person can read in a ticket, a
// program can test and an address can carry:
//
//	Readers cannot delete
//
//	What **read** leaves out.
//	-- tenancy.json --
//	{"name": "acme",
//	 "compartments": [{"name": "Prod", "compartments": [{"name": "Data"}]}],
//	 "groups": [{"name": "Readers"}],
//	 "users": [{"name": "alice", "groups": ["Readers"]}]}
//	-- policies/Prod/readers.policy --
//	Allow group Readers to read buckets in compartment Data
//	-- checks --
//	# one sentence a line
//	alice may GetBucket in Prod:Data
//	alice may not DeleteBucket in Prod:Data
//
// # The archive
//
// The format is that of txtar. [Parse] reads it and [Format] writes it; what one
// writes the other reads back the same. The first line is the title. Where a
// policy's file sits is where the policy is attached: the one above is attached
// to the compartment Prod, policies/root.policy to the root. A second tenancy
// has a folder of its own, tenancies/<name>/, with the same names in it.
// Sections that mean nothing here are kept. A line of a text that looks like the
// head of a section has a backslash in front.
//
// # The world
//
// tenancy.json describes the tenancy with the field names of Oracle's REST API.
// [World] makes a [tenancy.Tenancy] of it. What does not fit is left out and
// said, with its place; the rest of the world still stands.
//
// # Checks
//
// A check is a sentence: the request, and the verdict that somebody expects.
//
//	alice may ListBuckets in Prod:Data
//	Partners/alice may not DeleteBucket in Prod with target.bucket.name = 'logs'
//	'Ann Lee' might manage buckets in tenancy
//	instance web1 may GetSecretBundle in Prod
//	service objectstorage-us-ashburn-1 may {KEY_ENCRYPT} in Security
//	carol of partner may ListObjects in Shared
//	bob may LaunchInstance in Prod with subnets in Network, absent target.image.id, not nsg
//
// It begins with the caller: a user, or a kind and a name. "may" expects ALLOW,
// "may not" DENY and "might" CONDITIONAL. What is asked is an operation, a verb
// on a type, or permissions in braces. After "with" stands what is known about
// the request: values of variables, variables that are absent, where the other
// resources are that an operation touches, and which of its circumstances hold.
// [Sentences] reads them, [Bind] makes an [authz.Request] of one, and every part
// has its place in the text.
//
// # Links
//
// [Link] packs a scenario into the fragment of an address, which a browser sends
// nowhere, and [Open] unpacks it, also when it was made years ago. A link that
// was cut or damaged is refused with what is known about it, and never shows
// another scenario.
//
// # Trust
//
// All of this may come from anybody. Sizes, counts and depths are capped before
// anything is built from them; see [MaxBytes] and the constants beside it.
package scenario
