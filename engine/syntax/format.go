package syntax

import (
	"slices"
	"strings"
)

// width is the column (in bytes) a formatted statement tries to stay within.
const width = 100

// Format writes a policy in its canonical case and spacing. Remarks and blank
// lines between statements stay; so do statements that could not be read. A
// remark inside a statement stands on the line before the clause it is in, or at
// the end of a line. What wraps statements that were pasted goes. What was
// formatted once does not change again, and what is formatted means the same.
func Format(doc *Document) string {
	whole, _, cuts := pieces(doc.File.Text)
	if len(cuts) > 0 && slices.ContainsFunc(doc.Statements, isBad) {
		return doc.File.Text // what is around it may be part of it
	}
	var out strings.Builder
	at := 0
	for _, s := range doc.Statements {
		out.WriteString(tidy(whole[at:s.Span.Start]))
		out.WriteString(formatted(s))
		at = s.Span.End
	}
	out.WriteString(tidy(whole[at:]))
	if text := strings.TrimSpace(out.String()); text != "" {
		return text + "\n"
	}
	return ""
}

func isBad(s *Statement) bool {
	_, bad := s.Form.(*Bad)
	return bad
}

// tidy trims the lines between two statements and keeps at most one of several
// empty ones.
func tidy(between string) string {
	lines := strings.Split(withoutBlocks(between), "\n")
	for i := range lines {
		if i > 0 {
			lines[i] = strings.TrimSpace(lines[i])
		} else {
			lines[i] = strings.TrimRight(lines[i], " \t\r")
		}
	}
	between = strings.Join(lines, "\n")
	for strings.Contains(between, "\n\n\n") {
		between = strings.ReplaceAll(between, "\n\n\n", "\n\n")
	}
	return between
}

// withoutBlocks writes the comments of several lines as remarks.
func withoutBlocks(between string) string {
	if !strings.Contains(between, "/*") {
		return between
	}
	var out strings.Builder
	for _, t := range scan(between) {
		text := between[t.Start:t.End]
		if t.Kind == Comment {
			text = strings.Join(inLines(text), "\n")
		}
		out.WriteString(text)
		if rest := between[t.End:]; t.Kind == Comment && rest != "" && rest[0] != '\n' {
			out.WriteByte('\n')
		}
	}
	return out.String()
}

func formatted(s *Statement) string {
	if isBad(s) {
		return s.Text
	}
	l := layOut(s)
	if d, ok := s.Form.(*Define); ok {
		return l.hoist(d.end()) + "Define " + strings.ToLower(d.Kind) + " " + s.Words(d.Alias) + " as " + s.Words(d.ID)
	}
	c := s.Clause()
	if _, glued := gluedTo(c, s.Text); glued {
		return s.Text // writing a `to` would settle what only its author knows
	}
	before := l.hoist(s.subjectEnd())
	if l.clause(c); l.unsafe {
		return s.Text
	}
	return before + l.String()
}

// printer writes the parts of one statement; names and values stay as typed.
type printer struct{ s *Statement }

// start is a statement up to its `to`.
func (p printer) start() string {
	switch form := p.s.Form.(type) {
	case *Allow:
		return "Allow " + p.who(form.Who)
	case *Deny:
		return "Deny " + p.who(form.Who)
	case *Endorse:
		return denying(form.Deny) + "Endorse " + p.who(form.Who)
	case *Admit:
		return denying(form.Deny) + "Admit " + p.who(form.Who) + p.of(form.Of)
	}
	panic("a statement that has no subject")
}

func denying(deny bool) string {
	if deny {
		return "Deny "
	}
	return ""
}

func (p printer) of(of *Of) string {
	switch {
	case of == nil:
		return ""
	case of.Any:
		return " of any-tenancy"
	}
	return " of tenancy " + p.s.Words(of.Name)
}

func (p printer) with() string {
	with := p.s.with()
	if with == nil {
		return ""
	}
	return " with " + strings.ToLower(with.Type.Text) + " in " + p.in(with.In)
}

func (p printer) who(w Who) string {
	switch w := w.(type) {
	case *Groups:
		return strings.ToLower(w.Kind) + " " + joined(w.Names, p.groupName)
	case *Services:
		return "service " + joined(w.Names, func(n *Name) string { return p.s.Words(n) })
	case *Anyone:
		return strings.ToLower(w.Kind)
	case *Resources:
		return "resource " + w.Kind.Text + " " + joined(w.Names, p.groupName)
	}
	panic("an unknown subject")
}

func (p printer) groupName(g *GroupName) string {
	switch {
	case g.ID != nil:
		return "id " + p.s.Words(g.ID)
	case g.Domain() != nil:
		return p.s.Words(g.Domain()) + "/" + p.s.Words(g.Name())
	}
	return p.s.Words(g.Name())
}

func (p printer) action(a Action) string {
	switch a := a.(type) {
	case *Verb:
		return strings.ToLower(a.Verb.Text) + " " + joined(a.Types, func(t *Term) string { return strings.ToLower(t.Text) })
	case *Permissions:
		set := "{" + joined(a.Names, func(t *Term) string { return t.Text }) + "}"
		if a.Type != nil {
			set += " " + strings.ToLower(a.Type.Text)
		}
		return set
	case *Associate:
		return "associate " + strings.ToLower(a.Type.Text)
	}
	panic("an unknown action")
}

func (p printer) in(in In) string {
	switch in := in.(type) {
	case *Tenancy:
		return "tenancy"
	case *ByID:
		return "compartment id " + p.s.Words(in.ID)
	case *ByPath:
		return "compartment " + p.s.Words(in.Path)
	case *AnyTenancy:
		return "any-tenancy"
	case *NamedTenancy:
		return "tenancy " + p.s.Words(in.Name)
	case *PathOf:
		return "compartment " + p.s.Words(in.Path) + " of tenancy " + p.s.Words(in.Of)
	}
	panic("an unknown location")
}

func (p printer) cond(c If) string {
	switch c := c.(type) {
	case *Group:
		return strings.ToLower(c.Kind) + " {" + joined(c.Members, p.cond) + "}"
	case *Unset:
		return "!" + c.Var.Name
	case *Set:
		return c.Var.Name
	case *Sets:
		return strings.ToLower(c.Func) + "(" + p.operand(c.Left) + ", " + p.operand(c.Right) + ")"
	case *OneOf:
		if c.Not {
			return c.Var.Name + " not in " + p.operand(c.List)
		}
		return c.Var.Name + " in " + p.operand(c.List)
	case *Between:
		return c.Var.Name + " between " + p.operand(c.From) + " and " + p.operand(c.To)
	case *Compare:
		return c.Var.Name + " " + strings.ToLower(c.Op) + " " + p.operand(c.Value)
	}
	panic("an unknown condition")
}

func (p printer) operand(o Operand) string {
	if list, ok := o.(*List); ok {
		return "(" + joined(list.Items, p.operand) + ")"
	}
	return p.s.Words(o)
}

func joined[T any](all []T, text func(T) string) string {
	parts := make([]string, len(all))
	for i, one := range all {
		parts[i] = text(one)
	}
	return strings.Join(parts, ", ")
}
