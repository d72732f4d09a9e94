package store

import (
	"oci-policy-playground/engine/catalog"
	say "oci-policy-playground/web/words"
)

// page is a PageView in the making.
type page struct {
	PageView
	state   State
	catalog *catalog.Catalog
}

func (s State) pageOf(c *catalog.Catalog, e catalog.Entry) PageView {
	p := &page{PageView{Key: e.Kind.String() + " " + e.Key(), Title: e.Name, Kind: e.Kind.String()}, s, c}
	switch e.Kind {
	case catalog.ServiceEntry:
		service, _ := c.Service(e.Name)
		p.service(service)
	case catalog.OperationEntry:
		p.operation(c.Operation(e.Key())[0])
	case catalog.PermissionEntry:
		permission, _ := c.Permission(e.Name)
		p.permission(permission)
	case catalog.VariableEntry:
		variable, _ := c.Variable(e.Name)
		p.variable(variable)
	default:
		resource, _ := c.Resource(e.Name)
		p.resource(resource)
	}
	return p.PageView
}

// say adds a sentence, if there is one; backquotes mark OCI's words.
func (p *page) say(text string) {
	if text != "" {
		p.Lead = append(p.Lead, phrases(text))
	}
}

// sayNames adds a sentence that ends in names.
func (p *page) sayNames(lead string, names []string) {
	if len(names) > 0 {
		p.Lead = append(p.Lead, append([]Phrase{{Text: lead}}, listed(names)...))
	}
}

func (p *page) of(key string) {
	if service, ok := p.catalog.Service(key); ok {
		p.Lead = append(p.Lead, []Phrase{{Text: say.OfService}, {Text: service.Name, Link: service.Key}, {Text: ". " + say.FactsSince(service.Date)}})
	}
}

func (p *page) block(title string, rows []LineView, head ...string) {
	if len(rows) > 0 {
		p.Blocks = append(p.Blocks, BlockView{title, head, rows})
	}
}

// names is a block of names in one row.
func (p *page) names(title string, names []string) {
	if len(names) > 0 {
		p.block(title, []LineView{{Cells: [][]Phrase{listed(names)}}})
	}
}

func only(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

func inCase(c *catalog.Circumstance, not bool) string {
	if not {
		return say.Unless + c.Says
	}
	return say.When + c.Says
}
