package scenario

import (
	"slices"
	"strconv"
	"strings"
)

var (
	escape   = strings.NewReplacer(`\`, `\\`, `'`, `\'`)
	unescape = strings.NewReplacer(`\\`, `\`, `\'`, `'`)
)

// keywords mean something of their own; a name that is one needs quotes.
var keywords = [...]string{"may", "might", "not", "in", "with", "of", "absent"}

// String is the sentence in its plainest form. Reading it gives the same
// sentence again.
func (s *Sentence) String() string {
	text := s.Who.String() + " " + s.May.String() + " " + askText(s.Ask) + " in " + s.Where.String()
	for i, g := range s.With {
		if i == 0 {
			text += " with "
		} else {
			text += ", "
		}
		text += givenText(g)
	}
	return text
}

func (w *Who) String() string {
	text := w.Name.String() + of(w.Of)
	if w.Kind != nil {
		text = w.Kind.String() + " " + text
	}
	return text
}

func (m *May) String() string {
	switch {
	case m.Might:
		return "might"
	case m.Not:
		return "may not"
	}
	return "may"
}

func (p *Place) String() string { return p.Path.String() + of(p.Of) }

func (n *Name) String() string { return name(n.plain()) }

func (n *Name) plain() string { return string(n.Text) }

// Value is what the literal says, with or without quotes.
func (l *Literal) Value() string { return l.Bare + string(l.Text) }

func (l *Literal) String() string {
	if isNumber(l.Bare) {
		return l.Bare
	}
	return quoted(l.Value())
}

func askText(a Ask) string {
	switch a := a.(type) {
	case *Permissions:
		return "{" + join(a.Names) + "}"
	case *VerbOn:
		return a.Verb.String() + " " + a.Type.String()
	case *Call:
		return a.Name.String()
	}
	panic("a sentence asks in a way of its own")
}

func givenText(g Given) string {
	switch g := g.(type) {
	case *Absent:
		return "absent " + g.Variable.String()
	case *Unless:
		return "not " + g.Circumstance.String()
	case *Holds:
		return g.Circumstance.String()
	case *Equals:
		if len(g.Members) == 1 {
			return g.Variable.String() + " = " + g.Members[0].String()
		}
		return g.Variable.String() + " = (" + join(g.Members) + ")"
	case *Elsewhere:
		return g.Type.String() + " in " + g.Where.String()
	}
	panic("a sentence gives something of its own")
}

func join[T interface{ String() string }](parts []T) string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.String()
	}
	return strings.Join(texts, ", ")
}

func of(tenancy *Name) string {
	if tenancy == nil {
		return ""
	}
	return " of " + tenancy.String()
}

// name writes a name, in quotes where it would be read as something else.
func name(s string) string {
	isWord := s != "" && strings.IndexFunc(s, breaksWord) < 0
	if isWord && !slices.ContainsFunc(keywords[:], func(k string) bool { return strings.EqualFold(k, s) }) {
		return s
	}
	return quoted(s)
}

func quoted(s string) string { return "'" + escape.Replace(s) + "'" }

// isNumber tells the numbers that may stand without quotes.
func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && strings.Trim(s, "+-.0123456789") == ""
}
