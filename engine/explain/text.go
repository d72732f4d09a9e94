package explain

import (
	"strconv"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
)

var sign = [...]string{authz.Pass: "✓", authz.Fail: "✗", authz.Unknown: "?", authz.Skipped: "–"}

// Text is the story for a terminal or a golden file.
func (s Story) Text() string {
	var out page
	out.line(s.Word, "  ", s.Headline)
	if s.Question != "" {
		out.line(s.Question)
	}
	for i := range s.Needs {
		s.Needs[i].text(&out)
	}
	for i, o := range s.Offers {
		out.line("\n", s.title(i), "\n  ", strings.ReplaceAll(o.Text, "\n", "\n  "))
	}
	if s.LeastNote != "" {
		out.line("  ", s.LeastNote)
	}
	if s.Audit != "" {
		out.line("\nAudit  ", s.Audit)
	}
	return out.String()
}

// page is a text line by line.
type page struct{ strings.Builder }

func (p *page) line(parts ...string) {
	for _, part := range parts {
		p.WriteString(part)
	}
	p.WriteByte('\n')
}

// title is what to write over the statements offered for a tenancy.
func (s Story) title(i int) string {
	o := s.Offers[i]
	switch {
	case i > 0:
		return "And beside that, attached to " + o.At
	case strings.Contains(o.Text, "\n"):
		return "Least statements that together would grant it, attached to " + o.At
	}
	return "Least statement that would grant it, attached to " + o.At
}

func (n *Need) text(out *page) {
	by := ""
	if n.By != "" {
		by = " by service " + n.By
	}
	if n.State == spared {
		out.line("\n– ", n.Permission, " ", n.State, "\n  ", n.Title)
		return
	}
	out.line("\n", sign[n.Result], " ", n.Permission, " ", n.State, ", needed in ", n.Place, by, "\n  ", n.Title)
	for i := range n.Statements {
		n.Statements[i].text(out)
	}
	if n.More > 0 {
		out.line("  and ", strconv.Itoa(n.More), " more")
	}
}

func (s *Statement) text(out *page) {
	if s.Lead != "" {
		out.line("  ", s.Lead)
	}
	out.line("  ", s.Policy, ":", strconv.Itoa(s.Line), "  ", flat(s.Text))
	for i := range s.Rows {
		name := s.Rows[i].Facet.String()
		s.Rows[i].text(out, "    ", name+strings.Repeat(" ", max(0, 10-len(name))))
	}
	for _, f := range s.Fixes {
		out.line("    fix: ", f.Title)
	}
}

func (r *Row) text(out *page, indent, name string) {
	detail := r.Detail
	if detail != "" {
		detail = "  (" + detail + ")"
	}
	out.line(indent, sign[r.Result], " ", name, r.Text, detail, r.way())
	for i := range r.Under {
		r.Under[i].text(out, indent+"  "+strings.Repeat(" ", len(name)), "")
	}
}

// way draws the path of inheritance.
func (r *Row) way() string {
	if r.Facet != policy.Location || len(r.Path) == 0 {
		return ""
	}
	hops := make([]string, len(r.Path))
	for i, h := range r.Path {
		hops[i] = h.Name
		if h.Named {
			hops[i] += " (named)"
		}
	}
	return "  " + strings.Join(hops, " › ")
}
