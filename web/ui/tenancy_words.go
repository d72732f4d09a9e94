package ui

// What the pane of the tenancy says.
const (
	sayAim        = "Aim the request here (Enter)"
	sayAddInside  = "Add a compartment in it (Insert)"
	sayRenameIt   = "Rename (F2)"
	sayMoveIt     = "Move (Shift M)"
	sayTagIt      = "Tags (Shift T)"
	sayAttachHere = "Attach a policy here (Shift P)"
	sayDeleteIt   = "Delete (Delete)"
	sayActionsOn  = "What to do with "

	sayChangeEntry = "Change"
	sayTagEntry    = "Tags"
	sayDeleteEntry = "Delete"
	sayMembers     = "Memberships of "
	sayRuleOf      = "Matching rule of "
	sayTagged      = "Tags: "
	sayShowAll     = "Show the other "
	sayCancel      = "Cancel"

	sayTheTenancy     = "The tenancy itself"
	sayTenancyName    = "Name"
	sayHomeRegion     = "Home region"
	sayNoRegion       = "not given"
	sayDenyCounts     = "Deny statements count"
	sayAdministrators = "The Administrators policy stands, where there is such a group"
	sayAddDomain      = "+ domain"
	sayAddTenancy     = "+ tenancy"
	sayTenancies      = "Tenancies"
	sayRemoveTenancy  = "Remove"

	sayRemoveThisTenancy = "Remove this tenancy"
)
