package catalog

// Permission is the atom of a policy: what a verb on a resource type comes down
// to, and what an operation asks for.
type Permission struct {
	Name     string
	Type     string    // the resource type it belongs to, "" when none is known
	Carriers []Carrier // the table rows that have it, types and family extras; empty when no verb gives it
	SeedOnly bool      // no page of Oracle has it: it stands only in a community list
	Official string    // for such a permission the name Oracle uses, "" when there is none
	SeedVerb Verb      // the verb that the community list's rule gives it; zero outside that list
	Implied  Verb      // for a permission no verb table has: the verb that the page says its operations need
	Above    Verb      // for such a permission: a verb that is known not to carry it, as are those below; zero when nobody knows
	Note     string
	Source   string

	id      uint16
	home    uint16 // index into resources plus one
	listed  bool   // a list call asks for it, by its name
	creates bool   // by its name it is asked of a resource that is not there yet
	rows    []row  // Carriers by index
}

// Carrier is one row of a verb table: a resource and the least of its verbs that
// has the permission.
type Carrier struct {
	Resource string // a type, or a family for what it has beyond its members
	Verb     Verb
}

// On is the type of the resource that the permission is checked on, which is
// where that resource is. Who delegates a key delegates one of the keys: nothing
// is of the type key-delegate itself, and its statement names the compartment
// that holds the key.
//
// https://docs.oracle.com/en/cloud/saas/applications-common/faude/configure-client-side-encryption.html
func (p *Permission) On() string {
	if p.Type == "key-delegate" {
		return "keys"
	}
	return p.Type
}

type row struct {
	resource uint16
	verb     Verb
}

// Unverbed reports that no verb of any type is known to carry the permission,
// though Oracle knows it: only an operation's row or an example names it.
func (p *Permission) Unverbed() bool { return len(p.rows) == 0 && !p.SeedOnly }

// Permission finds a permission by name, in any case.
func (c *Catalog) Permission(name string) (*Permission, bool) {
	i, ok := find(len(c.permissionNames), name, func(i int) string { return c.permissionNames[i] })
	if !ok {
		return nil, false
	}
	return c.permission(uint16(i)), true
}
