package editor

import (
	"slices"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/web/browser"
)

// screen is what the editor in the page shows now.
type screen struct {
	code *browser.Code
	file *source.File // the document as it is in the page

	text        string   // the Text of the last update
	echoes      []string // texts that were typed and have not come back yet
	moved       bool     // the document changed since anything was shown with it
	label       string
	readOnly    bool
	rev, reveal int
	look        int

	problems []browser.CodeProblem
	lit      []Range
}

// typed notes what the person did, and gives the text they made.
func (s *screen) typed(c browser.CodeChange) string {
	before := s.file.Text
	text := before[:s.file.Offset(c.From)] + c.Insert + before[s.file.Offset(c.To):]
	s.file = source.NewFile(s.file.Name, text)
	s.echoes = append(s.echoes, text)
	s.moved = true
	return text
}

// update shows what the properties of e say and the screen does not.
func (s *screen) update(e *Editor) {
	if e.Label != s.label {
		s.label = e.Label
		s.code.SetLabel(e.Label)
	}
	if e.ReadOnly != s.readOnly {
		s.readOnly = e.ReadOnly
		s.code.SetReadOnly(e.ReadOnly)
	}
	s.updateText(e)
	if e.Text != s.file.Text {
		return // the page has not heard of the newest text yet: its positions are of an older one
	}
	if s.moved {
		s.showAll(e)
	} else {
		s.showChanged(e)
	}
	s.updateReveal(e)
}

// updateText applies a text of the page's own.
func (s *screen) updateText(e *Editor) {
	changed := e.Text != s.text
	s.text = e.Text
	if echo := slices.Index(s.echoes, e.Text); echo >= 0 {
		s.echoes = s.echoes[echo+1:]
	} else if changed && e.Text != s.file.Text {
		s.code.SetText(e.Text)
		s.file = source.NewFile(s.file.Name, e.Text)
		s.echoes, s.moved = nil, true
	}
	if e.Rev != s.rev {
		s.rev = e.Rev
		s.code.Forget()
	}
}

func (s *screen) updateReveal(e *Editor) {
	if e.Reveal.Rev != s.reveal {
		s.reveal = e.Reveal.Rev
		s.code.Select(s.file.UTF16(e.Reveal.Start), s.file.UTF16(e.Reveal.End))
	}
}

func (s *screen) showAll(e *Editor) {
	s.moved, s.look = false, e.Look
	s.code.Repaint()
	s.showProblems(s.problemsOf(e.Problems))
	s.showLit(e.Lit)
}

func (s *screen) showChanged(e *Editor) {
	if e.Look != s.look {
		s.look = e.Look
		s.code.Repaint()
	}
	if problems := s.problemsOf(e.Problems); !slices.EqualFunc(problems, s.problems, sameProblem) {
		s.showProblems(problems)
	}
	if !slices.Equal(e.Lit, s.lit) {
		s.showLit(e.Lit)
	}
}

func (s *screen) showLit(lit []Range) {
	s.lit = lit
	list := make([]browser.CodeRange, len(lit))
	for i, r := range lit {
		list[i] = s.place(r.Start, r.End, r.Class)
	}
	s.code.SetLit(list)
}

func (s *screen) showProblems(problems []browser.CodeProblem) {
	s.problems = problems
	s.code.SetProblems(problems)
}

func (s *screen) place(start, end int, class string) browser.CodeRange {
	return browser.CodeRange{From: s.file.UTF16(start), To: s.file.UTF16(end), Class: class}
}

func (s *screen) problemsOf(diagnostics []source.Diagnostic) []browser.CodeProblem {
	list := make([]browser.CodeProblem, len(diagnostics))
	for i, d := range diagnostics {
		list[i] = browser.CodeProblem{From: s.file.UTF16(d.Span.Start), To: s.file.UTF16(d.Span.End),
			Severity: d.Severity.String(), Message: message(d)}
		for _, fix := range d.Fixes {
			list[i].Fixes = append(list[i].Fixes, fix.Title)
		}
	}
	return list
}

// message is a diagnostic in lines: its summary, its detail, its notes.
func message(d source.Diagnostic) string {
	text := d.Summary
	if d.Detail != "" {
		text += "\n" + d.Detail
	}
	for _, n := range d.Notes {
		text += "\n" + n.Text
	}
	return text
}

func sameProblem(a, b browser.CodeProblem) bool {
	return a.From == b.From && a.To == b.To && a.Severity == b.Severity && a.Message == b.Message && slices.Equal(a.Fixes, b.Fixes)
}
