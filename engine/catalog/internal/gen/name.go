package main

import (
	"fmt"
	"sort"
	"strings"
)

// name gives everything its index.
func (t *tables) name(f *files) {
	permissions, resources, variables := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range f.services {
		s := &f.services[i]
		s.eachPermission(func(p string) { permissions[p] = true })
		for _, r := range s.Types {
			resources[r.Name] = true
		}
		for _, r := range s.Families {
			t.fresh(resources, r.Name)
		}
		for _, v := range s.Variables {
			t.fresh(variables, v.Name)
		}
		for j := range s.Operations {
			t.calls = append(t.calls, call{&s.Operations[j], s, uint16(i)})
		}
	}
	t.permissions = newNameList("permission", permissions)
	t.resources = newNameList("resource", resources)
	t.variables = newNameList("variable", variables)
	for i, c := range f.circumstances {
		t.circumstances[c.Name] = uint16(i)
	}
	for _, l := range []*nameList{t.permissions, t.resources, t.variables} {
		t.complain(l.twins())
	}
	t.sortCalls()
}

// fresh notes a name that only one row may have. (A type may stand in the files
// of two services that share it.)
func (t *tables) fresh(names map[string]bool, name string) {
	if names[name] {
		t.complain(fmt.Errorf("%q stands twice", name))
	}
	names[name] = true
}

func (t *tables) sortCalls() {
	key := func(c call) string { return strings.ToLower(c.Name) + "\n" + c.in.Key }
	sort.Slice(t.calls, func(i, j int) bool { return key(t.calls[i]) < key(t.calls[j]) })
	for i := 1; i < len(t.calls); i++ {
		if key(t.calls[i-1]) == key(t.calls[i]) {
			t.complain(fmt.Errorf("%s: operation %s stands twice", t.calls[i].in.Key, t.calls[i].Name))
		}
	}
}

// eachPermission calls f with every permission that a file names.
func (s *service) eachPermission(f func(string)) {
	for _, r := range s.Types {
		for _, list := range r.steps() {
			all(list, f)
		}
	}
	for _, r := range s.Families {
		for _, list := range r.steps() {
			all(list, f)
		}
	}
	for _, u := range s.Unverbed {
		f(u.Name)
	}
	for _, p := range s.Seed {
		f(p.Name)
	}
	for _, o := range s.Operations {
		leaves(o.Needs, f)
	}
}

func all(list []string, f func(string)) {
	for _, s := range list {
		f(s)
	}
}

// steps is what each verb adds, lowest first.
func (r *resourceType) steps() [4][]string {
	return [4][]string{r.Inspect, r.Read, r.Use, r.Manage}
}

func (r *family) steps() [4][]string {
	return [4][]string{r.Extra["inspect"], r.Extra["read"], r.Extra["use"], r.Extra["manage"]}
}
