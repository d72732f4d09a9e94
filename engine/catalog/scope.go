package catalog

// Scope is where the checks of a variable's types carry it, and where not, in
// words: calls, permissions, types, "list calls" or "create calls".
type Scope struct {
	Only    []string // when not empty, it is carried here alone
	Absent  []string
	Present []string // in spite of its types or of what Absent says
}

// Scope tells what [Catalog.Presence] goes by for a variable.
func (c *Catalog) Scope(v *Variable) Scope {
	s := Scope{Absent: c.ruleNames(v.absent), Present: c.ruleNames(v.present)}
	if len(v.absent) == 1 && v.absent[0].kind == onEvery {
		return Scope{Only: s.Present}
	}
	return s
}

func (c *Catalog) ruleNames(rules []rule) []string {
	var names []string
	for _, r := range rules {
		names = append(names, c.ruleName(r))
	}
	return names
}

func (c *Catalog) ruleName(r rule) string {
	switch r.kind {
	case onList:
		return "list calls"
	case onCreate:
		return "create calls"
	case onOperation:
		return c.operationNames[r.id]
	case onPermission:
		return c.permissionNames[r.id]
	case onType:
		return c.resources[r.id].Name
	}
	return ""
}
