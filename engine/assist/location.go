package assist

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/syntax"
)

// location offers where.
func (l *list) location(part []word) {
	switch n := len(part); {
	case n == 0:
		l.places()
	case n == 1 && part[0].low == "compartment":
		l.paths()
		l.table("keyword", "id|and its OCID")
	case n == 2 && part[1].low == "id":
		l.identifiers("location", "compartment")
	case l.p.crosses():
		l.behind(part)
	default:
		l.table("keyword", "where|and under which condition")
	}
}

func (l *list) places() {
	if l.p.elsewhere() {
		l.aliases("location", "tenancy", "tenancy ")
		l.table("location", "any-tenancy|all others")
		return
	}
	below := l.p.root().Path()
	if below == "" {
		below = "the root"
		l.table("location", "tenancy|all of "+l.p.World.Name+"|tenancy")
	}
	l.table("location", "compartment|a name or path below "+below+"\ncompartment id|by OCID")
}

// behind offers what follows a location across tenancies.
func (l *list) behind(part []word) {
	if len(part) == 1 && part[0].low == "tenancy" {
		l.aliases("location", "tenancy", "")
	}
	if len(part) == 2 && part[0].low == "compartment" {
		l.table("keyword", "of tenancy|another one, by its alias")
	}
	if l.p.has("associate") && !l.p.has("with") {
		l.table("keyword", "with|and what it is joined to")
	}
	l.table("keyword", "where|and under which condition")
}

// paths offers the compartments as this text names them.
func (l *list) paths() {
	from := l.p.root()
	for _, t := range l.p.things() {
		if t.kind != "compartment" || t.pointer == "" || !t.place.Within(from) {
			continue
		}
		path := t.place.PathFrom(from)
		insert := syntax.QuotedPath(path)
		if l.p.Kind == Check {
			insert = inCheck(path)
		}
		if l.wants(path) {
			l.put("location", path, insert, l.p.about(t))
		}
	}
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
