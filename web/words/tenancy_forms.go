package words

// Of the forms about the tenancy, and of what they refuse.
const (
	Add            = "Add"
	Move           = "Move"
	SaveEntry      = "Save"
	Into           = "Into"
	Domain         = "Domain"
	Addresses      = "Addresses"
	Type           = "Type"
	Cluster        = "Cluster"
	ClusterHint    = "a cluster's name or OCID"
	Namespace      = "Namespace"
	ServiceAccount = "Service account"
	TagKey         = "Namespace.key"
	TagValue       = "Value"

	NeedsName   = "It needs a name."
	FolderName  = "It is the name of a folder, too: without slashes and colons."
	LiesThere   = "It lies there already."
	DoesNotTake = "The text of the tenancy does not take this. Look at it as JSON."
	NoTag       = "A defined tag is a namespace and a key, such as `Operations.CostCenter`."

	Rewritten         = "Rewritten"
	StopsWorking      = "Stops working"
	GoesWithIt        = "Goes with it"
	Inside            = "inside"
	ComesOutOtherwise = "Checks that come out otherwise"

	NothingNamed    = "Nothing in the tenancy is named here."
	NothingToRename = "Put the caret on a group, a dynamic group or a compartment to rename it."
)

func Adding(kind string) string          { return "Add a " + kind }
func AddingIn(kind, place string) string { return "Add a " + kind + " in " + place }
func Moving(name string) string          { return "Move " + name }
func Deleting(kind, name string) string  { return "Delete the " + kind + " " + name }
func Changing(kind, name string) string  { return "Change the " + kind + " " + name }
func TagsOf(name string) string          { return "Tags of " + name }

// NoRange refuses addresses, TenancyTaken a name.
func NoRange(text string) string {
	return "`" + text + "` is no range of addresses. Write it as `203.0.113.0/24`."
}
func TenancyTaken(name string) string { return "There is a tenancy `" + name + "` already." }

// AMove is what a move to a place does by itself, ADeletion what a deletion of a compartment does.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/compartments/Working_with_Compartments.htm
func AMove(to, from string) string {
	return "Policies that reach `" + to + "` reach it from now on, those that reach only `" + from + "` no longer. Statements that spell out its path are rewritten " +
		"where their policy is attached at or above both; elsewhere they stop working. Tags stay as they are."
}

const ADeletion = "What lies in it goes with it: compartments, resources, and the policies attached there."

// Turns is one verdict that becomes another.
func Turns(was, is string) string { return was + " → " + is }
