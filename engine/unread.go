package engine

import (
	"slices"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

// maxMended is how many statements that cannot be read are tried: they stand
// for a mistake of the moment, not for a text that is no policy.
const maxMended = 20

// mended is a statement that could not be read, as it would be with the first
// fix that is offered for it.
type mended struct {
	policy  string
	line    int
	problem source.Diagnostic
	set     *policy.Set
}

// blameUnread looks for a statement that could not be read and would grant
// something that is missing: then that is the reason, and not what the readable
// statements lack.
func (a *Analysis) blameUnread(story *explain.Story, d authz.Decision) {
	if d.Verdict != authz.Deny || d.Explicit() {
		return
	}
	for _, m := range a.mend() {
		if slices.ContainsFunc(d.Needs, func(n *authz.Need) bool {
			return n.Allowed.Result == authz.Fail && authz.Again(m.set, catalog.Default(), d.Request, n).Result == authz.Pass
		}) {
			story.Headline = explain.Unread(d, m.policy, m.line, m.problem)
			return
		}
	}
}

// mend makes the fixes, once for all checks.
func (a *Analysis) mend() []mended {
	if a.mended != nil {
		return a.mended
	}
	a.mended = []mended{}
	for _, d := range a.Documents {
		for _, s := range d.Document.Statements {
			if _, bad := s.Form.(*syntax.Bad); bad && d.AttachedTo != nil && len(a.mended) < maxMended {
				a.mendOne(d, s)
			}
		}
	}
	return a.mended
}

func (a *Analysis) mendOne(d Document, s *syntax.Statement) {
	i := slices.IndexFunc(a.Diagnostics, func(p source.Diagnostic) bool { return len(p.Fixes) > 0 && p.Span.Within(s.Span) })
	if i < 0 {
		return
	}
	problem := a.Diagnostics[i]
	if text, err := edited(s.Text, s.Span, problem.Fixes[0]); err == nil {
		line := d.Document.File.LineOf(s.Span.Start)
		a.mended = append(a.mended, mended{d.Policy.Name, line, problem, a.alone(a.lands[0], text, d.AttachedTo)})
	}
}
