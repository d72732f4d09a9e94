package catalog

// Holders lists who carries a permission, with the least verb that does: types,
// families through their members or by themselves, and all-resources, by name.
func (c *Catalog) Holders(p *Permission) []Carrier {
	var holders []Carrier
	for i := range c.resources {
		r := &c.resources[i]
		if least, _ := c.Least(r, p); least != 0 {
			holders = append(holders, Carrier{r.Name, least})
		}
	}
	return holders
}

// Callers lists the calls that name a permission, the caller's own or that of a
// service that acts for it, by name.
func (c *Catalog) Callers(p *Permission) []*Operation {
	var calls []*Operation
	ids := c.callsOf(p)
	for i, id := range ids {
		if i == 0 || id != ids[i-1] { // a formula may name it twice
			calls = append(calls, c.operation(id))
		}
	}
	return calls
}
