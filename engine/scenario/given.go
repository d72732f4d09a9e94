package scenario

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

func (b *binder) given(g Given) {
	switch g := g.(type) {
	case *Absent:
		b.value(g.Variable, g.Span(), authz.Value{Absent: true})
	case *Equals:
		var value authz.Value
		for _, l := range g.Members {
			value.Members = append(value.Members, l.Value())
		}
		b.value(g.Variable, g.Span(), value)
	case *Elsewhere:
		b.elsewhere(g)
	case *Holds:
		b.circumstance(g.Circumstance, g.Span(), true)
	case *Unless:
		b.circumstance(g.Circumstance, g.Span(), false)
	default:
		panic("a sentence gives something of its own")
	}
}

func (b *binder) value(n *Name, at source.Span, value authz.Value) {
	key := strings.ToLower(n.plain())
	if _, ok := b.catalog.Variable(key); !ok {
		b.unknown("variable", n, closest(n, b.catalog.Variables(), func(v *catalog.Variable) string { return v.Name }),
			"Variables are written as in a condition, such as `target.bucket.name`. The catalog of this page lists them.")
		return
	}
	if _, twice := b.request.Values[key]; twice {
		b.twice(key, at)
		return
	}
	if b.request.Values == nil {
		b.request.Values = map[string]authz.Value{}
	}
	b.request.Values[key] = value
	if key == "request.operation" && len(value.Members) == 1 {
		b.named(value.Members[0], at)
	}
}

// named takes the operation that the variable request.operation names, which may
// stand beside a verb or permissions but not beside another operation.
func (b *binder) named(operation string, at source.Span) {
	found := b.catalog.Operation(operation)
	switch asked := b.request.Ask.Operation; {
	case asked != nil && !slices.Contains(found, asked):
		b.say("two-operations", at, fmt.Sprintf("the operation is `%s` already", asked.Name),
			"It is what the check asks for, so the variable holds it. Leave this out.")
	case asked == nil && len(found) == 1:
		b.request.Ask.Operation = found[0]
	}
}

func (b *binder) twice(what string, at source.Span) {
	b.say("given-twice", at, fmt.Sprintf("`%s` is given twice", show(what)), "A request has it once. Take one of them out; several values go in parentheses.")
}

// elsewhere places the resources of one type that the ask touches.
func (b *binder) elsewhere(g *Elsewhere) {
	where := b.place(g.Where)
	r := b.typeNamed(g.Type)
	if r == nil || where == nil {
		return
	}
	types, every := b.touched()
	if !every && !has(types, r.Name) {
		b.untouched(g.Type, r, types)
		return
	}
	if _, twice := b.request.Elsewhere[r.Name]; twice {
		b.twice(r.Name, g.Span())
		return
	}
	if b.request.Elsewhere == nil {
		b.request.Elsewhere = map[string]*tenancy.Compartment{}
	}
	b.request.Elsewhere[r.Name] = where
}

func (b *binder) untouched(n *Name, r *catalog.Resource, types []string) {
	if b.lacksAsk() {
		return
	}
	detail := "It touches no resource of a known type. Leave this out."
	if len(types) > 0 {
		detail = fmt.Sprintf("It touches %s. Place one of these, or leave this out.", listed(types, itself))
	}
	b.say("untouched-type", n.Span(), fmt.Sprintf("what is asked touches no `%s`", r.Name), detail)
}

// lacksAsk tells that what is asked is not known, which has been said.
func (b *binder) lacksAsk() bool {
	ask := b.request.Ask
	return ask.Operation == nil && ask.Resource == nil && ask.Permissions == nil
}

// circumstance notes that one of the operation's circumstances holds, or not.
func (b *binder) circumstance(n *Name, at source.Span, holds bool) {
	operation := b.request.Ask.Operation
	switch {
	case operation == nil && b.lacksAsk():
		return
	case operation == nil:
		b.say("unknown-circumstance", n.Span(), fmt.Sprintf("`%s` is no circumstance here", show(n.plain())),
			"Only an operation has circumstances. Ask for one, or write `variable = 'value'`.")
		return
	}
	known := circumstances(operation)
	i := slices.IndexFunc(known, func(c string) bool { return strings.EqualFold(c, n.plain()) })
	if i < 0 {
		b.unknownCircumstance(n, operation, known)
		return
	}
	if _, twice := b.request.Circumstances[known[i]]; twice {
		b.twice(known[i], at)
		return
	}
	if b.request.Circumstances == nil {
		b.request.Circumstances = map[string]bool{}
	}
	b.request.Circumstances[known[i]] = holds
}

func (b *binder) unknownCircumstance(n *Name, operation *catalog.Operation, known []string) {
	otherwise := fmt.Sprintf("`%s` needs the same in all circumstances. Leave this out; values are given as `variable = 'value'`.", operation.Name)
	if len(known) > 0 {
		otherwise = fmt.Sprintf("What `%s` needs hangs on %s. Name one of these, or give a value as `variable = 'value'`.", operation.Name, listed(known, itself))
	}
	b.unknown("circumstance", n, closest(n, slices.Values(known), itself), otherwise)
}

func itself(s string) string { return s }

// circumstances is the names of what an operation's needs hang on, each once.
func circumstances(o *catalog.Operation) []string {
	var all []string
	for n := range nodes(&o.Needs) {
		if c := n.Circumstance; c != nil && !slices.Contains(all, c.Name) {
			all = append(all, c.Name)
		}
	}
	return all
}

// nodes yields a formula and everything under it.
func nodes(n *catalog.Need) iter.Seq[*catalog.Need] {
	return func(yield func(*catalog.Need) bool) { visit(n, yield) }
}

func visit(n *catalog.Need, yield func(*catalog.Need) bool) bool {
	if !yield(n) {
		return false
	}
	for i := range n.Under {
		if !visit(&n.Under[i], yield) {
			return false
		}
	}
	return true
}

// leaves yields the permissions of a formula.
func leaves(n *catalog.Need) iter.Seq[*catalog.Need] {
	return func(yield func(*catalog.Need) bool) {
		for under := range nodes(n) {
			if under.Kind == catalog.Leaf && !yield(under) {
				return
			}
		}
	}
}
