package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

var timeWithoutZ = &Check{Name: "time-without-z", Severity: source.Warning, Source: timePage, Run: runTimeWithoutZ,
	Doc: "Times are compared in UTC, whatever the clock of the person who reads the policy says, and they do not follow summer time.\n" +
		"Write the `Z`, so that nobody takes it for local time."}

func runTimeWithoutZ(p *Pass) {
	for i := range p.leaves {
		l := &p.leaves[i]
		for k, term := range l.Right {
			if l.Op != policy.Between || term.Kind != policy.Literal || strings.HasSuffix(term.Text, "Z") {
				continue
			}
			replace(p.reportValue(l, k, "this is UTC, and does not say so", ""), "add the `Z`", "", syntax.InQuotes(term.Text+"Z"))
		}
	}
}
