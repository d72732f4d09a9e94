package redact

import (
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
)

// checks is the sentences without their names. Every sentence stays on its line,
// since what is in view is told by the number of a line.
func (r *redactor) checks(f *source.File) string {
	s := sentence{redactor: r, file: f}
	for _, line := range scenario.Sentences(f) {
		if line.Sentence != nil {
			s.read(line.Sentence)
			continue
		}
		r.dropped = append(r.dropped, f.Slice(line.Span))
		s.all = append(s.all, source.Edit{Span: line.Span})
	}
	s.remarks()
	text, err := source.Apply(f, s.all)
	if err != nil {
		return "" // rather nothing than a name
	}
	return text
}

// remarks takes out the lines that are none of the sentences, unless prose is
// kept.
func (s *sentence) remarks() {
	for i := range s.file.Lines() {
		at := s.file.Line(i + 1)
		text := s.file.Slice(at)
		if said := strings.TrimSpace(text); strings.HasPrefix(said, "#") || strings.HasPrefix(said, "//") {
			new := ""
			if s.options.Prose {
				new = s.prose(text)
			}
			s.all = append(s.all, source.Edit{Span: at, New: new})
		}
	}
}

// sentence is the edits of one check.
type sentence struct {
	*redactor
	file *source.File
	all  []source.Edit
}

func (s *sentence) read(c *scenario.Sentence) {
	s.who(c.Who)
	s.where(c.Where)
	for _, g := range c.With {
		switch g := g.(type) {
		case *scenario.Elsewhere:
			s.where(g.Where)
		case *scenario.Equals:
			for _, l := range g.Members {
				s.literal(string(g.Variable.Text), l)
			}
		}
	}
}

func (s *sentence) who(w *scenario.Who) {
	kind := "user"
	if w.Kind != nil {
		kind = strings.ToLower(string(w.Kind.Text))
	}
	if kind != "service" {
		s.name(w.Name, func(name string) string {
			if kind == "user" {
				return s.qualified(kind, name)
			}
			return s.names.of(kind, name)
		})
	}
	s.name(w.Of, func(name string) string { return s.names.of("tenancy", name) })
}

func (s *sentence) where(p *scenario.Place) {
	s.name(p.Path, s.redactor.where)
	s.name(p.Of, func(name string) string { return s.names.of("tenancy", name) })
}

func (s *sentence) name(n *scenario.Name, change func(string) string) {
	if n == nil {
		return
	}
	if new := change(string(n.Text)); new != string(n.Text) {
		s.all = append(s.all, source.Edit{Span: n.Span(), New: scenario.NameText(new)})
	}
}

func (s *sentence) literal(variable string, l *scenario.Literal) {
	if new := s.value(variable, l.Value()); new != l.Value() {
		s.all = append(s.all, source.Edit{Span: l.Span(), New: scenario.ValueText(new)})
	}
}
