package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var neverTrue = &Check{Name: "never-true", Severity: source.Warning, Source: conditionPage, Run: runNeverTrue,
	Doc: "A variable that holds one value cannot equal two different ones. Under `all` the condition never holds, and the statement grants nothing.\n" +
		"Write `any` to allow each of them."}

func runNeverTrue(p *Pass) {
	p.eachOpposed(false, policy.Equal, "these never hold together", "any")
}

// eachOpposed reports groups in which one variable is compared with two
// different values, and offers the other word for the group.
func (p *Pass) eachOpposed(any bool, op policy.Op, says, word string) {
	for _, g := range p.groups {
		if g.any != any || len(g.under) < 2 {
			continue
		}
		first, second := opposed(g.under, op)
		if second == nil {
			continue
		}
		s := g.in.Syntax
		d := p.report(s.Place(first.Syntax).To(s.Place(second.Syntax)), says, "")
		at := s.Place(g.syntax)
		at.End = at.Start + len(g.syntax.Kind)
		offer(d, fill("write %", word), at, word)
	}
}

func opposed(under []policy.Test, op policy.Op) (first, second *policy.Leaf) {
	seen := map[string]*policy.Leaf{}
	for _, t := range under {
		l, ok := t.(*policy.Leaf)
		if !ok || l.Op != op || l.Left.Var == nil || l.Left.Var.Multi || len(l.Right) != 1 || l.Right[0].Kind != policy.Literal {
			continue
		}
		other := seen[l.Left.Text]
		if other == nil {
			seen[l.Left.Text] = l
		} else if !strings.EqualFold(other.Right[0].Text, l.Right[0].Text) {
			return other, l
		}
	}
	return nil, nil
}
