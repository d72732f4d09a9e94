package catalog

import (
	"iter"
	"sync"
)

// Catalog is everything that is known about what OCI can permit. It is
// immutable and safe to share.
type Catalog struct {
	date          string
	services      []Service
	permissions   []Permission
	resources     []Resource
	operations    []Operation
	byName        []*Operation
	variables     []Variable
	circumstances []Circumstance
	aliases       []Alias
	regions       []Region
	all           *Resource
}

var (
	opening sync.Once
	opened  *Catalog
)

// Default is the catalog built from the files in data/. Its tables lie ready in
// the binary as constants; the first call links them together, in a few
// milliseconds in a browser, and every later call returns the same value.
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
}

// Services yields the services in order of their keys.
func (c *Catalog) Services() iter.Seq[*Service] { return each(c.services) }

// Permissions yields all permissions in order of their names.
func (c *Catalog) Permissions() iter.Seq[*Permission] { return each(c.permissions) }

// Resources yields resource types, families and all-resources by name.
func (c *Catalog) Resources() iter.Seq[*Resource] { return each(c.resources) }

// Operations yields all operations by name, then by service.
func (c *Catalog) Operations() iter.Seq[*Operation] { return each(c.operations) }

// Variables yields all condition variables by name.
func (c *Catalog) Variables() iter.Seq[*Variable] { return each(c.variables) }

// Aliases yields the names that stand for another one.
func (c *Catalog) Aliases() iter.Seq[*Alias] { return each(c.aliases) }

// Regions yields the regions of the commercial realm by name.
func (c *Catalog) Regions() iter.Seq[*Region] { return each(c.regions) }

// Circumstances yields the conditions under which operations need more.
func (c *Catalog) Circumstances() iter.Seq[*Circumstance] { return each(c.circumstances) }
