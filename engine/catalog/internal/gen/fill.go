package main

import (
	"fmt"
	"strings"
)

func (t *tables) fillServices(f *files) {
	for _, s := range f.services {
		t.put("serviceTable", t.text(s.Key), t.text(s.Service), t.text(s.Date), t.text(s.Note))
	}
}

func (t *tables) fillPermissions(m *merged) {
	for i, name := range t.permissions.names {
		p := m.fact(name)
		home := uint16(0)
		if h := t.homeOf(name, p); h != "" {
			home = t.resource(h) + 1
		}
		if p.source == 0 {
			t.complain(fmt.Errorf("%s: only operations name it; give it a row under unverbed", name))
		}
		t.put("permissionTable", home, p.source)
		t.fillRare(uint16(i), p)
	}
}

func (t *tables) fillRare(id uint16, p *fact) {
	if p.op != nil {
		t.put("unverbedTable", id, verb(p.op.Implied), verb(p.op.Above), t.text(p.op.Note))
	}
	if p.seed != nil {
		t.put("seedTable", id, bit(!p.seed.Known), seedVerb(p.seed.Name), t.text(p.seed.Official), t.text(p.seed.Note))
	}
}

func verb(name string) uint16 {
	for i, v := range []string{"", "inspect", "read", "use", "manage"} {
		if v == name {
			return uint16(i)
		}
	}
	panic("no verb called " + name)
}

// seedVerb is the community list's rule: a permission's ending tells its verb.
func seedVerb(name string) uint16 {
	endings := []struct{ ending, verb string }{
		{"_INSPECT", "inspect"}, {"_READ", "read"}, {"_UPDATE", "use"}, {"_USE", "use"}, {"_MOVE", "use"},
	}
	for _, e := range endings {
		if strings.HasSuffix(name, e.ending) {
			return verb(e.verb)
		}
	}
	return verb("manage")
}

func bit(b bool) uint16 {
	if b {
		return 1
	}
	return 0
}

func (t *tables) fillCircumstances(f *files) {
	defaults := map[string]uint16{"no": 1, "unknown": 2}
	for _, c := range f.circumstances {
		if defaults[c.Default] == 0 {
			t.complain(fmt.Errorf("circumstance %s: default is no or unknown", c.Name))
		}
		t.put("circumstanceTable", t.text(c.Name), t.text(c.Says), defaults[c.Default])
	}
}

func (t *tables) fillOperations() {
	for _, c := range t.calls {
		t.put("operationTable", c.id, t.kindOf(c.operation), t.text(c.Unknown), t.text(c.Note), t.origin(c.in, c.Source))
		t.put("formulaStream", t.formula(c.Needs, "")...)
	}
}

// kindOf reads an operation's kind off its name unless the row says otherwise.
func (t *tables) kindOf(o *operation) uint16 {
	kind := o.Kind
	switch {
	case kind != "":
	case strings.HasPrefix(o.Name, "List"):
		kind = "list"
	case strings.HasPrefix(o.Name, "Create"), strings.HasPrefix(o.Name, "Launch"):
		kind = "create"
	default:
		kind = "other"
	}
	kinds := map[string]uint16{"other": 1, "list": 2, "create": 3}
	if kinds[kind] == 0 {
		t.complain(fmt.Errorf("%s: no kind called %q", o.Name, kind))
	}
	return kinds[kind]
}

func (t *tables) fillAliases(f *files) {
	kinds := map[string]uint16{"spelling": 1, "community": 2, "mistake": 3}
	rows, names := map[string]func(){}, map[string]bool{}
	for i := range f.services {
		s := &f.services[i]
		for _, a := range s.Aliases {
			t.fresh(names, a.Name)
			if _, taken := t.resources.index[strings.ToLower(a.Name)]; taken || kinds[a.Kind] == 0 {
				t.complain(fmt.Errorf("alias %s: a resource's own name, or a wrong kind", a.Name))
			}
			rows[a.Name] = func() {
				t.put("aliasTable", t.text(a.Name), t.resource(a.For), kinds[a.Kind], t.text(a.Note), t.origin(s, a.Source))
			}
		}
	}
	for _, name := range newNameList("alias", names).names {
		rows[name]()
	}
}

func (t *tables) fillPrincipals(table string, rows []principalType, sources []string) {
	for _, r := range rows {
		if r.Source >= len(sources) {
			t.complain(fmt.Errorf("%s: no source %d", r.Name, r.Source))
			return
		}
		t.put(table, t.text(r.Name), t.text(r.Says), t.text(r.Note), t.text(sources[r.Source]))
	}
}
