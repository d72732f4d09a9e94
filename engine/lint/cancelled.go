package lint

import (
	"slices"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

var cancelled = &Check{Name: "cancelled", Severity: source.Warning, Source: denyPage, Run: runCancelled,
	Doc: "A denial wins over whatever allows. One without a condition, of the same people and in this place or above it, takes everything that this statement grants.\n" +
		"Remove this statement, or narrow the denial."}

// cancels is whether a denial takes all of a grant, as it is written.
type cancels struct {
	grant  word
	denial *statement
}

func runCancelled(p *Pass) {
	bySubject := map[word][]*statement{}
	for _, d := range p.denials {
		d.who = p.subjects(d)
		for _, w := range d.who {
			if d.If == nil && len(bySubject[w]) < few {
				bySubject[w] = append(bySubject[w], d)
			}
		}
	}
	known := map[cancels]bool{}
	for _, st := range p.statements {
		if d := p.canceller(st, bySubject, known); d != nil {
			remark(p.reportWhole(st, "a denial takes all of this away", ""), d.Syntax.Span, "the denial")
		}
	}
}

func (p *Pass) canceller(st *statement, bySubject map[word][]*statement, known map[cancels]bool) *statement {
	if len(bySubject) == 0 || len(st.who) == 0 || murky(st) || slices.ContainsFunc(st.Who.Groups, spared) {
		return nil
	}
	for _, subject := range [...]word{st.who[0], everyone, everyoneElse} {
		for _, d := range bySubject[subject] {
			if !st.Where.Within(d.Where) || !meets(d, subject, st) {
				continue
			}
			key := cancels{st.grant, d}
			all, ok := known[key]
			if !ok {
				all = p.takesAll(d, st)
				known[key] = all
			}
			if all {
				return d
			}
		}
	}
	return nil
}

// spared tells the group that no denial reaches.
func spared(g *tenancy.Group) bool {
	return g.Name == "Administrators" && g.Domain == tenancy.DefaultDomain
}

// meets tells whether a denial is of all whom a statement speaks of.
func meets(d *statement, subject word, st *statement) bool {
	if subject == everyone || subject == everyoneElse {
		return includes(subject, st)
	}
	return !slices.ContainsFunc(st.who, func(w word) bool { return !slices.Contains(d.who, w) })
}

func (p *Pass) takesAll(d, st *statement) bool {
	all := p.permissions(st)
	return len(all) > 0 && !slices.ContainsFunc(all, func(perm *catalog.Permission) bool { return !p.takes(d, perm) })
}

// takes tells whether a denial takes a permission: by name, or by its verb and
// those above.
func (p *Pass) takes(d *statement, perm *catalog.Permission) bool {
	if d.Grants.Verb == 0 {
		return slices.Contains(d.Grants.Permissions, perm)
	}
	for _, r := range d.Grants.Resources {
		for _, row := range p.Catalog.Level(r, perm) {
			if row.Verb >= d.Grants.Verb {
				return true
			}
		}
	}
	return false
}
