package redact

import (
	"strings"

	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// policy is a text of statements without its names.
func (r *redactor) policy(f *source.File) string {
	doc, _ := syntax.Parse(f)
	e := edits{redactor: r, file: f, tokens: syntax.Tokens(f)}
	for _, t := range e.tokens {
		if t.Kind == syntax.Comment {
			e.remark(t)
		}
	}
	for _, s := range doc.Statements {
		e.place = s.Place
		if _, bad := s.Form.(*syntax.Bad); bad {
			broken{edits: &e}.read(s.Span)
			continue
		}
		syntax.Walk(s.Form.(syntax.Node), e.visit)
	}
	return e.apply()
}

// rule is a matching rule without its names.
func (r *redactor) rule(text string) string {
	f := source.NewFile("rule", text)
	e := edits{redactor: r, file: f, tokens: syntax.Tokens(f)}
	e.place = func(n syntax.Node) source.Span { return syntax.PlaceIn(f, n) }
	if rule, _ := syntax.ParseRule(f); rule != nil {
		syntax.Walk(rule, e.visit)
	} else {
		broken{edits: &e, rule: true}.read(f.Span(0, len(text)))
	}
	return e.apply()
}

// edits are those of one text.
type edits struct {
	*redactor
	file     *source.File
	tokens   []syntax.Token
	place    func(syntax.Node) source.Span
	kind     string // of the groups that are being named
	variable string // that values are compared with
	all      []source.Edit
}

func (e *edits) apply() string {
	text, err := source.Apply(e.file, e.all)
	if err != nil {
		return "" // rather nothing than a name
	}
	return text
}

// visit replaces what a node names.
func (e *edits) visit(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Groups:
		e.kind = strings.ReplaceAll(strings.ToLower(n.Kind), "-", " ")
	case *syntax.Resources:
		e.kind = strings.ToLower(n.Kind.Text)
	case *syntax.Services:
		return false
	case *syntax.GroupName:
		e.groupName(n)
		return false
	case *syntax.ByID:
		e.named(n.ID, e.identified)
	case *syntax.ByPath:
		e.named(n.Path, e.as("compartment"))
	case *syntax.PathOf:
		e.named(n.Path, e.as("compartment"))
		e.named(n.Of, e.as("alias"))
	case *syntax.NamedTenancy:
		e.named(n.Name, e.as("alias"))
	case *syntax.Of:
		e.named(n.Name, e.as("alias"))
	case *syntax.Define:
		e.named(n.Alias, e.as("alias"))
		e.named(n.ID, e.identified)
	case *syntax.Var:
		e.variable = n.Name
	case *syntax.Text:
		e.replace(e.place(n), func(text string) string { return e.value(e.variable, text) })
	}
	return true
}

func (e *edits) groupName(g *syntax.GroupName) {
	e.named(g.ID, e.identified)
	e.named(g.Domain(), e.as("domain"))
	e.named(g.Name(), e.as(e.kind))
}

func (e *edits) as(kind string) func(string) string {
	return func(name string) string { return e.names.of(kind, name) }
}

// identified is an OCID, or an alias in its place.
func (e *edits) identified(text string) string {
	if _, ok := e.ids[text]; ok || tenancy.IsOCID(text) {
		return e.id(text)
	}
	return e.names.of("alias", text)
}

func (e *edits) named(n *syntax.Name, change func(string) string) {
	if n != nil {
		e.replace(e.place(n), change)
	}
}

// replace changes the text of a word, in quotes if it stands in quotes.
func (e *edits) replace(at source.Span, change func(string) string) {
	raw := e.file.Slice(at)
	if len(raw) >= 2 && strings.IndexByte("'\"", raw[0]) >= 0 && raw[len(raw)-1] == raw[0] {
		quote := raw[:1]
		old := strings.ReplaceAll(raw[1:len(raw)-1], `\`+quote, quote)
		if new := change(old); new != old {
			e.put(at, quote+strings.ReplaceAll(new, quote, `\`+quote)+quote)
		}
	} else if new := change(raw); new != raw {
		e.put(at, new)
	}
}

func (e *edits) put(at source.Span, text string) {
	e.all = append(e.all, source.Edit{Span: at, New: text})
}

// remark takes a comment out, with the blanks before it, unless prose is kept.
func (e *edits) remark(t syntax.Token) {
	text := e.file.Text
	if e.options.Prose {
		e.put(e.file.Span(t.Start, t.End), e.prose(text[t.Start:t.End]))
		return
	}
	start, end, new := t.Start, t.End, ""
	for start > 0 && (text[start-1] == ' ' || text[start-1] == '\t') {
		start--
	}
	switch {
	case start == 0 || text[start-1] == '\n':
		if end < len(text) && text[end] == '\n' {
			end++
		}
	case end < len(text) && text[end] != '\n':
		new = " "
	}
	e.put(e.file.Span(start, end), new)
}
