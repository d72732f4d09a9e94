package catalog

// AliasKind says who uses the other name.
type AliasKind uint8

// Where another name is met.
const (
	Spelling  AliasKind = 1 + iota // Oracle's own pages print both
	Community                      // community guides use it; OCI does not know it
	Mistake                        // commonly typed and wrong: good for a suggestion, nothing else
)

// Alias is another name of a resource type or family.
type Alias struct {
	Name     string
	Resource string // the name it stands for
	Kind     AliasKind
	Note     string
	Source   string
}

// Alias finds what another name stands for, in any case.
func (c *Catalog) Alias(name string) (Alias, bool) {
	i, ok := find(len(c.aliases), name, func(i int) string { return c.aliases[i].Name })
	if !ok {
		return Alias{}, false
	}
	return c.aliases[i], true
}
