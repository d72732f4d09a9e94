package policy

import (
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Memory keeps what statements mean, so that an edit costs the binding of the
// statement it is in.
type Memory struct{ known, recent map[setting]*recollection }

// setting is what the meaning of a policy's statements hangs on beside their
// words.
type setting struct {
	policy, file string
	at           *tenancy.Compartment
	world        *tenancy.Tenancy
	dialect      Dialect
}

// recollection is what each statement of a policy meant. One form is shared by
// all statements of the same text.
type recollection struct {
	forms []syntax.Form
	bound []*bound
}

// bound is what a statement means and what there is to say about it, with places
// counted from its first byte.
type bound struct {
	meaning  *Meaning
	problems source.Diagnostics
	asks     bool // for an alias, by a name that the tenancy does not have
	among    bool // there were aliases when it asked
}

// Round forgets what was not bound since the last call of Round.
func (m *Memory) Round() { m.known, m.recent = m.recent, map[setting]*recollection{} }

// recall is what binds the statements of a policy, with what is known of them
// and what will be from now on.
func (m *Memory) recall(p Source, world *tenancy.Tenancy, c *catalog.Catalog, d Dialect) *recall {
	if m.recent == nil {
		m.Round()
	}
	at := setting{p.Name, p.Document.File.Name, p.AttachedTo, world, d}
	known := m.recent[at]
	if known == nil {
		known = m.known[at]
	}
	if known == nil {
		known = &recollection{}
	}
	n := len(p.Document.Statements)
	recent := &recollection{make([]syntax.Form, n), make([]*bound, n)}
	m.recent[at] = recent
	return &recall{Source: p, world: world, catalog: c, dialect: d, known: known, recent: recent}
}

// recall binds the statements of one policy that are not known.
type recall struct {
	Source
	world         *tenancy.Tenancy
	catalog       *catalog.Catalog
	dialect       Dialect
	aliases       aliases
	everywhere    map[aliasKey]*alias // of all policies
	known, recent *recollection
}

// meaning is what statement i means; nil for one that could not be read.
func (r *recall) meaning(i int) *bound {
	s := r.Document.Statements[i]
	means := r.known.find(s.Form, i, len(r.Document.Statements))
	if means != nil && means.asks && (means.among || len(r.aliases.all) > 0) {
		means = nil
	}
	if means == nil && s.Clause() != nil {
		b := newBinder(r.Source, s, r.world, r.catalog, r.dialect)
		b.aliases, b.everywhere = r.aliases, r.everywhere
		means = b.bind()
	}
	r.recent.forms[i], r.recent.bound[i] = s.Form, means
	return means
}

// find finds statement i of n, counted from the top and then from the end: what
// stands in between was edited.
func (r *recollection) find(form syntax.Form, i, n int) *bound {
	if !lasting(form) {
		return nil
	}
	if i < len(r.forms) && r.forms[i] == form {
		return r.bound[i]
	}
	if i += len(r.forms) - n; i >= 0 && i < len(r.forms) && r.forms[i] == form {
		return r.bound[i]
	}
	return nil
}

// lasting tells statements that mean the same whatever stands beside them: not
// those that speak of aliases, which other statements define.
func lasting(form syntax.Form) bool {
	switch form.(type) {
	case *syntax.Allow, *syntax.Deny:
		return true
	}
	return false
}

// inFile turns places of a statement that count from its first byte into places
// in its file, inStatement turns them back. Places in other files stay.
func inFile(s *syntax.Statement) func(source.Span) source.Span { return shifted(s, s.Span.Start) }

func inStatement(s *syntax.Statement) func(source.Span) source.Span {
	return shifted(s, -s.Span.Start)
}

func shifted(s *syntax.Statement, by int) func(source.Span) source.Span {
	return func(at source.Span) source.Span {
		if at.File != s.Span.File {
			return at
		}
		return at.Shift(at.File, by)
	}
}
