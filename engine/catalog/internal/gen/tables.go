package main

import (
	"errors"
	"fmt"
	"strings"
)

// tables is what the generated file holds, with the indices used on the way.
type tables struct {
	permissions, resources, variables *nameList
	circumstances                     map[string]uint16
	calls                             []call // in the order of the table
	texts                             map[string]uint16
	textList                          []string
	out                               map[string][]uint16
	errs                              []error
	used                              map[string]bool // circumstances
}

// call is an operation and the service it is filed under.
type call struct {
	*operation
	in *service
	id uint16 // of the service
}

func newTables() *tables {
	t := &tables{texts: map[string]uint16{}, out: map[string][]uint16{}, circumstances: map[string]uint16{}, used: map[string]bool{}}
	t.text("")
	return t
}

func (t *tables) complain(err error) {
	if err != nil {
		t.errs = append(t.errs, err)
	}
}

// put appends a row to a table.
func (t *tables) put(table string, row ...uint16) { t.out[table] = append(t.out[table], row...) }

// putList appends a count and the words counted.
func (t *tables) putList(table string, list []uint16) {
	t.put(table, uint16(len(list)))
	t.put(table, list...)
}

// text files a string and returns its index.
func (t *tables) text(s string) uint16 {
	i, ok := t.texts[s]
	if !ok {
		if strings.Contains(s, "\n") {
			t.complain(fmt.Errorf("a line break in %q", s))
		}
		i = uint16(len(t.textList))
		t.texts[s], t.textList = i, append(t.textList, s)
	}
	return i
}

func (t *tables) permission(name string) uint16 {
	i, err := t.permissions.of(name)
	t.complain(err)
	return i
}

func (t *tables) resource(name string) uint16 {
	i, err := t.resources.of(name)
	t.complain(err)
	return i
}

func (t *tables) circumstance(key string) uint16 {
	i, ok := t.circumstances[key]
	if !ok {
		t.complain(fmt.Errorf("no circumstance called %q", key))
	}
	t.used[key] = true
	return i
}

func (t *tables) origin(s *service, i int) uint16 {
	if i < 0 || i >= len(s.Sources) {
		t.complain(fmt.Errorf("%s: no source %d", s.Key, i))
		return 0
	}
	return t.text(s.Sources[i])
}

// fill computes every table.
func (t *tables) fill(f *files) error {
	t.name(f)
	if err := errors.Join(t.errs...); err != nil {
		return err
	}
	t.fillServices(f)
	m := t.merge(f)
	t.fillPermissions(m)
	t.fillResources(f, m)
	t.fillCircumstances(f)
	t.fillOperations()
	t.fillVariables(f)
	t.fillAliases(f)
	for _, r := range f.regions.Regions {
		t.put("regionTable", t.text(r[0]), t.text(r[1]), t.text(r[2]))
	}
	t.fillPrincipals("principalTypeTable", f.principals.Types, f.principals.Sources)
	t.fillPrincipals("servicePrincipalTable", f.principals.Services, f.principals.Sources)
	t.checkUse(f)
	return errors.Join(t.errs...)
}

// checkUse refuses circumstances that no formula mentions.
func (t *tables) checkUse(f *files) {
	for _, c := range f.circumstances {
		if !t.used[c.Name] {
			t.complain(fmt.Errorf("circumstance %q is used nowhere", c.Name))
		}
	}
}
