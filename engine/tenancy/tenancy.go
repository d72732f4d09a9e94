package tenancy

import "strings"

// DefaultDomain is the identity domain a name without a domain belongs to.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
const DefaultDomain = "Default"

// Tenancy is the world with its names resolved.
type Tenancy struct {
	Name, ID       string
	HomeRegion     string // region name, "" when not given
	DenyPolicies   bool   // whether deny statements count
	Administrators bool   // whether the tenancy's own Administrators policy stands
	Root           *Compartment
	Domains        []string // always with DefaultDomain first
	Groups         []*Group
	Users          []*User
	DynamicGroups  []*DynamicGroup
	Resources      []*Resource
	NetworkSources []*NetworkSource

	builtIn []*Group // that are there whether or not they are among the Groups
}

// FirstPlace is the first compartment that there is, the root where there is no
// other.
func (t *Tenancy) FirstPlace() *Compartment {
	if len(t.Root.Children) > 0 {
		return t.Root.Children[0]
	}
	return t.Root
}

// FirstRule is a matching rule to begin with: the instances in the FirstPlace.
func (t *Tenancy) FirstRule() string { return "instance.compartment.id = '" + t.FirstPlace().ID + "'" }

// Tags are defined tags: namespace, key, value.
type Tags map[string]map[string]string

// Value returns a tag's value. Namespace and key are compared without regard
// to case.
func (t Tags) Value(namespace, key string) (string, bool) {
	for ns, keys := range t {
		if !strings.EqualFold(ns, namespace) {
			continue
		}
		for k, v := range keys {
			if strings.EqualFold(k, key) {
				return v, true
			}
		}
	}
	return "", false
}

// named is what a group and a dynamic group have in common: a name in a
// domain that a statement can speak of.
type named struct {
	Name, Domain, ID string
	Tags             Tags
	Pointer          string // to it in the JSON of the tenancy; "" for a group that is not described
}

// Group is a group of users.
type Group struct{ named }

// DynamicGroup is a group whose members are the resources its rule matches.
type DynamicGroup struct {
	named
	MatchingRule string
}

// Qualified is the name as a statement writes it: with its domain unless that
// is the default one.
func (n named) Qualified() string { return Qualified(n.Domain, n.Name) }

// Qualified is a name in a domain, which is written unless it is the default one
// or none.
func Qualified(domain, name string) string {
	if domain == "" || strings.EqualFold(domain, DefaultDomain) {
		return name
	}
	return domain + "/" + name
}

// Unqualified takes the domain off such a name: "" where none is written.
func Unqualified(qualified string) (domain, name string) {
	if domain, name, ok := strings.Cut(qualified, "/"); ok {
		return domain, name
	}
	return "", qualified
}

// Is reports whether the name in the domain (Default when empty) is this one's.
func (n named) Is(domain, name string) bool {
	if domain == "" {
		domain = DefaultDomain
	}
	return strings.EqualFold(n.Domain, domain) && strings.EqualFold(n.Name, name)
}

// User is a person.
type User struct {
	Name, Domain, ID string
	Pointer          string // to the user in the JSON of the tenancy
	Groups           []*Group
}

// Qualified is the user's name as a check writes it.
func (u *User) Qualified() string { return Qualified(u.Domain, u.Name) }

// Resource is anything that lives in a compartment.
type Resource struct {
	Name, Type, ID                     string
	Pointer                            string // to it in the JSON of the tenancy
	Compartment                        *Compartment
	Tags                               Tags
	Cluster, Namespace, ServiceAccount string // of a workload; the cluster by its OCID
}

// NetworkSource is a named set of address ranges.
type NetworkSource struct {
	Name    string
	Pointer string   // to it in the JSON of the tenancy
	Ranges  []string // CIDR
}
