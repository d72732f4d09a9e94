package assist

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// location offers where.
func (l *list) location(part []syntax.Token) {
	p := l.p
	switch {
	case len(part) == 0:
		l.places()
	case len(part) == 1 && p.low(part[0]) == "compartment":
		l.paths()
		l.words("keyword", "id", "and its OCID")
	case len(part) == 2 && p.low(part[0]) == "compartment" && p.low(part[1]) == "id":
		for _, c := range p.root().All() {
			l.identifier("location", c.ID, c.Label(), bare(c.ID))
		}
	default:
		l.words("keyword", "where", "and under which condition")
	}
}

func (l *list) places() {
	p := l.p
	if p.root().Parent == nil {
		l.add("location", "tenancy", "tenancy", "all of "+p.World.Name)
	}
	l.words("location", "compartment", "a name or path below "+place(p.root()), "compartment id", "by OCID")
	if first := p.first(); first == "endorse" || first == "admit" {
		l.words("location", "any-tenancy", "all others")
	}
}

// paths offers the compartments as this text names them.
func (l *list) paths() {
	p := l.p
	for _, c := range p.root().All() {
		if c.Parent == nil {
			continue
		}
		path := relative(c, p.root())
		if p.Kind == Check {
			l.add("location", path, inCheck(path), inside(c, p.World))
		} else {
			l.add("location", path, barePath(path), inside(c, p.World))
		}
	}
}

// inside is a few words about what a compartment holds.
func inside(c *tenancy.Compartment, world *tenancy.Tenancy) string {
	n := 0
	for _, r := range world.Resources {
		if r.Compartment == c {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return counted(n, "resource")
}

func place(c *tenancy.Compartment) string {
	if c.Parent == nil {
		return "the root"
	}
	return c.Path()
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// brief is the beginning of a text, on one line.
func brief(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return text
}
