package store

import (
	"slices"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/web/shelf"
	say "oci-policy-playground/web/words"
)

var (
	haveKept = Notice{Text: say.HaveKept, Kind: HasKept}
	hasRival = Notice{Text: say.HasRival, Kind: HasRival}
)

// Replaces tells whether an action puts another document in the place of work that somebody did here.
func (s State) Replaces(a Action) bool {
	if !s.Touched || s.embedded() {
		return false
	}
	switch a := a.(type) {
	case OpenExample, OpenText, OpenKept, NewScenario, TakeRival:
		return true
	case OpenFragment:
		_, consults := consulted(a.Fragment)
		return !consults && !s.returns(a.Fragment)
	case TakeProposal:
		return s.Importing != nil && !s.Importing.Onto && s.Importing.Proposal.Scenario != nil
	}
	return false
}

// Text is the work as it is kept.
func (s State) Text() string { return string(scenario.Format(s.saved())) }

// saved is the work as a link or a file holds it: with the verdict, so that another engine can tell of a change.
func (s State) saved() *scenario.Scenario {
	saved := s.Work.saved()
	if answer := s.Answer(); answer != nil {
		saved.Verdict = answer.Decision.Verdict.String()
	}
	return saved
}

// aside says, before another document comes, that the work is kept.
func (s State) aside(a Action) State {
	if _, rival := a.(TakeRival); !rival && s.Replaces(a) && s.Damaged == nil {
		s.Aside, s.Notice = s.Text(), haveKept
	}
	return s
}

// goOn goes on with a work that is kept.
func (s State) goOn(e *engine.Engine, k shelf.Kept) State {
	read, _ := scenario.Parse("kept", []byte(k.Text))
	s = s.show(e, newWork(read))
	s.Own, s.Touched = k, true
	if k.Text == s.Aside {
		s.Aside, s.Notice = "", Notice{}
	}
	return s
}

// recognized goes on with the work that is kept, where this is one: an address of one's own was only left for a while.
func (s State) recognized() State {
	text := ""
	for _, k := range s.Shelf {
		if text == "" {
			text = s.Text()
		}
		if k.Text == text {
			s.Own, s.Touched, s.Aside, s.Notice = k, true, "", Notice{}
		}
	}
	return s
}

func (s State) keeping(e *engine.Engine, a Action) State {
	switch a := a.(type) {
	case Ask:
		s.Asked, s.Dialog = a.First, "replace"
	case Replace:
		if first := s.Asked; first != nil {
			s.Asked, s.Dialog, s.Touched = nil, "", false
			return Update(e, s, first)
		}
	case Shelved:
		s.Shelf, s.Works = a.All, s.works(a.All)
	case Forget:
		s.Shelf = slices.DeleteFunc(slices.Clone(s.Shelf), func(k shelf.Kept) bool { return k.Key == a.Key })
		s.Works = s.works(s.Shelf)
	case Rival:
		s.Rival = &a.Kept
		s.Notice = hasRival
	case KeepOwn:
		s.Rival, s.Own, s.Notice = nil, shelf.Kept{}, Notice{}
	}
	return s
}

// KeptView is a work in the list of those that the browser keeps.
type KeptView struct {
	Key, Title, Holds string
	Saved             int64 // milliseconds since 1970
	Open              bool  // it is the one on the page
}

func (s State) works(kept []shelf.Kept) []KeptView {
	var all []KeptView
	now := s.Text()
	for _, k := range kept {
		all = append(all, KeptView{k.Key, titled(k.Text), policiesIn(k.Text), k.Saved, k.Text == now})
	}
	return all
}

// titled is what an archive is called.
func titled(archive string) string {
	title, _, _ := strings.Cut(archive, "\n")
	if title == "" || strings.HasPrefix(title, "-- ") {
		return say.Untitled
	}
	return scenario.Visible(title)
}

// policiesIn are the names of its policies, the first of them.
func policiesIn(archive string) string {
	var names []string
	for line := range strings.Lines(archive) {
		if path, ok := strings.CutSuffix(line, ".policy --\n"); ok && strings.HasPrefix(path, "-- policies/") {
			names = append(names, scenario.Visible(path[strings.LastIndexByte(path, '/')+1:]))
		}
	}
	return say.PoliciesNamed(names[:min(mostNames, len(names))], max(0, len(names)-mostNames))
}

const mostNames = 3

// ReplaceView is work that would be lost.
type ReplaceView struct{ Title, Holds string }

func (s State) replaceView() ReplaceView {
	text := s.Text()
	return ReplaceView{titled(text), policiesIn(text)}
}
