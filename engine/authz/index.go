package authz

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// Index answers like [Decide], without the proof and fast: it looks statements
// up by whom they speak of, what they grant and where, so that their number
// hardly counts. Those over tenancies are few and are gone through.
//
// It keeps what it needs for one request after the other, so two goroutines
// cannot share one.
type Index struct {
	judge     judge
	registers []register // of the lands, in their order
	named     []*catalog.Resource
	scopes    map[string]*scope       // of the permissions asked for so far, by name
	verbs     map[verbOn][]string     // the permissions of a verb on a resource, so far
	need      Need                    // the one that is judged
	about     []include               // the entries about its principal
	results   []Result                // of the leaves of a formula
	open      []*catalog.Circumstance // of which nobody said whether they hold
	holds     []bool                  // what is supposed of them
}

type verbOn struct {
	resource *catalog.Resource
	verb     catalog.Verb
}

// NewIndex reads the statements of a tenancy and of others once.
func NewIndex(set *policy.Set, world *tenancy.Tenancy, c *catalog.Catalog, others ...Land) *Index {
	x := &Index{judge: *newJudge(append([]Land{{set, world}}, others...), c, Request{}),
		scopes: map[string]*scope{}, verbs: map[verbOn][]string{}}
	x.judge.synonyms = synonyms(c)
	for _, l := range x.judge.lands {
		r := register{allows: newEntries(), denies: newEntries()}
		for _, s := range l.Set.Statements {
			r.allows.add(x, s)
		}
		for _, s := range l.Set.Denials {
			r.denies.add(x, s)
		}
		x.registers = append(x.registers, r)
	}
	return x
}

// synonyms is the names that requests may use for a variable beside the one that
// conditions are bound to.
func synonyms(c *catalog.Catalog) map[string][]string {
	others := map[string][]string{}
	for v := range c.Variables() {
		if v.SameAs != "" {
			name := strings.ToLower(v.SameAs)
			others[name] = append(others[name], strings.ToLower(v.Name))
		}
	}
	return others
}

// register is the statements of one land.
type register struct{ allows, denies *entries }

// entries is statements by their subjects.
type entries struct {
	any               bool // there is one
	groups            map[*tenancy.Group]*entry
	dynamic           map[*tenancy.DynamicGroup]*entry
	services          map[string]*entry // by name in lower case
	anyUser, anyGroup entry
}

func newEntries() *entries {
	return &entries{groups: map[*tenancy.Group]*entry{}, dynamic: map[*tenancy.DynamicGroup]*entry{}, services: map[string]*entry{}}
}

// entry is the statements about one subject: by the types that their verbs are
// on and by the permissions that they name. Opaque are those that grant nobody
// knows what.
type entry struct {
	types       map[*catalog.Resource]post
	permissions map[*catalog.Permission]post
	opaque      post
}

// post is statements by place.
type post map[*tenancy.Compartment]*cell

// cell is the statements of one subject, grant and place: the verbs of those
// without a condition, and the others, each once.
type cell struct {
	verbs  [catalog.Manage + 1]bool // the first for permissions by name
	tested []*policy.Statement
	words  map[string]bool
}

// add files a statement; one that OCI refuses says nothing.
func (e *entries) add(x *Index, s *policy.Statement) {
	if len(s.Faults) > 0 {
		return
	}
	e.any = true
	switch s.Who.Kind {
	case policy.InGroups:
		for _, g := range s.Who.Groups {
			of(e.groups, g).add(x, s)
		}
	case policy.InDynamicGroups:
		for _, g := range s.Who.DynamicGroups {
			of(e.dynamic, g).add(x, s)
		}
	case policy.AreServices:
		for _, name := range s.Who.Services {
			of(e.services, strings.ToLower(name)).add(x, s)
		}
	case policy.AnyUser:
		e.anyUser.add(x, s)
	case policy.AnyGroup:
		e.anyGroup.add(x, s)
	}
}

// of is the entry of a key, made when it is the first of it.
func of[K comparable](all map[K]*entry, key K) *entry {
	if all[key] == nil {
		all[key] = &entry{}
	}
	return all[key]
}

func (e *entry) add(x *Index, s *policy.Statement) {
	if e.types == nil {
		e.types, e.permissions, e.opaque = map[*catalog.Resource]post{}, map[*catalog.Permission]post{}, post{}
	}
	g := &s.Grants
	for _, r := range g.Resources {
		if !slices.Contains(x.named, r) {
			x.named = append(x.named, r)
		}
		filed(e.types, r).add(s)
	}
	for _, p := range g.Permissions {
		if x.judge.named(g, p) {
			filed(e.permissions, p).add(s)
		}
	}
	if g.Verb != 0 && g.Opaque {
		e.opaque.add(s)
	}
}

func filed[K comparable](all map[K]post, key K) post {
	if all[key] == nil {
		all[key] = post{}
	}
	return all[key]
}

func (p post) add(s *policy.Statement) {
	c := p[s.Where]
	if c == nil {
		c = &cell{words: map[string]bool{}}
		p[s.Where] = c
	}
	if s.If == nil {
		c.verbs[s.Grants.Verb] = true
		return
	}
	words := s.Grants.Verb.String() + " " + s.Syntax.Words(s.If.Node())
	if !c.words[words] {
		c.words[words] = true
		c.tested = append(c.tested, s)
	}
}
