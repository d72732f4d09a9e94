package engine

import (
	"slices"
	"strings"
	"unicode"

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
	text    string      // as it is written
	set     *policy.Set // nil where no fix is offered
}

// blameUnread looks for a statement that could not be read and would grant
// something that is missing: then that is the reason, and not what the readable
// statements lack.
func (a *Analysis) blameUnread(story *explain.Story, d authz.Decision) {
	if d.Verdict != authz.Deny || d.Explicit() {
		return
	}
	for _, m := range a.mend() {
		if m.set != nil && slices.ContainsFunc(d.Needs, func(n *authz.Need) bool {
			return n.Allowed.Result == authz.Fail && authz.Again(m.set, catalog.Default(), d.Request, n).Result == authz.Pass
		}) {
			story.Headline = explain.Unread(d, m.policy, m.line, m.problem)
			if m.set.Statements[0].If != nil {
				story.Unkept(m.policy, m.line)
			}
			return
		}
	}
	for _, m := range a.mend() {
		if m.mentions(d) {
			story.Headline += explain.Suspect(m.policy, m.line, m.problem)
			return
		}
	}
}

// mentions tells whether the words of an Allow name the caller and something of
// what is missing.
func (m *mended) mentions(d authz.Decision) bool {
	return m.begins("allow") && namesCaller(spaced(m.text), d) &&
		slices.ContainsFunc(words(m.text), func(word string) bool { return namesMissing(word, d) })
}

func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_.", r)
	})
}

// spaced is the words of a text with a blank around each, so that none is found
// in another.
func spaced(text string) string { return " " + strings.ToLower(strings.Join(words(text), " ")) + " " }

func (m *mended) begins(word string) bool { return strings.HasPrefix(strings.ToLower(m.text), word) }

func namesCaller(text string, d authz.Decision) bool {
	names := []string{"any-user", "any-group"}
	if u := d.Request.Principal.User; u != nil {
		for _, g := range u.Groups {
			names = append(names, g.Name, g.ID)
		}
	}
	for _, g := range d.DynamicGroups {
		names = append(names, g.Name, g.ID)
	}
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(text, spaced(name)) })
}

func namesMissing(word string, d authz.Decision) bool {
	r, isType := catalog.Default().Resource(word)
	return slices.ContainsFunc(d.Needs, func(n *authz.Need) bool {
		return n.Result == authz.Fail && (strings.EqualFold(word, n.Permission.Name) || isType && catalog.Default().Includes(r, n.Permission.Type))
	})
}

// doubtUnread looks for a denial that could not be read and would take what is
// allowed: an answer that passes over it in silence would be trusted.
func (a *Analysis) doubtUnread(story *explain.Story, d authz.Decision) {
	if d.Formula.Result != authz.Pass {
		return
	}
	for _, m := range a.mend() {
		if result := m.denies(d); result != authz.Fail {
			story.Headline += explain.UnreadDenial(result == authz.Pass, m.policy, m.line, m.problem)
			return
		}
	}
}

// denies tells whether a statement, mended, would take some of what is needed.
func (m *mended) denies(d authz.Decision) authz.Result {
	switch {
	case m.set == nil && m.begins("deny"):
		return authz.Unknown
	case m.set == nil:
		return authz.Fail
	}
	worst := authz.Fail
	for _, n := range d.Needs {
		switch authz.Again(m.set, catalog.Default(), d.Request, n).Denied.Result {
		case authz.Pass:
			return authz.Pass
		case authz.Unknown:
			worst = authz.Unknown
		}
	}
	return worst
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
	m := mended{policy: d.Policy.Name, line: d.Document.File.LineOf(s.Span.Start), text: s.Text}
	fixable := func(p source.Diagnostic) bool { return len(p.Fixes) > 0 && p.Span.Within(s.Span) }
	mistaken := func(p source.Diagnostic) bool { return p.Severity == source.Error && p.Span.Within(s.Span) }
	if i := slices.IndexFunc(a.Diagnostics, fixable); i >= 0 {
		m.problem = a.Diagnostics[i]
		if text, err := edited(s.Text, s.Span, m.problem.Fixes[0]); err == nil {
			m.set = a.alone(a.lands[0], text, d.AttachedTo)
			a.mended = append(a.mended, m)
		}
	} else if i := slices.IndexFunc(a.Diagnostics, mistaken); i >= 0 && (a.World.DenyPolicies || !m.begins("deny")) {
		m.problem = a.Diagnostics[i]
		a.mended = append(a.mended, m)
	}
}
