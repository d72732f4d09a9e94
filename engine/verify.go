package engine

import (
	"slices"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/explain"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// verify takes out of a story what does not help: a fix after which its
// statement still does not grant the permission, and least statements that do
// not grant everything missing. Each is tried by being made. Of fixes for
// alternatives those for the least stay.
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
	story.Prefer(d)
	if story.Offers != nil {
		story.Try(a.with(story.Offers, d))
	}
}

// mends tells whether a statement grants a permission once a fix is made, or no
// longer denies it.
func (a *Analysis) mends(fix source.Fix, s explain.Statement, n *authz.Need, req authz.Request) bool {
	l, d, ok := a.of(s.Span.File)
	if !ok {
		return false
	}
	text, err := edited(s.Text, s.Span, fix)
	if err != nil {
		return false
	}
	set := a.alone(l, definitions(d)+text, d.AttachedTo)
	again := authz.Again(set, catalog.Default(), req, n)
	switch {
	case len(set.Denials) > 0:
		return again.Denied.Result == authz.Fail
	case n.Admitted == nil:
		return again.Result == authz.Pass
	}
	return again.Allowed.Result == authz.Pass || again.Admitted.Result == authz.Pass
}

// definitions is the Define statements of a policy, which its other statements
// may need.
func definitions(d Document) string {
	text := ""
	for _, s := range d.Document.Statements {
		if _, ok := s.Form.(*syntax.Define); ok {
			text += s.Text + "\n"
		}
	}
	return text
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

// with is the decision with statements more, attached to the roots of their
// tenancies, beside what grants already. The other statements need not be asked
// again: beside more they still grant nothing.
func (a *Analysis) with(offers []explain.Offer, d authz.Decision) authz.Decision {
	lands := slices.Clone(a.bound)
	for i, l := range a.lands {
		set := *lands[i].Set
		set.Statements = helping(d, l.world)
		for _, o := range offers {
			if o.In == l.world {
				more := a.alone(l, o.Text, l.world.Root)
				set.Statements = append(set.Statements, more.Statements...)
				set.Crossings = slices.Concat(more.Crossings, set.Crossings)
			}
		}
		lands[i].Set = &set
	}
	return decide(lands, d.Request)
}

// helping are the statements of a tenancy that grant part of what is needed
// there, or would, were more known.
func helping(d authz.Decision, world *tenancy.Tenancy) []*policy.Statement {
	var all []*policy.Statement
	for _, n := range d.Needs {
		if n.There() != world || n.Admitted != nil {
			continue
		}
		for _, attempt := range slices.Concat(n.Allowed.Holding, n.Allowed.Hanging) {
			all = append(all, attempt.Statement)
		}
	}
	return all
}

// alone binds a text as the only policy there is in a tenancy.
func (a *Analysis) alone(l *land, text string, at *tenancy.Compartment) *policy.Set {
	doc, _ := a.engine.parser.Parse(source.NewFile("edited", text))
	set, _ := policy.Bind([]policy.Source{{AttachedTo: at, Document: doc}}, nil, l.world, catalog.Default(), a.Scenario.Dialect)
	return set
}
