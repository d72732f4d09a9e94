package catalog

import "strings"

// The generated tables (tables_gen.go) are names and numbers: a name's place in
// its list is its index, and everything else refers to it by that index. Linking
// turns them into the structs that callers see, in a few large allocations.

// link builds the catalog. The order matters: later steps point into earlier ones.
func link() *Catalog {
	c := &Catalog{}
	texts := lines(textLines)
	c.linkServices(texts)
	c.linkPermissions(texts)
	c.linkResources(texts)
	c.linkCarriers()
	c.linkCircumstances(texts)
	c.linkOperations(texts)
	c.linkVariables(texts)
	c.linkAliases(texts)
	c.linkRegions(texts)
	return c
}

func lines(list string) []string { return strings.Split(list, "\n") }

func (c *Catalog) linkServices(texts []string) {
	for s := words(serviceTable[:]); s.more(); {
		service := Service{Key: s.text(texts), Name: s.text(texts), Date: s.text(texts)}
		c.services = append(c.services, service)
		c.date = max(c.date, service.Date)
	}
}

func (c *Catalog) linkPermissions(texts []string) {
	names, s := lines(permissionNames), words(permissionTable[:])
	c.permissions = make([]Permission, len(names))
	for i, name := range names {
		p := &c.permissions[i]
		*p = Permission{Name: name, id: uint16(i), home: s.next(), Source: s.text(texts)}
		p.listed = strings.HasSuffix(name, "_INSPECT") || strings.HasSuffix(name, "_LIST")
		p.creates = strings.HasSuffix(name, "_CREATE") // VAULT_CREATE_KEY is asked of a vault that is there
	}
	for s := words(unverbedTable[:]); s.more(); {
		p := &c.permissions[s.next()]
		p.Implied, p.Note = Verb(s.next()), s.text(texts)
	}
	for s := words(seedTable[:]); s.more(); {
		p := &c.permissions[s.next()]
		p.SeedOnly, p.SeedVerb = s.next() == 1, Verb(s.next())
		p.Official, p.Note = s.text(texts), s.text(texts)
	}
}

func (c *Catalog) linkResources(texts []string) {
	names, s := lines(resourceNames), words(resourceTable[:])
	permissions := lines(permissionNames)
	grants, members := words(grantStream[:]), words(memberStream[:])
	c.resources = make([]Resource, len(names))
	for i, name := range names {
		r := &c.resources[i]
		*r = Resource{Name: name, id: uint16(i), Service: c.services[s.next()].Key, Kind: Kind(s.next()),
			Unknown: s.next() == 1, Note: s.text(texts), Source: s.text(texts)}
		for v := Inspect; v <= Manage; v++ {
			r.adds[v] = grants.list()
		}
		r.members = members.list()
		r.Members = named(names, r.members)
		r.limited, r.excludes = members.list(), members.list()
		r.Limited, r.Excludes = named(names, r.limited), named(permissions, r.excludes)
	}
	for i := range c.permissions {
		if p := &c.permissions[i]; p.home != 0 {
			p.Type = names[p.home-1]
		}
	}
}

func named(names []string, ids []uint16) []string {
	if len(ids) == 0 {
		return nil
	}
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = names[id]
	}
	return list
}

// linkCarriers turns the verb tables round: from a resource's permissions to a
// permission's resources.
func (c *Catalog) linkCarriers() {
	rows := make([]pair[row], 0, len(grantStream))
	carriers := make([]pair[Carrier], 0, len(grantStream))
	for i := range c.resources {
		r := &c.resources[i]
		for v := Inspect; v <= Manage; v++ {
			for _, id := range r.adds[v] {
				rows = append(rows, pair[row]{id, row{r.id, v}})
				carriers = append(carriers, pair[Carrier]{id, Carrier{r.Name, v}})
			}
		}
	}
	byRow, byCarrier := group(rows, len(c.permissions)), group(carriers, len(c.permissions))
	for i := range c.permissions {
		c.permissions[i].rows, c.permissions[i].Carriers = byRow[i], byCarrier[i]
	}
}

func (c *Catalog) linkCircumstances(texts []string) {
	for s := words(circumstanceTable[:]); s.more(); {
		c.circumstances = append(c.circumstances,
			Circumstance{Name: s.text(texts), Says: s.text(texts), Default: Assumption(s.next())})
	}
}

func (c *Catalog) linkOperations(texts []string) {
	names, s := lines(operationNames), words(operationTable[:])
	c.operations = make([]Operation, len(names))
	c.byName = make([]*Operation, len(names))
	f := formulas{c, words(formulaStream[:]), texts, make([]Need, 0, len(formulaStream)), make([]pair[uint16], 0, len(formulaStream))}
	for i, name := range names {
		o := &c.operations[i]
		*o = Operation{Name: name, id: uint16(i), Service: c.services[s.next()].Key, Kind: OpKind(s.next()),
			Unknown: s.text(texts), Note: s.text(texts), Source: s.text(texts)}
		f.of(o.id, &o.Needs)
		c.byName[i] = o
	}
	for i, calls := range group(f.leaves, len(c.permissions)) {
		c.permissions[i].calls = calls
	}
}

func (c *Catalog) linkVariables(texts []string) {
	names, s, lists := lines(variableNames), words(variableTable[:]), words(variableStream[:])
	resources := lines(resourceNames)
	c.variables = make([]Variable, len(names))
	for i, name := range names {
		v := &c.variables[i]
		*v = Variable{Name: name, Type: VarType(s.next()), Multi: s.next() == 1, Dialect: Dialect(s.next()),
			Deprecated: s.text(texts), SameAs: s.text(texts), Note: s.text(texts), Source: s.text(texts)}
		v.types = lists.list()
		v.Types, v.Principals = named(resources, v.types), named(texts, lists.list())
		v.absent, v.present = rules(lists.list()), rules(lists.list())
		if stem, _, tag := strings.Cut(name, tagMark+"<"); tag {
			v.stem = stem + tagMark
		}
	}
}

func rules(flat []uint16) []rule {
	var rs []rule
	for i := 0; i < len(flat); i += 2 {
		rs = append(rs, rule{ruleKind(flat[i]), flat[i+1]})
	}
	return rs
}

func (c *Catalog) linkAliases(texts []string) {
	for s := words(aliasTable[:]); s.more(); {
		c.aliases = append(c.aliases, Alias{Name: s.text(texts), Resource: c.resources[s.next()].Name,
			Kind: AliasKind(s.next()), Note: s.text(texts), Source: s.text(texts)})
	}
}

func (c *Catalog) linkRegions(texts []string) {
	for s := words(regionTable[:]); s.more(); {
		c.regions = append(c.regions, Region{Name: s.text(texts), Key: s.text(texts)})
	}
}
