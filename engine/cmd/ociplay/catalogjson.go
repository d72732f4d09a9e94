package main

import "oci-policy-playground/engine/catalog"

// catalogJSON is what catalog --json prints: everything, or what one name means.
type catalogJSON struct {
	Date        string           `json:"date"`
	Services    []serviceJSON    `json:"services"`
	Types       []resourceJSON   `json:"types"`
	Families    []resourceJSON   `json:"families"`
	Permissions []permissionJSON `json:"permissions"`
	Operations  []operationJSON  `json:"operations"`
	Variables   []variableJSON   `json:"variables"`
}

type serviceJSON struct {
	Key  string `json:"key"`
	Name string `json:"name"`
	Date string `json:"date"`
	Note string `json:"note,omitempty"`
}

// resourceJSON is a type or a family; Verbs has what each verb adds, for a
// family through its members too. Unknown says that this is not all.
type resourceJSON struct {
	Name     string              `json:"name"`
	Service  string              `json:"service"`
	Members  []string            `json:"members,omitempty"`
	Limited  []string            `json:"limited,omitempty"`
	Excludes []string            `json:"excludes,omitempty"`
	Unknown  bool                `json:"unknown,omitempty"`
	Verbs    map[string][]string `json:"verbs"`
	Note     string              `json:"note,omitempty"`
	Source   string              `json:"source"`
}

type permissionJSON struct {
	Name     string        `json:"name"`
	Type     string        `json:"type,omitempty"`
	Carriers []carrierJSON `json:"carriers"`
	SeedOnly bool          `json:"communityOnly,omitempty"`
	Official string        `json:"official,omitempty"`
	Note     string        `json:"note,omitempty"`
	Source   string        `json:"source"`
}

type carrierJSON struct {
	Resource string `json:"resource"`
	Verb     string `json:"verb"`
}

type operationJSON struct {
	Name    string      `json:"name"`
	Service string      `json:"service"`
	Needs   formulaJSON `json:"needs"`
	Unknown string      `json:"unknown,omitempty"`
	Note    string      `json:"note,omitempty"`
	Source  string      `json:"source"`
}

// formulaJSON is a permission, or all or any of several. By names a
// service that needs it, When and Unless when it is needed at all.
type formulaJSON struct {
	Permission string        `json:"permission,omitempty"`
	By         string        `json:"by,omitempty"`
	When       string        `json:"when,omitempty"`
	Unless     string        `json:"unless,omitempty"`
	All        []formulaJSON `json:"all,omitempty"`
	Any        []formulaJSON `json:"any,omitempty"`
}

type variableJSON struct {
	Name       string   `json:"name"`
	Type       string   `json:"type"`
	Types      []string `json:"types,omitempty"`
	Principals []string `json:"principals,omitempty"`
	Only       []string `json:"only,omitempty"`
	Absent     []string `json:"absent,omitempty"`
	Present    []string `json:"present,omitempty"`
	SameAs     string   `json:"sameAs,omitempty"`
	Deprecated string   `json:"deprecated,omitempty"`
	Note       string   `json:"note,omitempty"`
	Source     string   `json:"source"`
}

// everything is the whole catalog.
func everything(c *catalog.Catalog) catalogJSON { return about(c, c.All()) }

// about is what the catalog has of these entries.
func about(c *catalog.Catalog, entries []catalog.Entry) catalogJSON {
	out := catalogJSON{Date: c.Date(), Services: []serviceJSON{}, Types: []resourceJSON{}, Families: []resourceJSON{},
		Permissions: []permissionJSON{}, Operations: []operationJSON{}, Variables: []variableJSON{}}
	for _, e := range entries {
		out.add(c, e)
	}
	return out
}

func (out *catalogJSON) add(c *catalog.Catalog, e catalog.Entry) {
	switch e.Kind {
	case catalog.ServiceEntry:
		s, _ := c.Service(e.Name)
		out.Services = append(out.Services, serviceJSON{s.Key, s.Name, s.Date, s.Note})
	case catalog.TypeEntry:
		out.Types = append(out.Types, jsonResource(c, e.Name))
	case catalog.FamilyEntry:
		out.Families = append(out.Families, jsonResource(c, e.Name))
	case catalog.OperationEntry:
		o := c.Operation(e.Key())[0]
		out.Operations = append(out.Operations, operationJSON{o.Name, o.Service, jsonNeed(o.Needs), o.Unknown, o.Note, o.Source})
	case catalog.PermissionEntry:
		p, _ := c.Permission(e.Name)
		out.Permissions = append(out.Permissions, permissionJSON{p.Name, p.Type, jsonCarriers(p.Carriers), p.SeedOnly, p.Official, p.Note, p.Source})
	case catalog.VariableEntry:
		v, _ := c.Variable(e.Name)
		s := c.Scope(v)
		out.Variables = append(out.Variables, variableJSON{v.Name, v.Type.String(), v.Types, v.Principals,
			s.Only, s.Absent, s.Present, v.SameAs, v.Deprecated, v.Note, v.Source})
	}
}

func jsonResource(c *catalog.Catalog, name string) resourceJSON {
	r, _ := c.Resource(name)
	verbs := map[string][]string{}
	for v := catalog.Inspect; v <= catalog.Manage; v++ {
		verbs[v.String()] = append([]string{}, c.Adds(r, v)...)
	}
	return resourceJSON{r.Name, r.Service, r.Members, r.Limited, r.Excludes, r.Unknown, verbs, r.Note, r.Source}
}

func jsonCarriers(list []catalog.Carrier) []carrierJSON {
	out := []carrierJSON{}
	for _, c := range list {
		out = append(out, carrierJSON{c.Resource, c.Verb.String()})
	}
	return out
}

func jsonNeed(n catalog.Need) formulaJSON {
	out := formulaJSON{Permission: n.Permission, By: n.By}
	var parts []formulaJSON
	for _, part := range n.Under {
		parts = append(parts, jsonNeed(part))
	}
	switch n.Kind {
	case catalog.Any:
		out.Any = parts
	case catalog.All, catalog.When:
		out.All = parts
	}
	switch {
	case n.Kind == catalog.When && n.Not:
		out.Unless = n.Circumstance.Name
	case n.Kind == catalog.When:
		out.When = n.Circumstance.Name
	}
	return out
}
