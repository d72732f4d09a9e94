package syntax

// The statements that reach into other tenancies. Endorse stands in the tenancy
// of those who come, Admit in the one they come to, and Define gives an OCID of
// the other side a name in its policy.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm

// Endorse is `[Deny] Endorse <subject> to <action> in <location>`.
type Endorse struct {
	At
	Deny bool `parser:"(?= ('allow' | 'deny')? 'endorse') ('allow' | @'deny')? 'endorse'"`
	Who  Who  `parser:"@@"`
	Crossing
}

// Admit is `[Deny] Admit <subject> [of <tenancy>] to <action> in <location>`.
type Admit struct {
	At
	Deny bool `parser:"(?= ('allow' | 'deny')? 'admit') ('allow' | @'deny')? 'admit'"`
	Who  Who  `parser:"@@"`
	Of   *Of  `parser:"@@?"`
	Crossing
}

// Of is the tenancy that those admitted come from.
type Of struct {
	At
	Any  bool  `parser:"'of' (  @'any-tenancy'"`
	Name *Name `parser:"      | 'tenancy' @@)"`
}

// Crossing is what Endorse and Admit have in common.
type Crossing struct {
	To    bool   `parser:"@'to'?"`
	Do    Deed   `parser:"@@"`
	In    Reach  `parser:"'in' @@"`
	With  *With  `parser:"@@?"`
	Where *Where `parser:"('where' @@)?"`
}

// With is the second half of an association.
type With struct {
	At
	Type *Term `parser:"'with' @@"`
	In   Reach `parser:"'in' @@"`
}

// Deed is an action across tenancies: any other, or an association.
type Deed interface {
	Action
	deed()
}

// Associate is `associate <type>`; the type it is associated with stands in With.
type Associate struct {
	At
	Type *Term `parser:"'associate' @@"`
}

// Reach is a location across tenancies: any other, or one in another tenancy.
type Reach interface {
	In
	reach()
}

// AnyTenancy is `any-tenancy`.
type AnyTenancy struct {
	At
	Word keyword `parser:"'any-tenancy'"`
}

// NamedTenancy is `tenancy <alias>`.
type NamedTenancy struct {
	At
	Name *Name `parser:"'tenancy' (?! 'with' | 'where') @@"`
}

// PathOf is `compartment <path> of tenancy <alias>`.
type PathOf struct {
	At
	Path *Name `parser:"(?= 'compartment' (Word | Link | Number | String) 'of') 'compartment' @@"`
	Of   *Name `parser:"'of' 'tenancy' @@"`
}

// Define is `Define <kind> <alias> as <ocid>`.
type Define struct {
	At
	Kind   string `parser:"'define' @('tenancy' | 'group' | 'dynamic-group' | 'compartment' | 'service')"`
	Alias  *Name  `parser:"@@ 'as'"`
	Marked bool   `parser:"@'id'?"` // by an `id`, which Oracle writes for compartments alone
	ID     *Name  `parser:"@@"`
}
