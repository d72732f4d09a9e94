package store

import (
	"oci-policy-playground/engine/catalog"
	say "oci-policy-playground/web/words"
)

// service tells what there is of a service, by name.
func (p *page) service(s *catalog.Service) {
	p.Title = s.Name
	types, families, permissions := p.resourcesOf(s.Key)
	var calls, variables []string
	for o := range p.catalog.Operations() {
		if o.Service == s.Key {
			calls = append(calls, o.Name)
		}
	}
	for v := range p.catalog.Variables() {
		if len(v.Types) > 0 && p.home(v.Types[0]) == s.Key {
			variables = append(variables, v.Name)
		}
	}
	if len(calls) > 0 {
		p.say(say.ServiceIs(s.Key))
	}
	p.say(s.Note)
	p.say(say.FactsSince(s.Date))
	p.names(say.Families, families)
	p.names(say.ResourceTypes, types)
	p.names(say.Operations, calls)
	p.names(say.Permissions, permissions)
	p.names(say.Variables, variables)
}

func (p *page) resourcesOf(key string) (types, families, permissions []string) {
	for r := range p.catalog.Resources() {
		switch {
		case r.Service != key:
		case r.Kind == catalog.TypeKind:
			types = append(types, r.Name)
		default:
			families = append(families, r.Name)
		}
	}
	for permission := range p.catalog.Permissions() {
		if permission.Type != "" && p.home(permission.Type) == key {
			permissions = append(permissions, permission.Name)
		}
	}
	return types, families, permissions
}

// home is the key of the service that a type is of.
func (p *page) home(name string) string {
	if r, ok := p.catalog.Resource(name); ok {
		return r.Service
	}
	return ""
}
