package main

import (
	"strings"

	"oci-policy-playground/engine/catalog"
)

func (p *page) operation(o *catalog.Operation) {
	p.line("operation %s of %s", o.Name, p.title(o.Service))
	switch {
	case o.Unknown != "":
		p.line("It cannot be judged: %s.", o.Unknown)
	case o.Needs.Kind == catalog.All && len(o.Needs.Under) == 0:
		p.line("needs no permission")
	default:
		p.line("needs")
		p.need(o.Needs, "  ")
	}
	p.grants(o)
	p.given("note", o.Note)
	p.line("source: %s", o.Source)
}

// need prints a formula, a part a line and what belongs together indented.
func (p *page) need(n catalog.Need, indent string) {
	switch n.Kind {
	case catalog.Leaf:
		p.line("%s%s%s", indent, n.Permission, by(n.By))
		return
	case catalog.Any:
		p.line("%sone of", indent)
		indent += "  "
	case catalog.When:
		p.line("%s%s %s", indent, whenWord(n.Not), n.Circumstance.Says)
		indent += "  "
	}
	for _, part := range n.Under {
		if n.Kind == catalog.Any && part.Kind == catalog.All {
			p.line("%sall of", indent)
			p.need(part, indent+"  ")
			continue
		}
		p.need(part, indent)
	}
}

func by(service string) string {
	if service == "" {
		return ""
	}
	return ", by service " + service
}

func whenWord(not bool) string {
	if not {
		return "unless"
	}
	return "when"
}

// grants prints the least statements that allow a call.
func (p *page) grants(o *catalog.Operation) {
	for i, g := range p.c.Grants(o) {
		if i == 0 {
			p.line("least statements")
		}
		subject := "group <group>"
		if g.By != "" {
			subject = "service " + strings.NewReplacer("{", "<", "}", ">").Replace(g.By)
		}
		p.line("  %s%s", g.Statement(subject, "compartment <compartment>"), occasion(g))
	}
}

func occasion(g catalog.Grant) string {
	if g.When == nil {
		return ""
	}
	return "  (" + whenWord(g.Not) + " " + g.When.Says + ")"
}

func (p *page) permission(perm *catalog.Permission) {
	p.line("permission %s", perm.Name)
	p.given("type", perm.Type)
	if perm.SeedOnly {
		p.line("Only a community list names it.")
	}
	p.given("Oracle's name", perm.Official)
	p.some("carried by", holders(p.c.Holders(perm)))
	if perm.Unverbed() {
		p.line("No verb table has it.")
	}
	p.some("needed by", callers(p.c.Callers(perm)))
	p.given("note", perm.Note)
	p.line("source: %s", perm.Source)
}

func holders(list []catalog.Carrier) []string {
	var words []string
	for _, h := range list {
		words = append(words, h.Verb.String()+" "+h.Resource)
	}
	return words
}

func callers(list []*catalog.Operation) []string {
	var words []string
	for _, o := range list {
		words = append(words, o.Service+":"+o.Name)
	}
	return words
}

func (p *page) variable(v *catalog.Variable) {
	p.line("variable %s: %s", v.Name, v.Type)
	if len(v.Types) > 0 {
		p.some("carried by requests about", v.Types)
	} else {
		p.line("carried by every request")
	}
	scope := p.c.Scope(v)
	p.some("there alone with", scope.Only)
	p.some("not there with", scope.Absent)
	p.some("there in any case with", scope.Present)
	p.some("callers that have it", v.Principals)
	p.given("same as", v.SameAs)
	p.given("deprecated", v.Deprecated)
	if v.Dialect == catalog.GuideOnly {
		p.line("Only community guides know it.")
	}
	p.given("note", v.Note)
	p.line("source: %s", v.Source)
}
