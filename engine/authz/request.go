package authz

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/tenancy"
)

// Request is a question: may this principal do that, there?
type Request struct {
	Principal   Principal
	Ask         Ask
	Compartment *tenancy.Compartment // where the resource asked for lives
	// Elsewhere places the other resources an operation touches: resource type
	// (as the catalog spells it) to compartment.
	Elsewhere map[string]*tenancy.Compartment
	// Circumstances says which of an operation's circumstances hold, by name.
	// One that is not a key is as the catalog assumes.
	Circumstances map[string]bool
	// Values are the variables the person gave, by name in lower case.
	Values map[string]Value
}

// PrincipalKind is what kind of caller a principal is.
type PrincipalKind uint8

const (
	_ PrincipalKind = iota
	User
	Instance          // a compute instance acting as itself
	ResourcePrincipal // any other resource acting as itself: a function, a container instance
	Workload          // a pod with its own identity
	Service           // an OCI service acting on its own
)

func (k PrincipalKind) String() string {
	return [...]string{"", "user", "instance", "resource", "workload", "service"}[k]
}

// Principal is the caller. One of User, Resource and Service is set, as Kind
// says. Home is the tenancy it is of, nil for that of the scenario.
type Principal struct {
	Kind     PrincipalKind
	Home     *tenancy.Tenancy
	User     *tenancy.User
	Resource *tenancy.Resource
	Service  string
}

// Name is the principal as a check writes it.
func (p Principal) Name() string {
	switch {
	case p.User != nil:
		return p.User.Qualified()
	case p.Resource != nil:
		return p.Resource.Type + " " + p.Resource.Name
	}
	return "service " + p.Service
}

// Ask is what the principal wants to do: an API operation, a verb on a type or
// family, or permissions by name. Operation may be given beside the other two,
// as the value of request.operation.
type Ask struct {
	Operation   *catalog.Operation
	Verb        catalog.Verb
	Resource    *catalog.Resource
	Permissions []*catalog.Permission
}

// Value is what a variable holds in a request: a set of strings, or the
// statement that the request does not carry the variable at all.
type Value struct {
	Members []string
	Absent  bool
}

// Verdict is the answer. The zero value denies.
type Verdict uint8

const (
	Deny        Verdict = iota
	Allow               // every permission needed is granted
	Conditional         // it hangs on values nobody gave
	Invalid             // the request itself cannot be judged
)

func (v Verdict) String() string {
	return [...]string{"DENY", "ALLOW", "CONDITIONAL", "INVALID"}[v]
}
