package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var ruleContradicts = &Check{Name: "rule-contradicts", Severity: source.Warning, Source: rulesPage, Run: runRuleContradicts,
	Doc: "A resource is of one type and lies in one compartment. A rule that asks under `all` for two of them, or for an instance and another type, matches nothing.\n" +
		"Write `any`, or a dynamic group for each."}

func runRuleContradicts(p *Pass) {
	p.eachRule(func(r *policy.Rule) {
		syntax.Walk(r.If, func(n syntax.Node) bool {
			g, ok := n.(*syntax.Group)
			if !ok || !strings.EqualFold(g.Kind, "all") {
				return true
			}
			if second := contradiction(g); second != nil {
				at := syntax.PlaceIn(r.File, g)
				d := p.report(syntax.PlaceIn(r.File, second), "nothing matches this and what stands before it", "")
				at.End = at.Start + len(g.Kind)
				offer(d, "write `any`", at, "any")
			}
			return true
		})
	})
}

func (p *Pass) eachRule(visit func(*policy.Rule)) {
	for _, g := range p.World.DynamicGroups {
		if r := p.Set.Rules[g]; r != nil && r.If != nil {
			visit(r)
		}
	}
}

// contradiction is the first member of an all that cannot hold with one before
// it.
func contradiction(g *syntax.Group) syntax.Node {
	seen := map[string]string{}
	for _, m := range g.Members {
		name, value := equals(m)
		if name == "" || strings.HasPrefix(name, "tag.") {
			continue
		}
		if old, ok := seen[name]; ok && !strings.EqualFold(old, value) {
			return m
		}
		seen[name] = value
		if kind, ok := seen["resource.type"]; ok && !strings.EqualFold(kind, "instance") && (seen["instance.id"] != "" || seen["instance.compartment.id"] != "") {
			return m
		}
	}
	return nil
}

// equals is the variable and the value of a member such as instance.id = 'x'.
func equals(n syntax.Node) (name, value string) {
	c, ok := n.(*syntax.Compare)
	if !ok || c.Op != "=" {
		return "", ""
	}
	text, ok := c.Value.(*syntax.Text)
	if !ok {
		return "", ""
	}
	return strings.ToLower(c.Var.Name), string(text.Value)
}
