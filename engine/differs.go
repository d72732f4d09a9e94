package engine

import (
	"slices"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
)

// Difference is the other dialect's verdict where it is another one.
type Difference struct {
	Dialect  policy.Dialect
	Verdict  authz.Verdict
	Word     string
	Headline string
	Span     source.Span // the words that the dialects judge differently; zero when they are many
	Words    string
}

// differs judges a request by the other dialect as well, where any statement
// could make a difference.
func (a *Analysis) differs(d authz.Decision) *Difference {
	if !a.Set.Dialectal() && !communityNeeds(d) {
		return nil
	}
	dialect := a.Scenario.Dialect.Other()
	if a.other == nil {
		a.other = a.bind(dialect, false)
	}
	other := authz.Decide(a.other, a.World, catalog.Default(), d.Request)
	if other.Verdict == d.Verdict {
		return nil
	}
	story := explain.Tell(other)
	diff := &Difference{Dialect: dialect, Verdict: other.Verdict, Word: story.Word, Headline: story.Headline}
	if span, ok := differing(d, other); ok {
		diff.Span, diff.Words = span, a.words(span)
	}
	return diff
}

func communityNeeds(d authz.Decision) bool {
	for _, n := range d.Needs {
		if n.Permission.SeedOnly {
			return true
		}
	}
	return false
}

// differing finds the words of a statement that grants by one dialect and not
// by the other.
func differing(a, b authz.Decision) (source.Span, bool) {
	for i := range min(len(a.Needs), len(b.Needs)) {
		for _, pair := range [2][2]*authz.Need{{a.Needs[i], b.Needs[i]}, {b.Needs[i], a.Needs[i]}} {
			if span, ok := onlyIn(pair[0], pair[1]); ok {
				return span, true
			}
		}
	}
	return source.Span{}, false
}

func onlyIn(one, other *authz.Need) (source.Span, bool) {
	for _, granted := range one.GrantedBy {
		if grant := granted.Checks[policy.Grant]; grant.Reason == authz.CommunityCarried {
			return grant.Span, true
		}
		for _, failed := range slices.Concat(other.Near, other.Hanging) {
			if granted.Statement.Syntax != failed.Statement.Syntax {
				continue
			}
			for f := range granted.Checks {
				if span, ok := unlike(granted.Checks[f], failed.Checks[f]); ok {
					return span, true
				}
			}
		}
	}
	return source.Span{}, false
}

// unlike is the innermost words that two checks of the same words judge
// differently.
func unlike(a, b authz.Check) (source.Span, bool) {
	if a.Result == b.Result {
		return source.Span{}, false
	}
	if len(a.Under) == len(b.Under) {
		for i := range a.Under {
			if span, ok := unlike(a.Under[i], b.Under[i]); ok {
				return span, true
			}
		}
	}
	return b.Span, true
}

func (a *Analysis) words(s source.Span) string {
	for _, d := range a.Documents {
		if d.Policy.File.Name == s.File {
			return d.Policy.File.Slice(s)
		}
	}
	return ""
}
