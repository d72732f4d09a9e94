package store

// What happens to the tenancy beside the typing of its text. Pointers are JSON pointers into tenancy.json; "" is the tenancy
// itself, and its root compartment.
type (
	// AskForm opens a form about an entry, or about one to be added there; FillForm fills in a field and DoForm does what
	// the form is for.
	AskForm  struct{ Kind, Pointer string }
	FillForm struct{ Field, Value string }
	DoForm   struct{}
	// SetMember puts a user into a group or takes them out.
	SetMember struct {
		User, Group string
		In          bool
	}
	// SetTenancy sets what the tenancy says of itself: "name" and "homeRegion", or "denyPolicies" and "administrators" to
	// "true" or "false".
	SetTenancy struct{ Key, Value string }
	// EditRule is a new text of the matching rule of a dynamic group.
	EditRule struct{ Group, Text string }
	// AttachHere adds a policy that is attached to a compartment, by its path.
	AttachHere struct{ Path string }
	// ShowEntry unfolds an entry; "" folds it. ShowAll shows all of a long list.
	ShowEntry struct{ Pointer string }
	ShowAll   struct{ List string }
	// ShowTenancy shows another tenancy, or with "" the scenario's own; RemoveTenancy takes the one that is shown away.
	ShowTenancy   struct{ Name string }
	RemoveTenancy struct{}
)

func (AskForm) action()    {}
func (FillForm) action()   {}
func (DoForm) action()     {}
func (SetMember) action()  {}
func (SetTenancy) action() {}
func (EditRule) action()   {}
func (AttachHere) action() {}
func (ShowEntry) action()  {}
func (ShowAll) action()    {}

func (ShowTenancy) action()   {}
func (RemoveTenancy) action() {}
