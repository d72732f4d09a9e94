package store

import (
	"maps"
	"slices"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/assist"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// Tending is the work on the tenancy beside its text.
type Tending struct {
	Form  *Form           // what the dialog asks
	Shown string          // the entry that is unfolded, by its JSON pointer
	Whole map[string]bool // the long lists that are shown to the end

	Abroad string // the tenancy that is shown, "" for the scenario's own
}

// tending changes the tenancy that is shown, or asks what to change.
func (s State) tending(e *engine.Engine, a Action) State {
	next := s.there().tended(e, a)
	if next.Work.land != 0 { // nothing was changed
		next.Work.land, next.Analysis = 0, s.Analysis
	}
	return next
}

// tended is for a state as seen from the tenancy that is shown.
func (s State) tended(e *engine.Engine, a Action) State {
	switch a := a.(type) {
	case AskForm:
		return s.asksForm(e, a)
	case FillForm:
		if f := s.Tending.Form; f != nil {
			s.Tending.Form = s.weighed(e, f.filled(a))
		}
		return s
	case DoForm:
		return s.doesForm(e)
	case ShowEntry:
		s.Tending.Shown = a.Pointer
		return s
	case ShowAll:
		s.Tending.Whole = maps.Clone(s.Tending.Whole)
		if s.Tending.Whole == nil {
			s.Tending.Whole = map[string]bool{}
		}
		s.Tending.Whole[a.List] = true
		return s
	case ShowTenancy:
		s.Tending.Abroad, s.Tending.Shown = a.Name, ""
		return s
	case RemoveTenancy:
		if s.Work.land == 0 {
			return s
		}
		return s.change(e, "", s.Work.withoutLand(s.Work.land))
	case EditTenancy:
		return s.change(e, "tenancy "+s.Tending.Abroad, s.Work.typed(a))
	case EditRule:
		if about := s.entryAt(a.Group); about != nil && about.kind == "dynamic group" {
			return s.change(e, "rule "+a.Group+" "+s.Tending.Abroad, s.Work.typed(a))
		}
		return s
	case SetMember:
		return s.drafted(e, "", s.member(a))
	case SetTenancy:
		return s.drafted(e, "", s.set(a))
	case AttachHere:
		added := s.Work.addPolicy("policy", a.Path, "")
		all := *policies(added.Scenario, added.land)
		return s.change(e, "", added).showing(all[len(all)-1].File.Span(0, 0))
	}
	panic("an action that is not about the tenancy")
}

// drafted takes a draft, unless it is spoilt.
func (s State) drafted(e *engine.Engine, kind string, d *draft) State {
	if d.spoilt || sameTexts(d.Scenario, s.Work.Scenario) {
		return s
	}
	return s.change(e, kind, d.Work)
}

// asksForm opens a form. What has a name in the texts too is renamed by the dialog that knows them.
func (s State) asksForm(e *engine.Engine, a AskForm) State {
	about := s.entryAt(a.Pointer)
	if about == nil || s.ReadOnly || s.unreadable() {
		return s
	}
	if a.Kind == "rename" {
		if about.group != nil || about.place != nil || about.kind == "dynamic group" {
			s.Dialog, s.Renaming = "rename", &Renaming{Target: assist.Target{Kind: about.kind, Name: about.name, Pointer: a.Pointer}, land: s.Work.land}
			return s
		}
		a.Kind = about.kind
	}
	if f := s.entryForm(a.Kind, a.Pointer, about); f != nil {
		s.Dialog, s.Tending.Form = "entry", f
		s.Tending.Form = s.weighed(e, f)
	}
	return s
}

// doesForm does what a form is for, or says why it cannot.
func (s State) doesForm(e *engine.Engine) State {
	f := s.Tending.Form
	if f == nil {
		return s
	}
	d, problem := s.made(f)
	after := s.drafted(e, "", d)
	if problem == "" {
		problem = s.newFault(after, d.tenancy().Name)
	}
	if problem != "" {
		refused := *f
		refused.Problem = phrases(problem)
		s.Tending.Form = &refused
		return s
	}
	after.Tending.Form = nil
	return after.found(d)
}

// found shows what a draft has added, changed or moved.
func (s State) found(d *draft) State {
	if d.founded != "" {
		s.Tending.Abroad = d.founded
		return s
	}
	there := s.there()
	about := there.entryAt(d.at)
	if c, ok := there.Analysis.World.Compartment(d.path); ok && d.path != "" {
		about = &entry{place: c}
	}
	if about == nil || about.place == nil {
		s.Tending.Shown = d.at
		return s
	}
	s.TreeAt = about.place.Path()
	return s.unfolded(about.place.Parent)
}

// newFault is an error in the tenancy that was not there before.
func (s State) newFault(after State, file string) string {
	known := map[string]bool{}
	for _, d := range s.Analysis.Diagnostics {
		known[d.Summary] = true
	}
	for _, d := range after.Analysis.Diagnostics {
		if d.Severity == source.Error && d.Span.File == file && !known[d.Summary] {
			return d.Summary + ". " + d.Detail
		}
	}
	return ""
}

// unfolded shows what lies in a compartment, and all on the way there.
func (s State) unfolded(c *tenancy.Compartment) State {
	for ; c != nil; c = c.Parent {
		s = s.folding(Fold{c.Path(), false})
	}
	return s
}

func (s State) member(a SetMember) *draft {
	d, user, group := s.draft(), s.entryAt(a.User), s.entryAt(a.Group)
	switch {
	case user == nil || user.user == nil || group == nil || group.group == nil:
		d.spoilt = true
	case a.In == slices.Contains(user.user.Groups, group.group): // a second click, before the page has drawn what the first one did
	case a.In:
		d.add(a.User+"/groups", scenario.Quoted(group.qualified()))
	default:
		d.leave(user.user, group.group)
	}
	return d
}
