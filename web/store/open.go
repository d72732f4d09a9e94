package store

import (
	"errors"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/examples"
	"oci-policy-playground/web/shelf"
	say "oci-policy-playground/web/words"
)

// Start is the state of a page that was opened with a fragment, in a browser that keeps these works, the newest first.
func Start(e *engine.Engine, fragment string, kept []shelf.Kept) State {
	s := State{Pane: "verdict", Shelf: kept}
	if name, ok := consulted(fragment); ok {
		return s.unasked(e).reading(name)
	}
	if scenario.ReadFragment(fragment).Kind == scenario.Nothing {
		return s.unasked(e)
	}
	if s = s.fragment(e, fragment); len(kept) > 0 && !s.Touched {
		s.Aside, s.Notice = kept[0].Text, haveKept
	}
	return s
}

// unasked is what a page shows that nobody asked for anything: the newest work, or else an example.
func (s State) unasked(e *engine.Engine) State {
	if len(s.Shelf) > 0 {
		return s.goOn(e, s.Shelf[0])
	}
	s = s.example(e, examples.First)
	s.Fresh = true
	return s
}

func (s State) opening(e *engine.Engine, a Action) State {
	switch a := a.(type) {
	case OpenExample:
		return s.example(e, a.Name)
	case OpenFragment:
		s.Shelf = a.Kept
		if name, ok := consulted(a.Fragment); ok {
			return s.reading(name)
		}
		if s.returns(a.Fragment) {
			s.Reading.Open = false
			return s
		}
		if scenario.ReadFragment(a.Fragment).Kind == scenario.Nothing {
			return s.unasked(e)
		}
		return s.fragment(e, a.Fragment)
	case OpenText:
		read, problems := scenario.Parse(a.Name, []byte(a.Text))
		s = s.show(e, newWork(sketched(e, read)))
		s.Touched = true
		if problems.HasErrors() {
			s.Notice = Notice{Text: say.NotAllRead(problems[0].Summary)}
		}
		return s
	case OpenKept:
		return s.goOn(e, a.Kept)
	case TakeRival:
		if s.Rival != nil {
			s = s.goOn(e, *s.Rival)
		}
		return s
	case NewScenario:
		s = s.show(e, newWork(blank()))
		s.Touched = true
		return s
	}
	panic("an action that opens nothing")
}

// show puts another document on the page; the one before is a step back.
func (s State) show(e *engine.Engine, w Work) State {
	if s.Analysis != nil && s.Damaged == nil {
		s.past = append(s.past[:len(s.past):len(s.past)], s.Work)
	}
	s.Greeted = s.Greeted || s.Document > 0
	s.Document++
	s.Own, s.Rival, s.Asked = shelf.Kept{}, nil, nil
	s.Reading.Open = false
	s.future, s.typing, s.Example, s.Fresh, s.Touched, s.Damaged = nil, "", "", false, false, nil
	s.Tending = Tending{}
	s.Dialog, s.Folded, s.TreeAt, s.Asking, s.AboutShut, s.Pane = "", nil, "", "", false, "verdict"
	if s.Notice.Kind != HasKept {
		s.Notice = Notice{}
	}
	return s.with(e, w)
}

func (s State) example(e *engine.Engine, name string) State {
	archive, ok := examples.Read(name)
	if !ok {
		return s.damaged(e, say.NoSuchExample(name), "example="+name)
	}
	read, _ := scenario.Parse(name, archive)
	s = s.show(e, newWork(read))
	s.Example = name
	return s
}

func (s State) fragment(e *engine.Engine, fragment string) State {
	f := scenario.ReadFragment(fragment)
	if f.Kind == scenario.Example {
		return s.example(e, f.Text)
	}
	read, err := scenario.Open(fragment)
	if err != nil {
		return s.damaged(e, reason(err), fragment)
	}
	made, was := read.EngineVersion, read.Verdict
	s = s.show(e, newWork(sketched(e, read))).recognized()
	if made != "" && made != engine.Version {
		s.Notice.Text = s.anew(made, was) + s.Notice.Text
	}
	return s
}

// anew says that this engine judges what another one has judged, and what changed.
func (s State) anew(made, was string) string {
	is := ""
	if answer := s.Answer(); answer != nil {
		is = answer.Decision.Verdict.String()
	}
	switch then, now := verdictCalled(was), verdictCalled(is); {
	case then == "" || now == "":
		return say.JudgedAnew(made, engine.Version)
	case then == now:
		return say.JudgedTheSame(made, engine.Version)
	default:
		return say.JudgedOtherwise(made, then, engine.Version, now)
	}
}

// verdictCalled is the word that the page has for a verdict, "" where it is none.
func verdictCalled(name string) string {
	for v, outcome := range verdicts {
		if v.String() == name {
			return outcome.Says
		}
	}
	return ""
}

func reason(err error) string {
	var link *scenario.LinkError
	if errors.As(err, &link) {
		return link.Error()
	}
	return say.LinkShut
}

// damaged shows a page about the link and nothing in its place.
func (s State) damaged(e *engine.Engine, message, link string) State {
	if s.Analysis == nil {
		s = s.with(e, newWork(new(scenario.Scenario)))
	}
	s.Damaged, s.Dialog, s.Reading.Open = &Damaged{Message: message, Link: link}, "", false
	return s
}

// blank is what a new scenario begins with.
func blank() *scenario.Scenario {
	return &scenario.Scenario{
		Tenancy: scenario.NewTenancy(`{
  "name": "acme",
  "compartments": [
    {"name": "Prod"},
    {"name": "Dev"}
  ],
  "groups": [{"name": "Developers"}],
  "users": [{"name": "alice", "groups": ["Developers"]}]
}
`),
		Policies: []scenario.Policy{scenario.NewPolicy("developers", "", "")},
		Checks:   scenario.NewChecks("alice may ListBuckets in Dev\n"),
	}
}
