package lint

import (
	"strings"

	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

var denyMissesUnset = &Check{Name: "deny-misses-unset", Severity: source.Warning, Source: conditionPage, Run: runDenyMissesUnset,
	Doc: "A test of a variable that the request does not carry is false, also with `!=`. A denial of all but one value leaves alone those who have no value at all, who are often the ones it is meant for.\n" +
		"Test the variable where access is granted, with `=`, or deny those without it as well."}

func runDenyMissesUnset(p *Pass) {
	for i := range p.denied {
		l := &p.denied[i]
		without := l.unsetAre()
		if without == "" || !l.excludes() || testsUnset(l.in.If, l.Left.Text) {
			continue
		}
		d := p.reportLeft(l, "this test misses "+without, "")
		offer(d, "deny them too", l.place(), "any {!"+l.written()+", "+l.in.Syntax.Words(l.Syntax)+"}")
	}
}

// unsetAre is who or what has no value of a variable that others have.
func (l *leaf) unsetAre() string {
	switch {
	case l.is("request.networksource.name"):
		return "callers from no network source"
	case l.begins("request.user.") && (l.in.Who.Kind == policy.AnyUser || l.in.Who.Kind == policy.AnyGroup):
		return "callers that are no users"
	case l.begins("request.principal.") && strings.Contains(l.Left.Text, ".tag."):
		return "callers without this tag"
	case strings.Contains(l.Left.Text, ".tag."):
		return "targets without this tag"
	}
	return ""
}

// testsUnset tells whether a condition asks if the variable is absent.
func testsUnset(t policy.Test, name string) bool {
	return anyLeaf(t, func(l *policy.Leaf) bool { return l.Op == policy.IsUnset && l.Left.Text == name })
}
