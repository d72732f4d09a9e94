package catalog

import "strings"

// The generated tables (tables_gen.go) are names and numbers: a name's place in
// its list is its index, and everything else refers to it by that index. Linking
// turns the small tables into the structs that callers see. Permissions and
// operations are thousands, of which a session meets few: those are made when
// somebody asks (make.go).

// link builds the catalog. The order matters: later steps point into earlier ones.
func link() *Catalog {
	c := &Catalog{
		texts:           lines(textLines, textCount),
		permissionNames: lines(permissionNames, len(permissionTable)/permissionWidth),
		operationNames:  lines(operationNames, len(operationTable)/operationWidth),
	}
	c.permissions = make([]*Permission, len(c.permissionNames))
	c.operations = make([]*Operation, len(c.operationNames))
	c.linkServices(c.texts)
	c.linkResources(c.texts)
	c.linkRows()
	c.linkCircumstances(c.texts)
	c.linkFormulas()
	c.linkVariables(c.texts)
	c.linkAliases(c.texts)
	c.linkRegions(c.texts)
	return c
}

// lines splits a list of so many names. strings.Split would count them first.
func lines(list string, n int) []string {
	names := make([]string, 0, n)
	for {
		name, rest, more := strings.Cut(list, "\n")
		names = append(names, name)
		if !more {
			return names
		}
		list = rest
	}
}

func (c *Catalog) linkServices(texts []string) {
	for s := words(serviceTable[:]); s.more(); {
		service := Service{Key: s.text(texts), Name: s.text(texts), Date: s.text(texts), Note: s.text(texts)}
		c.services = append(c.services, service)
		c.date = max(c.date, service.Date)
	}
}

func (c *Catalog) linkResources(texts []string) {
	names, s := lines(resourceNames, len(resourceTable)/resourceWidth), words(resourceTable[:])
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
		r.Limited, r.Excludes = named(names, r.limited), named(c.permissionNames, r.excludes)
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

// linkRows turns the verb tables round: from a resource's permissions to a
// permission's resources.
func (c *Catalog) linkRows() {
	rows := make([]pair[row], 0, len(grantStream))
	for i := range c.resources {
		r := &c.resources[i]
		for v := Inspect; v <= Manage; v++ {
			for _, id := range r.adds[v] {
				rows = append(rows, pair[row]{id, row{r.id, v}})
			}
		}
	}
	c.rows = group(rows, len(c.permissionNames))
}

func (c *Catalog) linkCircumstances(texts []string) {
	for s := words(circumstanceTable[:]); s.more(); {
		c.circumstances = append(c.circumstances,
			Circumstance{Name: s.text(texts), Says: s.text(texts), Default: Assumption(s.next())})
	}
}

// linkFormulas notes where the formula of each operation begins.
func (c *Catalog) linkFormulas() {
	c.formulaAt = make([]uint16, len(c.operationNames))
	s := words(formulaStream[:])
	for i := range c.formulaAt {
		c.formulaAt[i] = uint16(s.at)
		skip(s, func(uint16) {})
	}
}

func (c *Catalog) linkVariables(texts []string) {
	names, s, lists := lines(variableNames, len(variableTable)/variableWidth), words(variableTable[:]), words(variableStream[:])
	resources := lines(resourceNames, len(c.resources))
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
		c.regions = append(c.regions, Region{Name: s.text(texts), Key: s.text(texts), Realm: s.text(texts)})
	}
}
