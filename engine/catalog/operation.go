package catalog

import "strings"

// OpKind groups operations by what they are aimed at.
type OpKind uint8

// The kinds of operations.
const (
	OtherOp  OpKind = 1 + iota
	ListOp          // aimed at many resources: no single target
	CreateOp        // aimed at a resource that is not there yet
)

// Operation is one API call and what it needs.
type Operation struct {
	Name    string
	Service string // the service's key
	Kind    OpKind
	Needs   Need
	Unknown string // why the call cannot be judged by permissions, without a full stop; "" when it can
	Note    string
	Source  string

	id uint16
}

// NeedKind is the shape of one node of a formula.
type NeedKind uint8

// The nodes a formula is made of.
const (
	Leaf NeedKind = 1 + iota
	All           // everything in Under; nothing is needed when Under is empty
	Any           // one of Under
	When          // Under[0], but only in a circumstance
)

// Need is a boolean formula over permissions.
type Need struct {
	Kind         NeedKind
	Permission   string        // of a Leaf
	By           string        // who needs it: "" the caller, else a service such as objectstorage-{region}
	Circumstance *Circumstance // of a When
	Not          bool          // of a When: it holds outside the circumstance
	Under        []Need

	id uint16 // of the permission
}

// Assumption is what to take for true while nobody has said.
type Assumption uint8

// What holds by default.
const (
	No      Assumption = 1 + iota // an optional parameter: taken as not given
	Unknown                       // a state of the world that only the tenancy knows
)

// Circumstance is something outside the policy that changes what a call needs.
type Circumstance struct {
	Name    string // a short key, usable in text: vault-key
	Says    string // one fragment: "a Vault key is given"
	Default Assumption
}

// Operation finds the calls of this name, in any case. Several services may use
// one name; "iam:ListUsers" asks for the call of one service alone.
func (c *Catalog) Operation(name string) []*Operation {
	service, call, narrow := strings.Cut(name, ":")
	if !narrow {
		service, call = "", name
	}
	from, ok := find(len(c.operationNames), call, func(i int) string { return c.operationNames[i] })
	if !ok {
		return nil
	}
	to := from
	for to < len(c.operationNames) && fold(c.operationNames[to], call) == 0 {
		c.operation(uint16(to))
		to++
	}
	if narrow {
		return ofService(c.operations[from:to], service)
	}
	return c.operations[from:to:to]
}

func ofService(calls []*Operation, service string) []*Operation {
	for i, o := range calls {
		if fold(o.Service, service) == 0 {
			return calls[i : i+1 : i+1]
		}
	}
	return nil
}

// Circumstance finds a circumstance by its key, in any case.
func (c *Catalog) Circumstance(name string) (*Circumstance, bool) {
	for i := range c.circumstances {
		if fold(c.circumstances[i].Name, name) == 0 {
			return &c.circumstances[i], true
		}
	}
	return nil, false
}
