package lint

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

// tested is a grant under a test of a variable.
type tested struct {
	ladder
	variable *catalog.Variable
}

// loss is what a grant loses to a test of a variable because the check of the
// permission does not carry it: in list calls, in calls that create, or always.
type loss struct {
	never                   bool // the check of no permission carries the variable
	foreign                 bool // the variable belongs to none of the types
	types                   int  // how many types the permissions belong to
	lists, creates, present []*catalog.Permission
	always                  []*catalog.Permission
}

// lossOf weighs a comparison; nil when there is nothing to say of it.
func (p *Pass) lossOf(l *leaf) *loss {
	if !l.weighed {
		l.weighed, l.lost = true, p.compute(l)
	}
	return l.lost
}

func (p *Pass) compute(l *leaf) *loss {
	v := l.Left.Var
	if v == nil || l.Op == policy.IsUnset || murky(l.in) || !l.begins("target.") {
		return nil
	}
	g := &l.in.Grants
	if g.Verb == 0 || len(g.Resources) != 1 {
		return p.weigh(v, p.permissions(l.in))
	}
	return p.recall(tested{ladder{g.Resources[0], g.Verb, g.Community}, v})
}

// recall weighs a test of a variable for a verb on a resource once.
func (p *Pass) recall(key tested) *loss {
	found, ok := p.Memory.losses[key]
	if !ok {
		found = p.weigh(key.variable, p.expand(key.ladder))
		if p.Memory.losses == nil {
			p.Memory.losses = map[tested]*loss{}
		}
		p.Memory.losses[key] = found
	}
	return found
}

func (p *Pass) weigh(v *catalog.Variable, all []*catalog.Permission) *loss {
	out := &loss{never: len(all) > 0, foreign: len(v.Types) > 0}
	types := map[string]bool{}
	for _, perm := range all {
		types[perm.Type] = true
		out.foreign = out.foreign && !slices.Contains(v.Types, perm.Type)
		presence := p.Catalog.Presence(v, nil, perm)
		if presence != catalog.Absent {
			out.never = false
		}
		switch {
		case presence == catalog.Present:
			out.present = append(out.present, perm)
		case p.inspects(perm) && p.hidden(v, perm, catalog.ListOp):
			out.lists = append(out.lists, perm)
		case p.hidden(v, perm, catalog.CreateOp):
			out.creates = append(out.creates, perm)
		case presence == catalog.Absent:
			out.always = append(out.always, perm)
		}
	}
	out.types = len(types)
	return out
}

// hidden tells whether calls of a kind ask for the permission without carrying
// the variable, which its other calls may carry.
func (p *Pass) hidden(v *catalog.Variable, perm *catalog.Permission, kind catalog.OpKind) bool {
	if len(v.Types) > 0 && !slices.Contains(v.Types, perm.Type) {
		return false
	}
	for _, op := range p.callsOf(perm) {
		if op.Kind == kind && p.Catalog.Presence(v, op, perm) == catalog.Absent {
			return true
		}
	}
	return false
}

// inspects tells whether inspect carries a permission: a list is meant by it.
func (p *Pass) inspects(perm *catalog.Permission) bool {
	home, ok := p.Catalog.Resource(perm.Type)
	return ok && p.Catalog.Carries(home, catalog.Inspect, perm) == catalog.KnownYes
}

// missing is those of the permissions that the subject has by no other
// statement.
func (p *Pass) missing(l *leaf, all []*catalog.Permission) []*catalog.Permission {
	var out []*catalog.Permission
	for _, perm := range all {
		if !p.elsewhere(l.in, perm, l.Left.Var) {
			out = append(out, perm)
		}
	}
	return out
}

// named is the first few names in a sentence.
func named(all []*catalog.Permission) string {
	var names []string
	for _, perm := range all[:min(3, len(all))] {
		names = append(names, code(perm.Name))
	}
	if len(all) > 3 {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

func isTag(v *catalog.Variable) bool { return strings.HasPrefix(v.Name, "target.resource.tag.") }

// eachLostList reports lists that a test refuses and no other statement grants,
// once a statement.
func (p *Pass) eachLostList(mine func(*leaf) bool) {
	var told *statement
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.in == told || !l.required || l.Left.Var == nil || isTag(l.Left.Var) || !mine(l) || !byHand(l.in) {
			continue
		}
		lost := p.lossOf(l)
		if lost == nil || lost.never {
			continue
		}
		missing := p.missing(l, lost.lists)
		if len(missing) == 0 {
			continue
		}
		told = l.in
		p.offerLists(p.reportLeft(l, "lists carry no such target: % is lost there", named(missing)), l, missing)
	}
}

// offerLists offers a companion that grants what lists ask for.
func (p *Pass) offerLists(d *source.Diagnostic, l *leaf, missing []*catalog.Permission) {
	if len(missing) == 1 {
		p.addStatement(d, l, "{"+missing[0].Name+"}")
	} else if verb := p.lowest(missing); verb != "" {
		p.addStatement(d, l, verb)
	}
}

// lowest is the inspect of a type that has all of the permissions.
func (p *Pass) lowest(all []*catalog.Permission) string {
	r, ok := p.Catalog.Resource(all[0].Type)
	if !ok {
		return ""
	}
	for _, perm := range all {
		if p.Catalog.Carries(r, catalog.Inspect, perm) != catalog.KnownYes {
			return ""
		}
	}
	return "inspect " + r.Name
}

// addStatement offers a companion without the test, which keeps the rest of the
// condition as far as lists carry it.
func (p *Pass) addStatement(d *source.Diagnostic, l *leaf, grant string) {
	a, s := l.in.Allow(), l.in.Syntax
	end := source.Span{File: s.Span.File, Start: s.Span.End, End: s.Span.End}
	offer(d, "add a statement without this test", end, "\nAllow "+s.Words(a.Who)+" to "+grant+" in "+s.Words(a.In)+p.rest(l))
}

// rest is what stands beside a comparison under all, as a condition of its own.
func (p *Pass) rest(l *leaf) string {
	every, ok := l.in.If.(*policy.Every)
	if !ok {
		return ""
	}
	var kept []string
	for _, t := range every.Under {
		if !hangs(t, l.Left.Var) && !mentions(t, "target.resource.tag.", "target.object.", "request.permission") {
			kept = append(kept, l.in.Syntax.Words(t.Node()))
		}
	}
	switch len(kept) {
	case 0:
		return ""
	case 1:
		return " where " + kept[0]
	}
	return " where all {" + strings.Join(kept, ", ") + "}"
}

// eachLostTag reports what a test of a tag refuses and no other statement grants.
// Of one statement there is one finding; what else there is to say stands in its
// notes.
func (p *Pass) eachLostTag(which func(*loss) []*catalog.Permission, says string) {
	var told *statement
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.in == told || !l.required || l.Left.Var == nil || !isTag(l.Left.Var) {
			continue
		}
		lost := p.lossOf(l)
		if lost == nil || lost.never {
			continue
		}
		missing := p.missing(l, which(lost))
		if len(missing) == 0 {
			continue
		}
		if told = l.in; told.told != nil {
			told.told.Notes = append(told.told.Notes, source.Note{Text: fill(says, named(missing))})
		} else {
			told.told = p.reportLeft(l, says, named(missing))
			replace(told.told, "test the tag of the compartment", "", "target.resource.compartment."+l.written()[len("target.resource."):])
		}
	}
}
