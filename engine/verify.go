package engine

import (
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// verify takes out of a story what does not help: a fix after which its
// statement still does not grant the permission, and least statements that do
// not grant everything missing. Each is tried by being made.
func (a *Analysis) verify(story *explain.Story, d authz.Decision) {
	for i, n := range d.Needs {
		for j := range story.Needs[i].Statements {
			s := &story.Needs[i].Statements[j]
			var good []source.Fix
			for _, fix := range s.Fixes {
				if a.mends(fix, *s, n, d.Request) {
					good = append(good, fix)
				}
			}
			s.Fixes = good
		}
	}
	if story.Least != "" && !a.suffices(story.Least, d) {
		story.Least, story.LeastAt = "", ""
	}
}

// mends tells whether a statement grants a permission once a fix is made.
func (a *Analysis) mends(fix source.Fix, s explain.Statement, n *authz.Need, req authz.Request) bool {
	at := a.attachment(s.Span.File)
	if at == nil {
		return false
	}
	text, err := edited(s.Text, s.Span, fix)
	if err != nil {
		return false
	}
	return authz.Again(a.alone(text, at), a.World, catalog.Default(), req, n).Result == authz.Pass
}

// edited is the text of a statement that stands at span, with a fix made.
func edited(text string, span source.Span, fix source.Fix) (string, error) {
	file := source.NewFile(span.File, text)
	edits := make([]source.Edit, len(fix.Edits))
	for i, e := range fix.Edits {
		edits[i] = source.Edit{Span: e.Span.Shift(file.Name, -span.Start), New: e.New}
	}
	return source.Apply(file, edits)
}

// suffices tells whether statements attached to the root grant all that is
// missing beside what is granted already.
func (a *Analysis) suffices(least string, d authz.Decision) bool {
	set := a.alone(least, a.World.Root)
	set.Statements = append(set.Statements, a.Set.Statements...)
	return authz.Decide(set, a.World, catalog.Default(), d.Request).Verdict == authz.Allow
}

// alone binds a text as the only policy there is.
func (a *Analysis) alone(text string, at *tenancy.Compartment) *policy.Set {
	doc, _ := a.engine.parser.Parse(source.NewFile("edited", text))
	set, _ := policy.Bind([]policy.Source{{AttachedTo: at, Document: doc}}, nil, a.World, catalog.Default(), a.Scenario.Dialect)
	set.Rules = a.Set.Rules
	return set
}

func (a *Analysis) attachment(file string) *tenancy.Compartment {
	for _, d := range a.Documents {
		if d.Policy.File.Name == file {
			return d.AttachedTo
		}
	}
	return nil
}
