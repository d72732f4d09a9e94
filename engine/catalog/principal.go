package catalog

import (
	"iter"
	"strings"
)

// PrincipalKind is a kind of resource that can call OCI by itself, or a service
// that does. Those in the catalog are the known ones, not all.
type PrincipalKind struct {
	Name   string // fnfunc; of a service oke, or objectstorage-{region} for one a region
	Says   string // "a function"
	Note   string
	Source string
}

// PrincipalTypes yields the known values of resource.type in a matching rule and
// of request.principal.type, by name. What is not among them may well exist:
// https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm
func (c *Catalog) PrincipalTypes() iter.Seq[PrincipalKind] { return c.kinds(principalTypeTable[:]) }

// ServicePrincipals yields the known names that may stand behind "service" in a
// statement, by name. There are more.
func (c *Catalog) ServicePrincipals() iter.Seq[PrincipalKind] {
	return c.kinds(servicePrincipalTable[:])
}

func (c *Catalog) kinds(table []uint16) iter.Seq[PrincipalKind] {
	return func(yield func(PrincipalKind) bool) {
		for s := words(table); s.more(); {
			if !yield(PrincipalKind{s.text(c.texts), s.text(c.texts), s.text(c.texts), s.text(c.texts)}) {
				return
			}
		}
	}
}

// TypeInOCID is a type of resource as OCIDs spell it, which is what resource.type
// holds. The page on matching rules, which says so, prints two types otherwise:
// https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm
func TypeInOCID(name string) string {
	switch {
	case strings.EqualFold(name, "fnfunction"):
		return "fnfunc"
	case strings.EqualFold(name, "vaults"):
		return "vault"
	}
	return name
}
