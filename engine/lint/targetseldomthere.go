package lint

import (
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
)

var targetSeldomThere = &Check{Name: "target-seldom-there", Severity: source.Warning, Source: advancedPage, Run: runTargetSeldomThere,
	Doc: "The variable belongs to another resource type, and few of the calls that this statement is for carry it. For the others the test is false, also with `!=`, so they are refused: listing, and changing the resource itself.\n" +
		"Grant the others by a statement without the test."}

// runTargetSeldomThere is silent where lists are granted by another statement:
// then the test may be meant for those few calls.
func runTargetSeldomThere(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		lost := p.lossOf(l)
		if lost == nil || lost.never || !lost.foreign || !l.required || !byHand(l.in) {
			continue
		}
		missing := slices.DeleteFunc(p.missing(l, lost.always), func(perm *catalog.Permission) bool { return !p.inspects(perm) })
		calls := p.carrying(l)
		if len(missing) > 0 && calls != "" {
			p.offerLists(p.reportLeft(l, "of the calls only "+calls+" carry %", l.written()), l, missing)
		}
	}
}

// carrying is the calls that ask for what a statement grants and carry the
// variable that a comparison tests.
func (p *Pass) carrying(l *leaf) string {
	var names []string
	for _, perm := range p.permissions(l.in) {
		for _, op := range p.callsOf(perm) {
			if p.Catalog.Presence(l.Left.Var, op, perm) == catalog.Present {
				names = append(names, code(op.Name))
			}
		}
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " and ")
}
