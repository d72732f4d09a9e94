package assist

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
)

// What Endorse, Admit and Define have that other statements do not.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm

// crosses tells the statements that speak of other tenancies.
func (p *passage) crosses() bool { return p.first() == "endorse" || p.first() == "admit" }

// elsewhere tells whether the location at the caret lies in another tenancy: that
// of an Endorse does, and of an association the half that is not the writer's.
func (p *passage) elsewhere() bool {
	return p.crosses() && (p.first() == "endorse") != (p.has("associate") && !p.has("with"))
}

// crossing offers what stands behind `of` and `as`; false behind other words.
func (l *list) crossing() bool {
	p := l.p
	last := &p.words[p.i-1]
	switch {
	case last.role != syntax.Keyword:
		return false
	case last.low == "of":
		l.table("keyword", "tenancy|and its alias")
		if !p.has("in") {
			l.table("keyword", "any-tenancy|wherever they are from")
		}
	case last.low == "as":
		l.defined(p.words[1].low)
	default:
		return false
	}
	return true
}

// has tells whether a word stands before the caret.
func (p *passage) has(word string) bool {
	for k := range p.i {
		if p.words[k].low == word {
			return true
		}
	}
	return false
}

// defined offers the OCIDs that a definition can stand for: those of the other
// tenancies, or the beginning of one.
func (l *list) defined(kind string) {
	for _, t := range l.p.Others {
		switch kind {
		case "tenancy":
			l.add("value", t.ID, t.ID, t.Name)
		case "group":
			for _, g := range t.Groups {
				l.add("value", g.ID, g.ID, g.Name+" of "+t.Name)
			}
		case "dynamic-group":
			for _, g := range t.DynamicGroups {
				l.add("value", g.ID, g.ID, g.Name+" of "+t.Name)
			}
		}
	}
	start := "ocid1." + strings.ReplaceAll(kind, "-", "") + ".oc1.."
	l.add("value", start, start, "and the rest of the OCID")
}

// aliases offers the names that this policy gives to something of a kind.
func (l *list) aliases(facet, kind, before string) {
	for line := range strings.SplitSeq(l.p.File.Text, "\n") {
		words := strings.Fields(line)
		if len(words) < 5 || !strings.EqualFold(words[0], "define") || !strings.EqualFold(words[1], kind) {
			continue
		}
		if alias, id, ok := strings.Cut(strings.Join(words[2:], " "), " as "); ok {
			l.add(facet, before+alias, before+alias, id)
		}
	}
}

// associated offers the types of an association and what stands behind them;
// false where there is none.
func (l *list) associated(part []word) bool {
	n := len(part)
	with := l.p.words[l.p.i-n-1].low == "with"
	if !with && (n == 0 || part[0].low != "associate") {
		return false
	}
	if !with {
		n--
	}
	if n == 0 {
		l.types(func(r *catalog.Resource) bool { return r.Kind == catalog.TypeKind })
	} else {
		l.table("keyword", "in|and where")
	}
	return true
}
