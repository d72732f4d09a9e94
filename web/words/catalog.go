package words

// Of the catalog.
const (
	OfService      = "Of "
	Families       = "Families"
	ResourceTypes  = "Resource types"
	Operations     = "Operations"
	Permissions    = "Permissions"
	Variables      = "Condition variables"
	AllResources   = "It stands for every resource of every type. `manage all-resources` carries every permission there is."
	FamilyOf       = "A family of "
	InFamilies     = "Part of "
	AlsoWritten    = "Also written "
	NoVerbTable    = "Oracle's pages have no table of its verbs: what they carry is not known here, so a verdict that needs it says so."
	VerbAdds       = "What each verb adds"
	Verb           = "Verb"
	CallsPossible  = "Calls it makes possible"
	NothingMore    = "nothing more"
	Together       = " with "
	Unless         = "unless "
	When           = "when "
	OfType         = "Of the type "
	OracleCallsIt  = "Only community guides know this name. Oracle's is "
	GuidesOnlyName = "Only community guides know this name; no page of Oracle's has it."
	Unverbed       = "No verb is known to carry it: only an operation's row or an example of Oracle's names it. `manage all-resources` has everything."
	CarriedFrom    = "Carried from this verb on"
	On             = "On"
	NeededBy       = "Needed by"
	NeedsNone      = "It needs no permission."
	WhatItNeeds    = "What it needs"
	HeldBy         = " held by the service "
	OneOf          = "one of"
	AllOf          = "all of"
	LeastGrants    = "The least that grants it"
	HoldsSet       = "It holds a set of values: `=` is true when one of them is equal, `!=` when none is."
	AnotherName    = "Another name of "
	GuidesOnly     = "Only community guides know it; no page of Oracle's has it."
	OutOfUse       = "Out of use: "
	ForTypes       = "For these types"
	CarriedHere    = "Carried here alone"
	NotCarried     = "Not carried by"
	StillCarried   = "Carried all the same by"
)

func NothingCalled(name string) string {
	return "The catalog has nothing named `" + name + "`. Look for a part of the name."
}
func FactsSince(date string) string { return "Facts of " + date + "." }
func ServiceIs(key string) string {
	return "Written `" + key + "` in front of a call whose name other services use too."
}
func NotByPermissions(why string) string { return "It cannot be judged by permissions: " + why + "." }
func HoldsType(kind string) string       { return "Holds: " + kind + "." }
func OnlyCallers(names string) string    { return "Only these callers have it: " + names + "." }
