package words

// Of the lists of the tenancy.
const (
	Groups           = "Groups"
	NoGroups         = "No groups yet. Statements grant to groups, and users are in them."
	Nobody           = "nobody"
	Users            = "Users"
	NoUsers          = "No users yet."
	InNoGroup        = "in no group"
	DynamicGroups    = "Dynamic groups"
	NoDynamicGroups  = "None. A dynamic group holds the resources that its rule matches."
	Matches          = "matches "
	Nothing          = "nothing"
	Resources        = "Resources"
	NoResources      = "None. Instances, functions and pods can be callers, too."
	NetworkSources   = "Network sources"
	NoNetworkSources = "None. A condition can ask whether a request comes from one."
	NoAddresses      = "no addresses"
)

// TypeIn is what a resource is and where.
func TypeIn(kind, place string) string { return kind + " in " + place }

// HowManyMore tells of those that are not shown.
func HowManyMore(n int) string { return number(n) + " more" }

// AndMore stands behind names that are not all there are.
func AndMore(n int) string { return "and " + HowManyMore(n) }
