package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var halfOperation = &Check{Name: "half-operation", Severity: source.Warning, Source: advancedPage, Run: runHalfOperation,
	Doc: "Many calls ask for several permissions, often of other types, and each must be granted. The subject has one of this call's, and by no statement the others, so no call uses it.\n" +
		"Grant what is missing as well, or leave this one out."}

// runHalfOperation looks at permissions by name only: what a verb brings is
// meant for many calls.
func runHalfOperation(p *Pass) {
	used := map[held]bool{}
	for _, st := range p.statements {
		set, ok := st.Allow().Do.(*syntax.Permissions)
		if !ok || murky(st) || len(set.Names) != len(st.Grants.Permissions) {
			continue
		}
		for i, perm := range st.Grants.Permissions {
			key := held{st.all, perm}
			if used[key] {
				continue
			}
			if op, lacks := p.unusable(st, perm); op == nil {
				used[key] = true
			} else {
				p.reportNode(st, set.Names[i], op.Name+" asks for % as well", named(lacks))
			}
		}
	}
}

// held is a permission in the hands of some subjects.
type held struct {
	who        word
	permission *catalog.Permission
}

// unusable is the first call that needs a permission, and what is missing for
// it, when no call that needs it is granted in full.
func (p *Pass) unusable(st *statement, perm *catalog.Permission) (*catalog.Operation, []*catalog.Permission) {
	var first *catalog.Operation
	var missing []*catalog.Permission
	for _, op := range p.callsOf(perm) {
		if home, ok := p.Catalog.Resource(perm.Type); ok && home.Service != op.Service {
			return nil, nil // many calls of other services ask for it, more than the catalog lists
		}
		lacks := p.lacks(st, &op.Needs)
		if len(lacks) == 0 || op.Unknown != "" {
			return nil, nil
		}
		if first == nil || len(lacks) < len(missing) {
			first, missing = op, lacks
		}
	}
	return first, missing
}

// lacks is what a need asks of the caller and nobody of the subject has
// anywhere.
func (p *Pass) lacks(st *statement, n *catalog.Need) []*catalog.Permission {
	switch n.Kind {
	case catalog.Leaf:
		perm := p.permission(n.Permission)
		if n.By != "" || slices.Contains(st.Grants.Permissions, perm) || p.anywhere(st, perm) {
			return nil
		}
		return []*catalog.Permission{perm}
	case catalog.When:
		return nil
	case catalog.Any:
		for i := range n.Under {
			if len(p.lacks(st, &n.Under[i])) == 0 {
				return nil
			}
		}
		return p.lacks(st, &n.Under[0])
	}
	var all []*catalog.Permission
	for i := range n.Under {
		all = append(all, p.lacks(st, &n.Under[i])...)
	}
	return all
}
