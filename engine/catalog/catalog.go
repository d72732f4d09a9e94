package catalog

import (
	"iter"
	"sync"
)

// Catalog is everything that is known about what OCI can permit. What it says
// never changes, and it is safe to share.
type Catalog struct {
	date          string
	services      []Service
	resources     []Resource
	variables     []Variable
	circumstances []Circumstance
	aliases       []Alias
	regions       []Region

	texts           []string
	permissionNames []string
	operationNames  []string
	rows            [][]row  // of the verb tables, by permission
	formulaAt       []uint16 // where in the stream an operation's formula begins

	mu          sync.Mutex
	permissions []*Permission // made when first asked for
	operations  []*Operation  // the same
	calls       [][]uint16    // the operations that name a permission, by permission; the same
}

var (
	opening sync.Once
	opened  *Catalog
)

// Default is the catalog built from the files in data/. Its tables lie ready in
// the binary as constants; the first call links the small ones together, and
// permissions and operations are made one by one as they are asked for. Every
// later call returns the same value.
func Default() *Catalog {
	opening.Do(func() { opened = link() })
	return opened
}

// Date is the day of the newest facts, as 2006-01-02.
func (c *Catalog) Date() string { return c.date }

// Service is one part of OCI with policies of its own.
type Service struct {
	Key  string // short and lower-case, the first half of "iam:ListUsers"
	Name string
	Date string // of the newest facts about it
	Note string // what is missing from it, "" when nothing is known to be
}

// Services yields the services in order of their keys.
func (c *Catalog) Services() iter.Seq[*Service] { return each(c.services) }

// Permissions yields all permissions in order of their names.
func (c *Catalog) Permissions() iter.Seq[*Permission] {
	return func(yield func(*Permission) bool) {
		for id := range c.permissionNames {
			if !yield(c.permission(uint16(id))) {
				return
			}
		}
	}
}

// Resources yields resource types, families and all-resources by name.
func (c *Catalog) Resources() iter.Seq[*Resource] { return each(c.resources) }

// Operations yields all operations by name, then by service.
func (c *Catalog) Operations() iter.Seq[*Operation] {
	return func(yield func(*Operation) bool) {
		for id := range c.operationNames {
			if !yield(c.operation(uint16(id))) {
				return
			}
		}
	}
}

// Variables yields all condition variables by name.
func (c *Catalog) Variables() iter.Seq[*Variable] { return each(c.variables) }

// Aliases yields the names that stand for another one.
func (c *Catalog) Aliases() iter.Seq[*Alias] { return each(c.aliases) }

// Regions yields the regions realm by realm, the commercial one first, by name.
func (c *Catalog) Regions() iter.Seq[*Region] { return each(c.regions) }
