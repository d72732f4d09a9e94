package engine

import (
	"slices"

	"oci-policy-playground/engine/authz"
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

// differs judges a request by the other dialect as well, where a statement means
// something else by it or a value met one that differs from it in case alone.
func (a *Analysis) differs(d authz.Decision) *Difference {
	dialectal := slices.ContainsFunc(a.bound, func(l authz.Land) bool { return l.Set.Dialectal() })
	if !dialectal && !d.Cased && !communityNeeds(d) {
		return nil
	}
	dialect := a.Scenario.Dialect.Other()
	if a.other == nil {
		a.other = a.bind(dialect, false)
	}
	other := decide(a.other, d.Request)
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
		one, two := a.Needs[i], b.Needs[i]
		for _, pair := range [...][2][]*authz.Attempt{{one.Granting(), missed(two)}, {two.Granting(), missed(one)},
			{one.Denied.Holding, two.Denied.Near()}, {two.Denied.Holding, one.Denied.Near()}} {
			if span, ok := onlyIn(pair[0], pair[1]); ok {
				return span, true
			}
		}
	}
	return source.Span{}, false
}

func missed(n *authz.Need) []*authz.Attempt { return slices.Concat(n.Missing(), n.Open()) }

func onlyIn(holding, failing []*authz.Attempt) (source.Span, bool) {
	for _, granted := range holding {
		if grant := granted.Checks[policy.Grant]; grant.Reason == authz.CommunityCarried {
			return grant.Span, true
		}
		for _, failed := range failing {
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
	if _, d, ok := a.of(s.File); ok {
		return d.Policy.File.Slice(s)
	}
	return ""
}
