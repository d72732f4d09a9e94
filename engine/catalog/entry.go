package catalog

// EntryKind tells what an entry is about.
type EntryKind uint8

// The kinds of entries, in the order in which equal finds are shown.
const (
	ServiceEntry EntryKind = 1 + iota
	TypeEntry
	FamilyEntry // all-resources is one
	OperationEntry
	PermissionEntry
	VariableEntry
)

var entryKindNames = [...]string{"", "service", "type", "family", "operation", "permission", "variable"}

// String is the kind in one word.
func (k EntryKind) String() string { return entryKindNames[k] }

// Entry names one thing that the catalog has something to say about. Its Name
// finds the thing again: by [Catalog.Service], [Catalog.Resource],
// [Catalog.Operation], [Catalog.Permission] or [Catalog.Variable].
type Entry struct {
	Kind    EntryKind
	Name    string
	Service string // the service's key, "" where there is no one service
}

// Key is the entry's name in text: with the service in front for a call, since
// several services may use one name.
func (e Entry) Key() string {
	if e.Kind == OperationEntry {
		return e.Service + ":" + e.Name
	}
	return e.Name
}

// Entries are the things of exactly this name, in any case: a call of several
// services is several things. The other name of a type leads to the type.
func (c *Catalog) Entries(name string) []Entry {
	var found []Entry
	if s, ok := c.Service(name); ok {
		found = append(found, Entry{ServiceEntry, s.Key, s.Key})
	}
	if r, ok := c.Resource(name); ok {
		found = append(found, r.entry())
	} else if a, ok := c.Alias(name); ok {
		r, _ := c.Resource(a.Resource)
		found = append(found, r.entry())
	}
	for _, o := range c.Operation(name) {
		found = append(found, Entry{OperationEntry, o.Name, o.Service})
	}
	if p, ok := c.Permission(name); ok {
		found = append(found, c.permissionEntry(p.id))
	}
	if v, ok := c.Variable(name); ok {
		found = append(found, Entry{VariableEntry, v.Name, ""})
	}
	return found
}

func (r *Resource) entry() Entry {
	if r.Kind == TypeKind {
		return Entry{TypeEntry, r.Name, r.Service}
	}
	return Entry{FamilyEntry, r.Name, r.Service}
}

func (c *Catalog) permissionEntry(id uint16) Entry {
	e := Entry{Kind: PermissionEntry, Name: c.permissionNames[id]}
	if home := permissionTable[permissionWidth*int(id)]; home != 0 {
		e.Service = c.resources[home-1].Service
	}
	return e
}

func (c *Catalog) operationEntry(id uint16) Entry {
	return Entry{OperationEntry, c.operationNames[id], c.services[operationTable[operationWidth*int(id)]].Key}
}

// Service finds a service by its key or its title, in any case.
func (c *Catalog) Service(name string) (*Service, bool) {
	for i := range c.services {
		if s := &c.services[i]; fold(s.Key, name) == 0 || fold(s.Name, name) == 0 {
			return s, true
		}
	}
	return nil, false
}

// All lists everything, kind by kind and by name.
func (c *Catalog) All() []Entry {
	all := make([]Entry, 0, c.size())
	for i := range c.services {
		all = append(all, Entry{ServiceEntry, c.services[i].Key, c.services[i].Key})
	}
	for i := range c.resources {
		all = append(all, c.resources[i].entry())
	}
	for id := range c.operationNames {
		all = append(all, c.operationEntry(uint16(id)))
	}
	for id := range c.permissionNames {
		all = append(all, c.permissionEntry(uint16(id)))
	}
	for i := range c.variables {
		all = append(all, Entry{VariableEntry, c.variables[i].Name, ""})
	}
	return all
}

// size is how many things the catalog has.
func (c *Catalog) size() int {
	return len(c.services) + len(c.resources) + len(c.operationNames) + len(c.permissionNames) + len(c.variables)
}
