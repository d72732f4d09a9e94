package store

import (
	"maps"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// Update is the state after something happened. The engine serves as memory only: with another one the result is the same.
func Update(e *engine.Engine, s State, a Action) State {
	switch a := a.(type) {
	case OpenExample, OpenFragment, OpenText, OpenKept, NewScenario, TakeRival:
		return s.aside(a).opening(e, a)
	case Ask, Replace, Shelved, Forget, Rival, KeepOwn:
		return s.keeping(e, a)
	case EditPolicy, AddPolicy, RemovePolicy, RenamePolicy, AttachPolicy, FormatPolicies:
		return s.policies(e, a)
	case EditSentence, SetPrincipal, SetAsk, SetPlace, SetWant, SetVariable, SetElsewhere, SetCircumstance:
		return s.asking(e, a)
	case AddCheck, RemoveCheck, LoadCheck, EditChecks:
		return s.checking(e, a)
	case SetDialect:
		return s.change(e, "", s.Work.edit(func(x *scenario.Scenario) { x.Dialect = a.Dialect }))
	case ApplyFix, AddMissing, FixProblem, FixStory, InsertStatement, InsertText:
		return s.fixing(e, a)
	case RenameTo:
		return s.renaming(e, a)
	case AskForm, FillForm, DoForm, SetMember, SetTenancy, EditRule, AttachHere, ShowEntry, ShowAll, EditTenancy, ShowTenancy, RemoveTenancy:
		return s.tending(e, a)
	case Propose, SetOnto, TakeProposal:
		return s.importing(e, a)
	case SetRedaction:
		return s.redacting(a)
	case Undo:
		return s.undo(e)
	case Redo:
		return s.redo(e)
	case Settle:
		return s.advised()
	}
	return s.looking(a)
}

// looking changes what is seen, not what is worked on.
func (s State) looking(a Action) State {
	switch a := a.(type) {
	case Suggest:
		s.Asking = a.Text
	case SetLight:
		s.Lit = a.Light
	case Unlight:
		s.Lit = Light{}
	case Show:
		s = s.showing(a.Span)
	case GoTo:
		s = s.going(a)
	case AskRename:
		s = s.asked(a)
	case Consult:
		s = s.reading(a.Name)
	case LookUp:
		s.Reading.Query = a.Query
	case ShutCatalog:
		s.Reading.Open = false
	case SetTheme:
		s.Theme = a.Theme
	case SetPane:
		s.Pane = a.Pane
	case ShowDialog:
		s.Dialog, s.Filter, s.Renaming, s.Tending.Form = a.Dialog, "", nil, nil
		s.Importing, s.Redacting, s.Asked = nil, Redacting{}, nil
	case SetFramed:
		s.Framed = a.View
	case SetFilter:
		s.Filter = a.Text
	case SetJSON:
		s.JSON, s.Reveals = a.On, nil
	case SetChecksText:
		s.ChecksText, s.Reveals = a.On, nil
	case Greet:
		s.Greeted = true
	case ShutAbout:
		s.AboutShut = true
	case Fold:
		s = s.folding(a)
	case ListPlaces:
		s.Attaching = a.Key
	case TreeTo:
		if _, ok := s.there().Analysis.World.Compartment(a.Path); ok {
			s.TreeAt = a.Path
		}
	case Tell:
		s.Notice = a.Notice
	case DismissNotice:
		s.Notice = Notice{}
	case Progressed:
		s.Ahead = a
	case Announce:
		s.Spoken = s.spoken()
	case Stopped:
		s.Failure = &a.Failure
	default:
		panic("an action that nobody handles")
	}
	return s
}

// folding hides or shows what lies in a compartment.
func (s State) folding(a Fold) State {
	s.Folded = maps.Clone(s.Folded)
	if s.Folded == nil {
		s.Folded = map[[2]string]bool{}
	}
	s.Folded[[2]string{s.Tending.Abroad, a.Path}] = a.Shut
	return s
}

// showing brings words into view: their pane, their editor, the words themselves.
func (s State) showing(at source.Span) State {
	text, checks, shown, abroad := s.JSON, s.ChecksText, s.Tending.Shown, s.Tending.Abroad
	g, land := s.ruleOf(at.File)
	switch {
	case at.File == s.Work.checks().Name:
		s.Pane = "request"
		s.ChecksText = s.ChecksText || !at.Within(s.Work.checks().Line(s.Work.Line))
	case s.isPolicy(at.File):
		s.Pane = "policies"
	case g != nil:
		s.Pane, s.JSON, s.Tending.Abroad, s.Tending.Shown = "tenancy", false, s.Work.of(land).abroad(), g.Pointer
	default:
		s.Pane, s.JSON, s.Tending.Abroad = "tenancy", true, s.Work.of(s.landOf(at.File)).abroad()
	}
	rev := 1
	for _, r := range s.Reveals {
		rev = max(rev, r.Rev+1)
	}
	s.Reveals = maps.Clone(s.Reveals)
	if s.Reveals == nil {
		s.Reveals = map[string]Reveal{}
	}
	s.Reveals[at.File] = Reveal{at, rev, s.JSON != text || s.ChecksText != checks || s.Tending.Shown != shown || s.Tending.Abroad != abroad}
	return s
}

func (s State) isPolicy(file string) bool {
	_, ok := s.Work.policy(file)
	return ok
}

func (s State) policies(e *engine.Engine, a Action) State {
	switch a := a.(type) {
	case EditPolicy:
		return s.change(e, "policy "+a.File, s.Work.typed(a))
	case AddPolicy:
		return s.change(e, "", s.Work.of(s.land(a.Of)).addPolicy("policy", "", ""))
	case RemovePolicy:
		return s.change(e, "", s.Work.removePolicy(a.File))
	case RenamePolicy:
		if p, ok := s.Work.policy(a.File); ok && p.Name != a.Name {
			return s.change(e, "", s.Work.withPolicy(a.File, a.Name, p.AttachedTo, p.File.Text))
		}
		return s
	case AttachPolicy:
		if p, ok := s.Work.policy(a.File); ok && p.AttachedTo != a.Path {
			return s.change(e, "", s.Work.withPolicy(a.File, p.Name, a.Path, p.File.Text))
		}
		return s
	}
	return s.change(e, "", s.formatted())
}

func (s State) checking(e *engine.Engine, a Action) State {
	switch a := a.(type) {
	case AddCheck:
		return s.change(e, "", s.Work.addCheck(s.asCheck()))
	case RemoveCheck:
		return s.change(e, "", s.Work.removeCheck(a))
	case EditChecks:
		return s.change(e, "checks", s.Work.typed(a))
	case LoadCheck:
		if s.Work.isCheck(a.Line) && a.Line != s.Work.Line {
			s.Work.Line = a.Line
			s.look++
			s.Fresh, s.Example, s.Lit, s.Asking = false, "", Light{}, ""
		}
		return s
	}
	panic("an action that is not about checks")
}

// asCheck is the request as a check that holds.
func (s State) asCheck() string {
	answer := s.Answer()
	if answer == nil || answer.Line.Sentence == nil || answer.Decision.Verdict == authz.Invalid {
		return s.Work.Sentence()
	}
	sentence := *answer.Line.Sentence
	sentence.May = expectation(answer.Decision.Verdict)
	return sentence.String()
}

func expectation(v authz.Verdict) *scenario.May {
	return &scenario.May{Might: v == authz.Conditional, Not: v == authz.Deny}
}
