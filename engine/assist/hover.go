package assist

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
)

// speaker writes the card of word k of a passage.
type speaker struct {
	p    *passage
	k    int
	card Card
}

func (s *speaker) title(text string) { s.card.Title = text }

func (s *speaker) line(text string) {
	if text != "" {
		s.card.Lines = append(s.card.Lines, text)
	}
}

// speak says what the word is.
func (s *speaker) speak() {
	w := &s.p.words[s.k]
	if all := s.p.mentions(s.k); len(all) > 0 {
		m := s.p.mentioned(s.k, s.p.at-1)
		if m == nil {
			m = &all[len(all)-1]
		}
		s.named(m.thing)
		return
	}
	switch w.role {
	case syntax.Subject:
		s.entry(w.low, subjects, "subject")
	case syntax.Grant:
		s.grant(w.value())
	case syntax.Location:
		if w.low == "tenancy" {
			s.named(s.p.identified(s.p.World.ID))
		}
	case syntax.Condition:
		s.condition(w)
	}
}

func (s *speaker) named(t *thing) {
	s.title(strings.Replace(t.kind, "c g", "c-g", 1) + " " + t.label)
	if t.pointer == "" {
		s.title("tenancy " + t.name)
		s.line("The root: everything lies in it.")
	}
	switch t.kind {
	case "group":
		s.line(some("In it: ", s.p.members(t), "nobody"))
	case "dynamic group":
		s.line("Rule: `" + strings.Join(strings.Fields(t.rule), " ") + "`")
		s.line(some("Its rule names: ", s.p.living(t), "no resource"))
	case "user":
		s.line(some("In ", s.p.members(t), "no group"))
	default:
		var children []string
		for _, child := range t.place.Children {
			children = append(children, child.Name)
		}
		s.line(some("Compartments in it: ", children, ""))
		s.line(some("Lives there: ", s.p.living(t), ""))
		s.line("`" + t.id + "`")
	}
}

const subjects = "any-user|Everybody who can call: users, instances, resources, and services too.\n" +
	"any-group|Users, instances and resources, but no service.\nservice|An OCI service that acts on its own."

const tests = "any|One of the tests in the braces is enough.\nall|Every test in the braces has to hold.\n" +
	"=|Equal.\n!=|Not equal; false when the request does not carry the variable.\n!|The request does not carry the variable.\n" +
	"in|Equal to one of a list.\nnot|Equal to none of a list; false when the request does not carry the variable.\n" +
	"before|Earlier than the instant.\nafter|Later than the instant.\n" +
	"between|From the first time to the second, in UTC. It may go past midnight."

// entry says what a table does of a word, by one of Oracle's pages on the syntax.
func (s *speaker) entry(word, table, page string) {
	for line := range strings.SplitSeq(table, "\n") {
		if of, says, _ := strings.Cut(line, "|"); of == word {
			s.title(word)
			s.line(says)
			s.card.Source = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/" + page + ".htm"
		}
	}
}

func (s *speaker) grant(word string) {
	c := s.p.Catalog
	if verb, ok := catalog.ParseVerb(word); ok {
		s.verb(verb)
	} else if r, ok := c.Resource(s.p.resourceName(word)); ok {
		s.resource(r)
	} else if q, ok := c.Permission(word); ok {
		s.permission(q)
	} else if calls := c.Operation(word); len(calls) > 0 && s.p.Kind == Check {
		s.operation(calls[0])
	}
}

func (s *speaker) condition(w *word) {
	c, word := s.p.Catalog, w.value()
	if q, ok := c.Permission(word); ok && w.kind == syntax.String {
		s.permission(q)
	} else if calls := c.Operation(word); len(calls) > 0 && w.kind == syntax.String {
		s.operation(calls[0])
	} else if v, ok := c.Variable(word); ok && w.kind == syntax.Word {
		s.variable(v, word)
	} else if hinge, ok := c.Circumstance(word); ok && s.p.Kind == Check {
		s.title(hinge.Name)
		s.line("It holds when " + hinge.Says + ".")
	} else if w.kind != syntax.String {
		s.entry(w.low, tests, "conditions")
	}
}

// some lists a few names and counts the rest.
func some(lead string, names []string, none string) string {
	const few = 6
	switch n := len(names); {
	case n == 0 && none == "":
		return ""
	case n == 0:
		return lead + none
	case n > few+1:
		return lead + "`" + strings.Join(names[:few], "`, `") + fmt.Sprintf("` and %d more", n-few)
	}
	return lead + "`" + strings.Join(names, "`, `") + "`"
}
