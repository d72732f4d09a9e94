package assist

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
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
	t := s.p.words[s.k]
	if all := s.p.mentions(s.k); len(all) > 0 {
		s.named(s.mentioned(all))
		return
	}
	switch t.Role {
	case syntax.Subject:
		s.subject()
	case syntax.Grant:
		s.grant(s.p.value(t))
	case syntax.Location:
		if s.p.low(t) == "tenancy" {
			s.place(s.p.World.Root)
		}
	case syntax.Condition:
		s.condition(t)
	}
}

// mentioned is the compartment under the caret, or the last of the path.
func (s *speaker) mentioned(all []mention) thing {
	for _, m := range all {
		if m.span.Start <= s.p.at-1 && s.p.at-1 < m.span.End {
			return m.thing
		}
	}
	return all[len(all)-1].thing
}

func (s *speaker) named(t thing) {
	switch world := s.p.World; {
	case t.group != nil:
		s.title("group " + t.group.Qualified())
		s.line(some("In it: ", members(world, t.group), "nobody"))
	case t.dynamic != nil:
		s.title("dynamic-group " + t.dynamic.Qualified())
		s.line("Rule: `" + strings.Join(strings.Fields(t.dynamic.MatchingRule), " ") + "`")
		s.line(some("Its rule names: ", ruled(world, t.dynamic.MatchingRule), "no resource"))
	case t.user != nil:
		s.title("user " + t.user.Qualified())
		s.line("In " + groupsOf(t.user) + ".")
	default:
		s.place(t.place)
	}
}

// ruled is the resources that a rule names, or whose compartment it names.
func ruled(world *tenancy.Tenancy, rule string) []string {
	var names []string
	for _, r := range world.Resources {
		if strings.Contains(rule, "'"+r.ID+"'") || strings.Contains(rule, "'"+r.Compartment.ID+"'") {
			names = append(names, r.Name)
		}
	}
	return names
}

func (s *speaker) place(c *tenancy.Compartment) {
	if c.Parent == nil {
		s.title("tenancy " + c.Name)
		s.line("The root: everything lies in it.")
	} else {
		s.title("compartment " + c.Path())
	}
	var children, resources []string
	for _, child := range c.Children {
		children = append(children, child.Name)
	}
	for _, r := range s.p.World.Resources {
		if r.Compartment == c {
			resources = append(resources, r.Type+" "+r.Name)
		}
	}
	s.line(some("Compartments in it: ", children, ""))
	s.line(some("Lives there: ", resources, ""))
	s.line("`" + c.ID + "`")
}

func (s *speaker) subject() {
	about := map[string]string{
		"any-user":  "Everybody who can call: users, instances, resources, and services too.",
		"any-group": "Users, instances and resources, but no service.",
		"service":   "An OCI service that acts on its own.",
	}
	if word := s.p.low(s.p.words[s.k]); about[word] != "" {
		s.title(word)
		s.line(about[word])
		s.card.Source = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm"
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

func (s *speaker) condition(t syntax.Token) {
	c, word := s.p.Catalog, s.p.value(t)
	if q, ok := c.Permission(word); ok && t.Kind == syntax.String {
		s.permission(q)
	} else if calls := c.Operation(word); len(calls) > 0 && t.Kind == syntax.String {
		s.operation(calls[0])
	} else if v, ok := c.Variable(word); ok && t.Kind == syntax.Word {
		s.variable(v, word)
	} else if hinge, ok := c.Circumstance(word); ok && s.p.Kind == Check {
		s.title(hinge.Name)
		s.line("It holds when " + hinge.Says + ".")
	} else if t.Kind != syntax.String {
		s.operator(strings.ToLower(word))
	}
}

func (s *speaker) operator(word string) {
	about := map[string]string{
		"any": "One of the tests in the braces is enough.", "all": "Every test in the braces has to hold.",
		"=": "Equal.", "!=": "Not equal; false when the request does not carry the variable.", "!": "The request does not carry the variable.",
		"in": "Equal to one of a list.", "not": "Equal to none of a list; false when the request does not carry the variable.",
		"before": "Earlier than the instant.", "after": "Later than the instant.",
		"between": "From the first time to the second, in UTC. It may go past midnight.",
	}
	if about[word] != "" {
		s.title(word)
		s.line(about[word])
		s.card.Source = "https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/conditions.htm"
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
