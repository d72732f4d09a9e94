package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var valueWithoutQuotes = &Check{Name: "value-without-quotes", Severity: source.Warning, Source: conditionPage, Run: runValueWithoutQuotes,
	Doc: "Without quotes a word with a dot is the name of a variable, and the two are compared. There is no such variable, so the test never holds in OCI, which does not say so.\n" +
		"Put the value in single quotes."}

func runValueWithoutQuotes(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		for k, term := range l.Right {
			if term.Kind == policy.Variable && term.Var == nil && l.Never == "" && !soundsLikeOne(term.Text) {
				d := p.reportValue(l, k, "this is read as a variable", "")
				replace(d, "put it in quotes", "", syntax.InQuotes(l.typed(d.Span)))
			}
		}
	}
}

// soundsLikeOne tells a name that is meant for a variable, whether or not there
// is one; binding has said that none is known.
func soundsLikeOne(name string) bool {
	return strings.HasPrefix(name, "target.") || strings.HasPrefix(name, "request.")
}

// typed is the text of a place in the statement.
func (l *leaf) typed(at source.Span) string {
	from := l.in.Syntax.Span.Start
	return l.in.Syntax.Text[at.Start-from : at.End-from]
}
