package main

import (
	"fmt"
	"strings"
)

var varTypes = map[string]uint16{
	"string": 1, "ocid": 2, "boolean": 3, "number": 4, "instant": 5, "timeOfDay": 6,
	"month": 7, "day": 8, "weekday": 9, "region": 10, "strings": 11, "ocids": 12,
}

func (t *tables) fillVariables(f *files) {
	rows := map[string]func(){}
	for i := range f.services {
		s := &f.services[i]
		for _, v := range s.Variables {
			rows[v.Name] = func() { t.putVariable(s, v) }
		}
	}
	for _, name := range t.variables.names {
		rows[name]()
	}
}

func (t *tables) putVariable(s *service, v variable) {
	if varTypes[v.Type] == 0 {
		t.complain(fmt.Errorf("%s: no type called %q", v.Name, v.Type))
	}
	t.put("variableTable", varTypes[v.Type], bit(v.Multi), 1+bit(v.GuideOnly),
		t.text(v.Deprecated), t.text(v.SameAs), t.text(v.Note), t.origin(s, v.Source))
	t.putList("variableStream", indices(v.Types, t.resource))
	t.putList("variableStream", indices(v.Principals, t.text))
	absent := t.rules(s, v.Absent)
	if v.Only != nil {
		absent = []uint16{onEvery, 0}
	}
	t.putList("variableStream", absent)
	t.putList("variableStream", t.rules(s, append(v.Present, v.Only...)))
}

// The kinds of exceptions, as engine/catalog/presence.go numbers them.
const (
	onList       = 1
	onCreate     = 2
	onOperation  = 3
	onPermission = 4
	onType       = 5
	onEvery      = 6
)

// rules tells by its shape what an exception names: PERMISSION, Operation,
// service:Operation or type.
func (t *tables) rules(s *service, list []string) []uint16 {
	var flat []uint16
	for _, name := range list {
		switch {
		case name == "list":
			flat = append(flat, onList, 0)
		case name == "create":
			flat = append(flat, onCreate, 0)
		case name == strings.ToUpper(name):
			flat = append(flat, onPermission, t.permission(name))
		case 'A' <= name[0] && name[0] <= 'Z', strings.Contains(name, ":"):
			flat = append(flat, t.callRules(s, name)...)
		default:
			flat = append(flat, onType, t.resource(name))
		}
	}
	return flat
}

// callRules has a rule for the call of this name in the service that it or else
// the file names, and for a file without calls in all services.
func (t *tables) callRules(s *service, name string) []uint16 {
	key, call, narrow := strings.Cut(name, ":")
	if !narrow {
		key, call = s.Key, name
	}
	var flat []uint16
	for i, c := range t.calls {
		if c.Name == call && (c.in.Key == key || !narrow && len(s.Operations) == 0) {
			flat = append(flat, onOperation, uint16(i))
		}
	}
	if flat == nil {
		t.complain(fmt.Errorf("no operation called %q", name))
	}
	return flat
}
