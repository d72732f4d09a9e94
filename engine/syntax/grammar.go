package syntax

// The grammar. Each struct is a rule, its tags read as EBNF, and a value of it
// is the tree: what is parsed and what is documented cannot drift apart.
// Keywords are matched in any case and only where they stand, so that a group
// may be called `in`.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Concepts/policysyntax.htm

// sentence is any statement.
type sentence struct {
	Form Form `parser:"@@"`
}

// keyword is a word that a rule begins with and of which nothing is kept.
type keyword struct{}

// Allow is `Allow <subject> to <action> in <location> [where <condition>]`.
type Allow struct {
	At
	Word keyword `parser:"'allow'"`
	Clause
}

// Deny is Allow the other way round.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/denypolicies.htm
type Deny struct {
	At
	Word keyword `parser:"'deny'"`
	Clause
}

// Clause is what Allow and Deny have in common: who may or may not do what,
// where, and when.
type Clause struct {
	Who   Who    `parser:"@@"`
	To    bool   `parser:"@'to'?"` // published statements leave it out now and then
	Do    Action `parser:"@@"`
	In    In     `parser:"'in' @@"`
	Where *Where `parser:"('where' @@)?"`
}

// Who is the subject of a statement.
type Who interface {
	Node
	who()
}

// Groups is one kind of group and one or more of them.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
type Groups struct {
	At
	Kind  string       `parser:"@('group' | 'dynamic-group')"`
	Names []*GroupName `parser:"@@ (',' @@)*"`
}

// Resources is resources of a kind by name, which no page documents and some
// publish.
type Resources struct {
	At
	Kind  *Term        `parser:"'resource' @@"`
	Names []*GroupName `parser:"@@ (','? @@)*"`
}

// GroupName is a group by OCID, or by name, with its identity domain or without.
type GroupName struct {
	At
	Names []*Name `parser:"(?! 'id' (Word | Link | String)) @@ ('/' @@)?"`
	ID    *Name   `parser:"| 'id' @@"`
}

// Domain is nil where none is named.
func (g *GroupName) Domain() *Name {
	if len(g.Names) < 2 {
		return nil
	}
	return g.Names[0]
}

// Name is nil where the group is named by its OCID.
func (g *GroupName) Name() *Name {
	if len(g.Names) == 0 {
		return nil
	}
	return g.Names[len(g.Names)-1]
}

// Services is one or more OCI services acting on their own.
type Services struct {
	At
	Names []*Name `parser:"'service' @@ (',' @@)*"`
}

// Anyone is `any-user` or `any-group`.
type Anyone struct {
	At
	Kind string `parser:"@('any-user' | 'any-group')"`
}

// Action is what a statement lets its subject do.
type Action interface {
	Node
	action()
}

// Verb is a verb on a resource type or family. More than one type is a mistake
// people publish; it is reported, and each is granted.
type Verb struct {
	At
	Verb  *Term   `parser:"@@"`
	Types []*Term `parser:"@@ (',' @@)*"`
}

// Permissions is a set of permissions by name, with a type behind it or without.
type Permissions struct {
	At
	Names []*Term `parser:"'{' @@ (',' @@)* '}'"`
	Type  *Term   `parser:"@@?"`
}

// In is the location of a statement.
type In interface {
	Node
	in()
}

// Tenancy is the whole tenancy.
type Tenancy struct {
	At
	Word keyword `parser:"'tenancy'"`
}

// ByID is a compartment by OCID.
type ByID struct {
	At
	ID *Name `parser:"'compartment' 'id' @@"`
}

// ByPath is a compartment by name, or by path from where the policy is
// attached. Path holds the colons.
type ByPath struct {
	At
	Path *Name `parser:"'compartment' @@"`
}

// Where is the condition of a statement. A matching rule is one too.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm
type Where struct {
	At
	If If `parser:"@@"`
}

// If is a condition.
type If interface {
	Node
	cond()
}

// Group is `any {…}` or `all {…}`.
type Group struct {
	At
	Kind    string `parser:"@('any' | 'all') '{'"`
	Members []If   `parser:"@@ (',' @@)* '}'"`
}

// Unset is `!variable`: the request does not carry it.
type Unset struct {
	At
	Var *Var `parser:"'!' @@"`
}

// Sets is `sets-intersect(a, b)` or `sets-equal(a, b)`.
type Sets struct {
	At
	Func  string  `parser:"@('sets-intersect' | 'sets-equal') '('"`
	Left  Operand `parser:"@@ ','"`
	Right Operand `parser:"@@ ')'"`
}

// OneOf is `variable in (…)` or `variable not in (…)`.
type OneOf struct {
	At
	Var  *Var  `parser:"@@"`
	Not  bool  `parser:"@'not'?"`
	List *List `parser:"'in' @@"`
}

// Between is `variable between 'a' and 'b'`.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policies/scoping-policy-by-time.htm
type Between struct {
	At
	Var  *Var    `parser:"@@ 'between'"`
	From Operand `parser:"@@ 'and'"`
	To   Operand `parser:"@@"`
}

// Compare is a variable, an operator and what it is compared with.
type Compare struct {
	At
	Var   *Var    `parser:"@@"`
	Op    string  `parser:"@('=' | '!=' | '=~' | '<' | '<=' | '>' | '>=' | 'before' | 'after')"`
	Value Operand `parser:"@@"`
}

// Set is a variable alone: the request carries it. Matching rules ask so
// whether a tag is there.
type Set struct {
	At
	Var *Var `parser:"@@"`
}

// Operand is what a variable is compared with.
type Operand interface {
	Node
	operand()
}

// List is operands in parentheses.
type List struct {
	At
	Items []Operand `parser:"'(' @@ (',' @@)* ')'"`
}
