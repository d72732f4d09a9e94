package explain

import (
	"fmt"
	"strings"
)

// Markdown is the story for a ticket: the verdict, the chain of statements and,
// unless it is empty, the address where it can be seen.
func (s Story) Markdown(link string) string {
	var out strings.Builder
	fmt.Fprintf(&out, "**%s**: %s\n", s.Word, s.Headline)
	if s.Question != "" {
		fmt.Fprintf(&out, "\n> %s\n", s.Question)
	}
	for _, n := range s.Needs {
		n.markdown(&out)
	}
	for i, o := range s.Offers {
		fmt.Fprintf(&out, "\n%s:\n\n```\n%s\n```\n", s.title(i), o.Text)
	}
	if s.LeastNote != "" {
		fmt.Fprintf(&out, "\n%s\n", s.LeastNote)
	}
	if s.Audit != "" {
		fmt.Fprintf(&out, "\nAudit: %s\n", s.Audit)
	}
	if link != "" {
		fmt.Fprintf(&out, "\n[See it in the playground](%s)\n", link)
	}
	return out.String()
}

func (n Need) markdown(out *strings.Builder) {
	fmt.Fprintf(out, "\n%s `%s` %s in %s. %s:\n", sign[n.Result], n.Permission, n.State, n.Place, n.Title)
	for _, s := range n.Statements {
		if s.Lead != "" {
			fmt.Fprintf(out, "\n%s:\n", s.Lead)
		}
		fmt.Fprintf(out, "\n- %s line %d: `%s`\n", s.Policy, s.Line, strings.ReplaceAll(flat(s.Text), "`", "'"))
		for _, r := range s.Rows {
			r.markdown(out, "  ")
		}
	}
	if n.More > 0 {
		fmt.Fprintf(out, "- and %d more\n", n.More)
	}
}

func (r Row) markdown(out *strings.Builder, indent string) {
	fmt.Fprintf(out, "%s- %s %s", indent, sign[r.Result], r.Text)
	if r.Detail != "" {
		fmt.Fprintf(out, " (%s)", r.Detail)
	}
	out.WriteString(r.way() + "\n")
	for _, u := range r.Under {
		u.markdown(out, indent+"  ")
	}
}
