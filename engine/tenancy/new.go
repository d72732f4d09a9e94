package tenancy

import (
	"fmt"
	"strings"
)

// MaxDepth is how deep compartments may nest below the root.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/compartments/Working_with_Compartments.htm
const MaxDepth = 6

// Problem is something in a spec that does not fit. Pointer is the JSON pointer
// (RFC 6901) of the value at fault.
type Problem struct {
	Pointer, Code, Summary, Detail string
}

// New resolves a spec. The tenancy is always usable; what could not be placed
// is left out of it and reported.
func New(spec Spec) (*Tenancy, []Problem) {
	b := builder{spec: spec, t: &Tenancy{
		Name:           orElse(spec.Name, "tenancy"),
		HomeRegion:     spec.HomeRegion,
		DenyPolicies:   spec.DenyPolicies,
		Administrators: spec.Administrators == nil || *spec.Administrators,
		Domains:        []string{DefaultDomain},
	}}
	b.t.ID = orElse(spec.ID, ocid("tenancy", b.t.Name))
	b.t.Root = &Compartment{Name: b.t.Name, ID: b.t.ID, Tags: spec.DefinedTags}
	b.compartments()
	b.identifiers()
	b.domains()
	b.groups()
	b.users()
	b.dynamicGroups()
	b.resources()
	for i, n := range spec.NetworkSources {
		b.t.NetworkSources = append(b.t.NetworkSources, &NetworkSource{n.Name, fmt.Sprintf("/networkSources/%d", i), n.PublicSourceList})
	}
	b.builtIn()
	return b.t, b.problems
}

type builder struct {
	spec     Spec
	t        *Tenancy
	problems []Problem
}

func (b *builder) report(pointer, code, summary, detail string) {
	b.problems = append(b.problems, Problem{pointer, code, summary, detail})
}

// identifiers reports compartments that share an OCID: a statement that names it
// would mean either.
func (b *builder) identifiers() {
	seen := map[string]*Compartment{}
	for _, c := range b.t.Root.All() {
		if other, twice := seen[c.ID]; twice {
			b.report("/compartments", "id-twice", fmt.Sprintf("`%s` and `%s` have the same id", other.Label(), c.Label()),
				"An id left out is made of the path, its names joined by full stops. Give one of them an id of its own.")
		}
		seen[c.ID] = c
	}
}

func (b *builder) domains() {
	for i, d := range b.spec.Domains {
		if d.Name == "" {
			b.nameless(fmt.Sprintf("/domains/%d", i), "domain")
		} else if !strings.EqualFold(d.Name, DefaultDomain) {
			b.t.Domains = append(b.t.Domains, d.Name)
		}
	}
}

func (b *builder) groups() {
	for i, s := range b.spec.Groups {
		at := fmt.Sprintf("/groups/%d", i)
		n, ok := b.named(at, "group", s.Name, s.Domain, s.ID, s.DefinedTags)
		if !ok {
			continue
		}
		if _, twice := b.t.Group(n.Domain, n.Name); twice {
			b.twice(at, "group", n.Qualified())
			continue
		}
		b.t.Groups = append(b.t.Groups, &Group{n})
	}
}

func (b *builder) dynamicGroups() {
	for i, s := range b.spec.DynamicGroups {
		at := fmt.Sprintf("/dynamicGroups/%d", i)
		n, ok := b.named(at, "dynamicgroup", s.Name, s.Domain, s.ID, s.DefinedTags)
		if !ok {
			continue
		}
		if _, twice := b.t.DynamicGroup(n.Domain, n.Name); twice {
			b.twice(at, "dynamic group", n.Qualified())
			continue
		}
		b.t.DynamicGroups = append(b.t.DynamicGroups, &DynamicGroup{n, s.MatchingRule})
	}
}

func (b *builder) users() {
	for i, s := range b.spec.Users {
		at := fmt.Sprintf("/users/%d", i)
		n, ok := b.named(at, "user", s.Name, s.Domain, s.ID, nil)
		if !ok {
			continue
		}
		if _, twice := b.t.User(n.Domain, n.Name); twice {
			b.twice(at, "user", n.Qualified())
			continue
		}
		user := &User{Name: n.Name, Domain: n.Domain, ID: n.ID, Pointer: at}
		for j, group := range s.Groups {
			b.join(user, group, fmt.Sprintf("%s/groups/%d", at, j))
		}
		b.t.Users = append(b.t.Users, user)
	}
}

func (b *builder) join(user *User, group, at string) {
	g, ok := b.t.Group(Unqualified(group))
	if !ok {
		b.report(at, "unknown-group", fmt.Sprintf("there is no group `%s`", group),
			"The user is not in it. Add the group to `groups`, or write `Domain/Name` for one in another domain.")
		return
	}
	user.Groups = append(user.Groups, g)
}

func (b *builder) resources() {
	for i, s := range b.spec.Resources {
		at := fmt.Sprintf("/resources/%d", i)
		if s.Name == "" || s.Type == "" {
			b.report(at, "nameless", "a resource needs a `name` and a `type`", "Without them nothing can speak of it; it is left out.")
			continue
		}
		if _, twice := b.t.Resource(s.Type, s.Name); twice {
			b.twice(at, s.Type, s.Name)
			continue
		}
		in, ok := b.place(s.Compartment)
		if !ok {
			b.report(at+"/compartment", "unknown-compartment", fmt.Sprintf("there is no compartment `%s`", s.Compartment),
				"The resource is left out. Write the path from below the root, such as `Prod:Data`.")
			continue
		}
		b.t.Resources = append(b.t.Resources, &Resource{Name: s.Name, Type: s.Type, Pointer: at, ID: orElse(s.ID, ocid(s.Type, s.Name)),
			Compartment: in, Tags: s.DefinedTags, Cluster: s.Cluster, Namespace: s.Namespace, ServiceAccount: s.ServiceAccount})
	}
	for _, r := range b.t.Resources {
		r.Cluster = b.cluster(r.Cluster)
	}
}

// cluster is the OCID of the cluster that a pod runs in: its spec gives that or
// a name, and a condition compares the OCID.
//
// https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
func (b *builder) cluster(name string) string {
	if c, ok := b.t.Resource("cluster", name); ok {
		return c.ID
	}
	if name == "" || IsOCID(name) {
		return name
	}
	return ocid("cluster", name)
}

// place finds a compartment by path or OCID.
func (b *builder) place(where string) (*Compartment, bool) {
	if c, ok := b.t.Compartment(where); ok {
		return c, true
	}
	return b.t.CompartmentByID(where)
}

func (b *builder) named(at, kind, name, domain, id string, tags Tags) (named, bool) {
	if name == "" {
		b.nameless(at, kind)
		return named{}, false
	}
	n := named{Name: name, Domain: orElse(domain, DefaultDomain), Tags: tags, Pointer: at}
	n.ID = orElse(id, ocid(kind, strings.ReplaceAll(n.Qualified(), "/", ".")))
	if !b.hasDomain(n.Domain) {
		b.t.Domains = append(b.t.Domains, n.Domain)
	}
	return n, true
}

func (b *builder) hasDomain(name string) bool {
	_, ok := first(b.t.Domains, func(d string) bool { return strings.EqualFold(d, name) })
	return ok
}

func (b *builder) nameless(at, kind string) {
	b.report(at, "nameless", fmt.Sprintf("a %s needs a `name`", kind), "Without one nothing can speak of it; it is left out.")
}

func (b *builder) twice(at, kind, name string) {
	b.report(at, "name-twice", fmt.Sprintf("there are two of %s `%s`", kind, name), "Only the first counts. Rename one of them.")
}

// IsOCID tells an OCID by how it begins.
//
// https://docs.oracle.com/en-us/iaas/Content/General/Concepts/identifiers.htm
func IsOCID(text string) bool { return strings.HasPrefix(strings.ToLower(text), "ocid1.") }

// ocid is the identifier of something whose spec gives none.
func ocid(kind, name string) string { return "ocid1." + strings.ToLower(kind) + ".oc1.." + name }

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
