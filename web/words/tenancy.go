package words

// What the pane of the tenancy says.
const (
	Aim        = "Aim the request here (Enter)"
	AddInside  = "Add a compartment in it (Insert)"
	RenameIt   = "Rename (F2)"
	MoveIt     = "Move (Shift M)"
	TagIt      = "Tags (Shift T)"
	AttachHere = "Attach a policy here (Shift P)"
	DeleteIt   = "Delete (Delete)"
	ActionsOn  = "What to do with "

	ChangeEntry = "Change"
	TagEntry    = "Tags"
	DeleteEntry = "Delete"
	Members     = "Memberships of "
	RuleOf      = "Matching rule of "
	Tagged      = "Tags: "
	ShowAll     = "Show the other "
	Cancel      = "Cancel"

	Root           = "root"
	TheTenancy     = "The tenancy itself"
	TenancyName    = "Name"
	HomeRegion     = "Home region"
	NoRegion       = "not given"
	DenyCounts     = "Deny statements count"
	Administrators = "The Administrators policy stands, where there is such a group"
	AddDomain      = "+ domain"
	AddTenancy     = "+ tenancy"
	Tenancies      = "Tenancies"
	RemoveTenancy  = "Remove"

	RemoveThisTenancy = "Remove this tenancy"
)
