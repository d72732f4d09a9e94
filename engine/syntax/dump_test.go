package syntax

import (
	"fmt"
	"reflect"
	"strings"
)

// dump draws the statements of a document: a line for each node, indented below
// its parent, with its words where it has no parts.
func dump(doc *Document) string {
	var out strings.Builder
	for _, s := range doc.Statements {
		whole, ok := s.Form.(Node)
		if !ok {
			fmt.Fprintf(&out, "%s %q\n", s.Kind(), s.Text)
			continue
		}
		dumpNode(&out, s.Text, whole, 0)
	}
	return out.String()
}

func dumpNode(out *strings.Builder, text string, n Node, depth int) {
	name := reflect.TypeOf(n).Elem().Name()
	fmt.Fprintf(out, "%s%s", strings.Repeat("  ", depth), name)
	parts := children(n)
	switch n := n.(type) {
	case *Groups:
		fmt.Fprintf(out, " %s", strings.ToLower(n.Kind))
	case *Anyone:
		fmt.Fprintf(out, " %s", strings.ToLower(n.Kind))
	case *Group:
		fmt.Fprintf(out, " %s", strings.ToLower(n.Kind))
	case *Sets:
		fmt.Fprintf(out, " %s", strings.ToLower(n.Func))
	case *Compare:
		fmt.Fprintf(out, " %s", strings.ToLower(n.Op))
	case *OneOf:
		out.WriteString(map[bool]string{true: " not"}[n.Not])
	case *Define:
		fmt.Fprintf(out, " %s", strings.ToLower(n.Kind))
	case *Endorse:
		out.WriteString(map[bool]string{true: " deny"}[n.Deny])
	case *Admit:
		out.WriteString(map[bool]string{true: " deny"}[n.Deny])
	case *Of:
		out.WriteString(map[bool]string{true: " any"}[n.Any])
	case *Tenancy, *AnyTenancy:
	default:
		if len(parts) == 0 {
			fmt.Fprintf(out, " %s", meaning(n))
		}
	}
	out.WriteByte('\n')
	for _, part := range parts {
		dumpNode(out, text, part, depth+1)
	}
}

// meaning is what a leaf stands for, apart from how it is spelt.
func meaning(n Node) string {
	switch n := n.(type) {
	case *Name:
		return fmt.Sprintf("%q", n.Text)
	case *Term:
		return strings.ToLower(n.Text)
	case *Var:
		return n.Name
	case *Text:
		return fmt.Sprintf("%q", n.Value)
	case *Glob:
		return "/" + string(n.Pattern) + "/"
	case *Digits:
		return n.Value
	}
	panic("a leaf that nobody dumps")
}
