package store

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// draft is a work whose tenancy is being edited. An edit that does not fit spoils it.
type draft struct {
	Work
	at     string // the entry that was added or changed
	path   string // of the compartment that has moved
	abroad string // the tenancy that was added
	spoilt bool
}

// draft begins with the work as it is, and with a tenancy where there is none.
func (s State) draft() *draft {
	d := &draft{Work: s.Work}
	if strings.TrimSpace(d.tenancy()) == "" {
		d.Work = d.withTenancy("{\n  \"name\": " + scenario.Quoted(s.Analysis.World.Name) + "\n}\n")
	}
	return d
}

func (d *draft) take(text string, ok bool) {
	d.spoilt = d.spoilt || !ok
	d.Work = d.withTenancy(text)
}

// put sets a value to some JSON; "" takes it away.
func (d *draft) put(pointer, json string) {
	switch {
	case json != "":
		d.take(scenario.Put(d.Scenario.Tenancy, pointer, json))
	case d.has(pointer):
		d.remove(pointer)
	}
}

func (d *draft) add(list, value string) { d.take(scenario.Append(d.Scenario.Tenancy, list, value)) }
func (d *draft) remove(pointer string)  { d.take(scenario.Remove(d.Scenario.Tenancy, pointer)) }

func (d *draft) has(pointer string) bool { return scenario.Read(d.Scenario.Tenancy).Has(pointer) }

// leave takes a user out of a group, whichever way it is written.
func (d *draft) leave(user int, g *tenancy.Group) {
	groups := fmt.Sprintf("/users/%d/groups", user)
	for k := scenario.Read(d.Scenario.Tenancy).Length(groups) - 1; k >= 0; k-- {
		pointer := fmt.Sprintf("%s/%d", groups, k)
		written, _, _ := scenario.Read(d.Scenario.Tenancy).Text(pointer)
		domain, name, ok := strings.Cut(written, "/")
		if !ok {
			domain, name = "", written
		}
		if g.Is(domain, name) {
			d.remove(pointer)
		}
	}
}

// replace writes a text for another wherever it stands in quotes: made-up identifiers that go with a name.
func (d *draft) replace(old, next string) {
	all := strings.NewReplacer("'"+old+"'", "'"+next+"'")
	for _, p := range d.Scenario.Policies {
		if text := all.Replace(p.File.Text); text != p.File.Text {
			d.Work = d.withPolicy(p.File.Name, p.Name, p.AttachedTo, text)
		}
	}
	d.Work = d.withTenancy(all.Replace(d.tenancy())).withChecks(all.Replace(d.checks().Text))
}

// callers gives the caller of every check that has one kind and name another name.
func (d *draft) callers(kind, old, next string) {
	var edits []source.Edit
	for _, line := range scenario.Sentences(d.checks()) {
		if line.Sentence == nil {
			continue
		}
		who := line.Sentence.Who
		is := "user"
		if who.Kind != nil {
			is = string(who.Kind.Text)
		}
		if strings.EqualFold(is, kind) && strings.EqualFold(string(who.Name.Text), old) && who.Of == nil {
			edits = append(edits, source.Edit{Span: who.Name.Span(), New: word(next)})
		}
	}
	if text, err := source.Apply(d.checks(), edits); err == nil {
		d.Work = d.withChecks(text)
	}
}

// jsonText is a text as JSON, "" for one that is empty.
func jsonText(text string) string {
	if text == "" {
		return ""
	}
	return scenario.Quoted(text)
}

// object is JSON of keys and values; those that are empty are left out.
func object(pairs [][2]string) string {
	var parts []string
	for _, p := range pairs {
		if p[1] != "" {
			parts = append(parts, scenario.Quoted(p[0])+": "+p[1])
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// textList is JSON of a list of texts.
func textList(all []string) string {
	quoted := slices.Clone(all)
	for i := range quoted {
		quoted[i] = scenario.Quoted(quoted[i])
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
