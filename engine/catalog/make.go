package catalog

import (
	"sort"
	"strings"
)

// How many words a row of a table has.
const (
	permissionWidth = 2
	unverbedWidth   = 4
	seedWidth       = 5
	operationWidth  = 5
	resourceWidth   = 5
	variableWidth   = 7
)

// permission is the permission with this index, made at the first call.
func (c *Catalog) permission(id uint16) *Permission {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.permissions[id] == nil {
		c.permissions[id] = c.makePermission(id)
	}
	return c.permissions[id]
}

func (c *Catalog) makePermission(id uint16) *Permission {
	s := &stream{permissionTable[:], permissionWidth * int(id)}
	p := &Permission{Name: c.permissionNames[id], id: id, home: s.next(), Source: s.text(c.texts), rows: c.rows[id]}
	p.listed = strings.HasSuffix(p.Name, "_INSPECT") || strings.HasSuffix(p.Name, "_LIST")
	p.creates = strings.HasSuffix(p.Name, "_CREATE") // VAULT_CREATE_KEY is asked of a vault that is there
	if p.home != 0 {
		p.Type = c.resources[p.home-1].Name
	}
	for _, r := range p.rows {
		p.Carriers = append(p.Carriers, Carrier{c.resources[r.resource].Name, r.verb})
	}
	if s := rowOf(unverbedTable[:], unverbedWidth, id); s != nil {
		p.Implied, p.Above, p.Note = Verb(s.next()), Verb(s.next()), s.text(c.texts)
	}
	if s := rowOf(seedTable[:], seedWidth, id); s != nil {
		p.SeedOnly, p.SeedVerb = s.next() == 1, Verb(s.next())
		p.Official, p.Note = s.text(c.texts), s.text(c.texts)
	}
	return p
}

// rowOf finds the row of an index in a table that begins each row with one, in
// rising order. It returns what stands behind the index, nil when there is none.
func rowOf(table []uint16, width int, id uint16) *stream {
	n := len(table) / width
	i := sort.Search(n, func(i int) bool { return table[i*width] >= id })
	if i == n || table[i*width] != id {
		return nil
	}
	return &stream{table, i*width + 1}
}

// operation is the operation with this index, made at the first call.
func (c *Catalog) operation(id uint16) *Operation {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.operations[id] == nil {
		c.operations[id] = c.makeOperation(id)
	}
	return c.operations[id]
}

func (c *Catalog) makeOperation(id uint16) *Operation {
	s := &stream{operationTable[:], operationWidth * int(id)}
	o := &Operation{Name: c.operationNames[id], id: id, Service: c.services[s.next()].Key, Kind: OpKind(s.next()),
		Unknown: s.text(c.texts), Note: s.text(c.texts), Source: s.text(c.texts)}
	c.decode(&stream{formulaStream[:], int(c.formulaAt[id])}, &o.Needs)
	return o
}

// callsOf lists the operations that name a permission, by index. The first call
// reads all formulas.
func (c *Catalog) callsOf(p *Permission) []uint16 {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.calls == nil {
		leaves := make([]pair[uint16], 0, len(formulaStream))
		s := words(formulaStream[:])
		for id := range c.operationNames {
			skip(s, func(permission uint16) { leaves = append(leaves, pair[uint16]{permission, uint16(id)}) })
		}
		c.calls = group(leaves, len(c.permissionNames))
	}
	return c.calls[p.id]
}
