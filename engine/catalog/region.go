package catalog

// Region is one place OCI runs in. Realms are apart from each other: a tenancy
// lies in one of them, most in the commercial oc1.
type Region struct {
	Name  string // us-ashburn-1
	Key   string // IAD
	Realm string // oc1
}

// Region finds a region of any realm by name or by three-letter key, in any
// case. Conditions compare keys, quotas names:
// https://docs.oracle.com/en-us/iaas/Content/General/Concepts/regions.htm
func (c *Catalog) Region(nameOrKey string) (Region, bool) {
	for _, r := range c.regions {
		if fold(r.Name, nameOrKey) == 0 || fold(r.Key, nameOrKey) == 0 {
			return r, true
		}
	}
	return Region{}, false
}
