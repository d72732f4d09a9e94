// Package catalog knows what there is to permit in Oracle Cloud: resource types
// and families, the permissions behind each verb, the API operations and what
// they need, and the variables that a condition can test. It holds facts and
// decides nothing; every row names the page it was read from.
//
// # Permissions are the atoms
//
// A statement such as
//
//	Allow group Ops to use volumes in compartment Prod
//
// grants permissions: here VOLUME_INSPECT, VOLUME_UPDATE and VOLUME_WRITE. A call
// asks for permissions, too: AttachVolume asks for VOLUME_WRITE among others. A
// request is allowed when everything that it asks for is granted
// (https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policyadvancedfeatures.htm).
// A [Permission] belongs to one resource type, its home, and often that is the
// only type that carries it. Its name proves nothing about its verb: POLICY_READ
// comes with inspect, VNIC_CREATE with use, POLICY_UPDATE with manage.
//
// # Verbs are a ladder
//
// inspect, read, use and manage each carry what the [Verb] below carries, so the
// tables hold only what a step adds, and a step may add nothing. A type may also
// begin above inspect; below its first row a verb gives nothing. [Catalog.Least]
// answers at which step a resource carries a permission, [Catalog.Carries] whether
// one step does, [Catalog.Adds] what a step adds. [Catalog.Level] is for Deny
// statements, where the ladder stands on its head: what they name they take away
// from that step upward, type by type.
//
// # Families
//
// A family carries what its members carry, at the same verbs, and so does
// all-resources with everything. Three refinements are facts of single families:
// extras that the family has beyond its members (instance-family can attach
// VNICs), members that count only through such extras, and permissions that the
// family does not pass on.
//
// # Formulas
//
// What an [Operation] needs is a formula: all of some permissions, one of several,
// and some only in a [Circumstance], such as a network security group being given.
// Some permissions are needed [Need.By] a service instead of the caller: a bucket
// with a Vault key needs Object Storage to be allowed to use the key. An optional
// parameter is taken as not given; a state of the world, such as whether an object
// is there already, is taken as unknown.
//
// # Presence
//
// A condition on a variable that a check does not carry is false, whatever it
// says. [Catalog.Presence] tells whether the check of one permission, in one
// call, carries a variable: those about a target are there for permissions of the
// types they apply to, except on list calls and, for identifiers and tags, while
// the thing is being made; some only a few calls carry at all. The many
// exceptions are rows of the data.
//
// # Not knowing
//
// Some types have no published table, and some permissions stand in no table but
// only beside an operation. Of those the catalog says [NotKnown], never no and
// never yes. Permissions and names that only community guides have are marked as
// such ([Permission.SeedOnly], [GuideOnly], [Community]); what the tables of a
// service lack stands in [Service.Note]. The kinds of resources and the services
// that can call ([Catalog.PrincipalTypes], [Catalog.ServicePrincipals]) are the
// known ones, not all.
//
// # Browsing
//
// [Catalog.Search] finds names by a part of them, [Catalog.Entries] what a name
// means: an operation may belong to several services. From there
// [Catalog.Adds] and [Catalog.Unlocks] tell what a verb gives and makes possible,
// [Catalog.Holders] and [Catalog.Callers] who carries and who needs a permission,
// [Catalog.Grants] the least statements that allow a call, and [Catalog.Scope]
// where a variable is carried.
//
// # Data
//
// People edit data/*.json, one file a service, in the form that
// internal/gen/schema.go describes. go generate turns the files into constant
// strings and arrays of numbers (tables_gen.go): nothing is parsed in the browser
// and nothing runs at start-up. [Default] links the small tables on first use;
// permissions and operations, which are thousands, are made as they are asked for.
package catalog

//go:generate go run ./internal/gen data tables_gen.go
