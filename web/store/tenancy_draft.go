package store

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/tenancy"
)

// draft is a work whose tenancy is being edited. An edit that does not fit spoils it.
type draft struct {
	Work
	at      string // the entry that was added or changed
	path    string // of the compartment that has moved
	founded string // the tenancy that was added
	spoilt  bool
}

// draft begins with the work as it is, and with a tenancy where there is none.
func (s State) draft() *draft {
	d := &draft{Work: s.Work}
	if f := d.tenancy(); f == nil || strings.TrimSpace(f.Text) == "" {
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
		d.take(scenario.Put(d.tenancy(), pointer, json))
	case d.has(pointer):
		d.remove(pointer)
	}
}

func (d *draft) add(list, value string) { d.take(scenario.Append(d.tenancy(), list, value)) }
func (d *draft) remove(pointer string)  { d.take(scenario.Remove(d.tenancy(), pointer)) }

func (d *draft) has(pointer string) bool { return scenario.Read(d.tenancy()).Has(pointer) }

// leave takes a user out of a group, whichever way it is written.
func (d *draft) leave(u *tenancy.User, g *tenancy.Group) {
	groups := u.Pointer + "/groups"
	for k := scenario.Read(d.tenancy()).Length(groups) - 1; k >= 0; k-- {
		pointer := fmt.Sprintf("%s/%d", groups, k)
		written, _, _ := scenario.Read(d.tenancy()).Text(pointer)
		if g.Is(tenancy.Unqualified(written)) {
			d.remove(pointer)
		}
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
