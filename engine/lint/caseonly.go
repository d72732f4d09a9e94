package lint

import (
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var caseOnly = &Check{Name: "case-only", Severity: source.Warning, Source: syntaxPage, Run: runCaseOnly,
	Doc: "Oracle's pages say that conditions do not mind case, others say that they do. Two values that differ in case alone are either the same or a slip of the pen.\n" +
		"Write both alike, and tell things apart by more than capitals."}

func runCaseOnly(p *Pass) {
	first := map[[2]string]int{}
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.Left.Var == nil || l.Left.Var.Type != catalog.String && l.Left.Var.Type != catalog.StringList || l.begins("request.") {
			continue
		}
		if c, ok := l.Syntax.(*syntax.Compare); ok && c.Op == "=~" {
			continue // whoever writes that knows of case
		}
		for k, term := range l.Right {
			if term.Kind != policy.Literal {
				continue
			}
			key := [2]string{l.Left.Text, strings.ToLower(term.Text)}
			at, seen := first[key]
			if !seen {
				first[key] = i
			} else if other, n := p.spelling(&p.leaves[at], key[1]); other != term.Text {
				d := p.reportValue(l, k, "only capitals set this apart from %", other)
				remark(d, p.leaves[at].value(n), "the other one")
				replace(d, "write %", other, syntax.InQuotes(other))
			}
		}
	}
}

// spelling is how a comparison writes a value.
func (p *Pass) spelling(l *leaf, folded string) (string, int) {
	for k, term := range l.Right {
		if strings.ToLower(term.Text) == folded {
			return term.Text, k
		}
	}
	return "", 0
}
