package explain

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
)

var sign = map[authz.Result]string{authz.Pass: "✓", authz.Fail: "✗", authz.Unknown: "?", authz.Skipped: "–"}

// Text is the story for a terminal or a golden file.
func (s Story) Text() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s  %s\n", s.Word, s.Headline)
	if s.Question != "" {
		fmt.Fprintf(&out, "%s\n", s.Question)
	}
	for _, n := range s.Needs {
		n.text(&out)
	}
	for i, o := range s.Offers {
		fmt.Fprintf(&out, "\n%s\n  %s\n", s.title(i), strings.ReplaceAll(o.Text, "\n", "\n  "))
	}
	if s.LeastNote != "" {
		fmt.Fprintf(&out, "  %s\n", s.LeastNote)
	}
	if s.Audit != "" {
		fmt.Fprintf(&out, "\nAudit  %s\n", s.Audit)
	}
	return out.String()
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

func (n Need) text(out *strings.Builder) {
	by := ""
	if n.By != "" {
		by = " by service " + n.By
	}
	if n.State == spared {
		fmt.Fprintf(out, "\n– %s %s\n  %s\n", n.Permission, n.State, n.Title)
		return
	}
	fmt.Fprintf(out, "\n%s %s %s, needed in %s%s\n", sign[n.Result], n.Permission, n.State, n.Place, by)
	fmt.Fprintf(out, "  %s\n", n.Title)
	for _, s := range n.Statements {
		if s.Lead != "" {
			fmt.Fprintf(out, "  %s\n", s.Lead)
		}
		fmt.Fprintf(out, "  %s:%d  %s\n", s.Policy, s.Line, flat(s.Text))
		for _, r := range s.Rows {
			r.text(out, "    ", fmt.Sprintf("%-10s", r.Facet))
		}
		for _, f := range s.Fixes {
			fmt.Fprintf(out, "    fix: %s\n", f.Title)
		}
	}
	if n.More > 0 {
		fmt.Fprintf(out, "  and %d more\n", n.More)
	}
}

func (r Row) text(out *strings.Builder, indent, name string) {
	detail := r.Detail
	if detail != "" {
		detail = "  (" + detail + ")"
	}
	fmt.Fprintf(out, "%s%s %s%s%s%s\n", indent, sign[r.Result], name, r.Text, detail, r.way())
	for _, u := range r.Under {
		u.text(out, indent+"  "+strings.Repeat(" ", len(name)), "")
	}
}

// way draws the path of inheritance.
func (r Row) way() string {
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
