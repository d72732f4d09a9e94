package imports

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// domains takes identity domains, by whose OCIDs the things in them say where
// they are.
func (r *reader) domains() {
	for _, v := range r.found[domains] {
		d := tenancy.DomainSpec{Name: called(v), ID: identifier(v)}
		if strings.EqualFold(v.Under("type").Text(), "DEFAULT") {
			d.Name = tenancy.DefaultDomain
		}
		i := slices.IndexFunc(r.spec.Domains, func(o tenancy.DomainSpec) bool { return o.ID == d.ID || strings.EqualFold(o.Name, d.Name) })
		if i < 0 {
			r.spec.Domains = append(r.spec.Domains, d)
		} else {
			r.spec.Domains[i] = d
		}
		r.take("domains", d.Name)
	}
}

// domain is the name of the domain an object is in, "" for the default one.
func (r *reader) domain(v scenario.Value) string {
	id := v.Under("domainOcid").Text()
	i := slices.IndexFunc(r.spec.Domains, func(d tenancy.DomainSpec) bool { return d.ID == id })
	switch {
	case id == "":
		return ""
	case i >= 0 && r.spec.Domains[i].Name == tenancy.DefaultDomain:
		return ""
	case i >= 0:
		return r.spec.Domains[i].Name
	}
	r.say(source.Warning, "unknown-domain", place(v), fmt.Sprintf("in which domain `%s` is, is not known", scenario.Shown(called(v))),
		"It is taken as one of the default domain. Import the list of domains first.")
	return ""
}

// entry is what a group, a dynamic group and a user have in common.
type entry struct{ name, id, domain string }

func (r *reader) entry(v scenario.Value) entry {
	return entry{called(v), identifier(v), r.domain(v)}
}

// is tells whether something there is is the one that comes: by OCID, or by name
// when one of them has no OCID.
func (e entry) is(name, id, domain string) bool {
	if e.id != "" && id != "" {
		return e.id == id
	}
	return strings.EqualFold(e.name, name) && strings.EqualFold(e.domain, domain)
}

// qualified is a name as a user's list of groups has it.
func (e entry) qualified() string {
	if e.domain == "" {
		return e.name
	}
	return e.domain + "/" + e.name
}

func (r *reader) groups() {
	for _, v := range r.found[groups] {
		e := r.entry(v)
		i := slices.IndexFunc(r.spec.Groups, func(g tenancy.GroupSpec) bool { return e.is(g.Name, g.ID, g.Domain) })
		if i < 0 {
			i = len(r.spec.Groups)
			r.spec.Groups = append(r.spec.Groups, tenancy.GroupSpec{})
		}
		g := &r.spec.Groups[i]
		r.rename(entry{g.Name, g.ID, g.Domain}.qualified(), e.qualified())
		*g = tenancy.GroupSpec{Name: e.name, ID: e.id, Domain: e.domain, DefinedTags: v.Under("definedTags").Tags()}
		r.take("groups", e.qualified())
		for _, m := range v.Under("members").Entries() {
			r.join(m, identifier(m), e.id)
		}
	}
}

// rename keeps the users in a group that has another name now.
func (r *reader) rename(old, name string) {
	if old == "" || old == name {
		return
	}
	for _, u := range r.spec.Users {
		for i := range u.Groups {
			if u.Groups[i] == old {
				u.Groups[i] = name
			}
		}
	}
}

func (r *reader) dynamicGroups() {
	for _, v := range r.found[dynamicGroups] {
		e := r.entry(v)
		i := slices.IndexFunc(r.spec.DynamicGroups, func(g tenancy.DynamicGroupSpec) bool { return e.is(g.Name, g.ID, g.Domain) })
		if i < 0 {
			i = len(r.spec.DynamicGroups)
			r.spec.DynamicGroups = append(r.spec.DynamicGroups, tenancy.DynamicGroupSpec{})
		}
		r.spec.DynamicGroups[i] = tenancy.DynamicGroupSpec{Name: e.name, ID: e.id, Domain: e.domain,
			MatchingRule: v.Under("matchingRule").Text(), DefinedTags: v.Under("definedTags").Tags()}
		r.take("dynamic groups", e.qualified())
	}
}

func (r *reader) users() {
	for _, v := range r.found[users] {
		e := r.entry(v)
		i := slices.IndexFunc(r.spec.Users, func(u tenancy.UserSpec) bool { return e.is(u.Name, u.ID, u.Domain) })
		if i < 0 {
			i = len(r.spec.Users)
			r.spec.Users = append(r.spec.Users, tenancy.UserSpec{})
		}
		u := &r.spec.Users[i]
		u.Name, u.ID, u.Domain = e.name, e.id, e.domain
		r.take("users", e.qualified())
		for _, g := range v.Under("groups").Entries() {
			r.join(g, e.id, identifier(g))
		}
	}
}

// membership is that a user is in a group, by their OCIDs.
type membership struct {
	user, group string
	at          source.Span
}

func (r *reader) join(v scenario.Value, user, group string) {
	if user != "" && group != "" {
		r.members = append(r.members, membership{user, group, place(v)})
	}
}

// memberships puts users into groups, both of which must be known by now.
func (r *reader) memberships() {
	for _, v := range r.found[memberships] {
		r.join(v, v.Under("userId").Text(), v.Under("groupId").Text())
	}
	people, named := map[string]*tenancy.UserSpec{}, map[string]string{}
	for i := range r.spec.Users {
		people[r.spec.Users[i].ID] = &r.spec.Users[i]
	}
	for _, g := range r.spec.Groups {
		named[g.ID] = entry{g.Name, g.ID, g.Domain}.qualified()
	}
	var lost []membership
	for _, m := range r.members {
		u, group := people[m.user], named[m.group]
		if u == nil || group == "" {
			lost = append(lost, m)
			continue
		}
		if !slices.Contains(u.Groups, group) {
			u.Groups = append(u.Groups, group)
		}
		r.take("memberships", u.Name+" in "+group)
	}
	if len(lost) > 0 {
		r.say(source.Warning, "unknown-member", lost[0].at, fmt.Sprintf("%s of users or groups that are not here", counted(len(lost), "membership is", "memberships are")),
			"What begins here is left out. Import the lists of users and of groups first, then this one again.")
	}
}

func (r *reader) networkSources() {
	for _, v := range r.found[networkSources] {
		n := tenancy.NetworkSourceSpec{Name: called(v)}
		for _, e := range v.Under("publicSourceList").Entries() {
			n.PublicSourceList = append(n.PublicSourceList, e.Text())
		}
		if lists := v.Under("virtualSourceList"); len(lists.Entries()) > 0 {
			r.say(source.Warning, "virtual-sources", lists.Span(), fmt.Sprintf("the virtual networks of `%s` are left out", scenario.Shown(n.Name)),
				"Only public addresses are modelled here.")
		}
		i := slices.IndexFunc(r.spec.NetworkSources, func(o tenancy.NetworkSourceSpec) bool { return strings.EqualFold(o.Name, n.Name) })
		if i < 0 {
			r.spec.NetworkSources = append(r.spec.NetworkSources, n)
		} else {
			r.spec.NetworkSources[i] = n
		}
		r.take("network sources", n.Name)
	}
}

// resources takes whatever has an OCID and lies in a compartment. Buckets are
// listed without an OCID.
//
// https://docs.oracle.com/en-us/iaas/api/#/en/objectstorage/20160918/BucketSummary/
func (r *reader) resources() {
	for _, v := range r.found[resources] {
		s := tenancy.ResourceSpec{Name: called(v), ID: identifier(v), Type: ocidKind(identifier(v)), DefinedTags: v.Under("definedTags").Tags()}
		if s.Type == "" {
			s.Type, s.ID = "bucket", ""
		}
		in := v.Under("compartmentId").Text()
		r.known(in, v.Under("compartmentId").Span())
		if s.Compartment = in; in == r.spec.ID {
			s.Compartment = ""
		}
		i := slices.IndexFunc(r.spec.Resources, func(o tenancy.ResourceSpec) bool {
			return o.Type == s.Type && (s.ID != "" && o.ID == s.ID || strings.EqualFold(o.Name, s.Name))
		})
		if i < 0 {
			r.spec.Resources = append(r.spec.Resources, s)
		} else {
			r.spec.Resources[i] = s
		}
		r.take(s.Type+"s", s.Name)
	}
}
