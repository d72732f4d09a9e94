package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"oci-policy-playground/engine/tenancy"
	say "oci-policy-playground/web/words"
)

// Form is what the dialog asks before the tenancy changes: about the entry at Pointer, or about one that is added there.
type Form struct {
	Kind, Pointer string
	Title, Do     string // what the button says
	Danger        bool
	Idle          bool // it would change nothing
	Note          []Phrase
	Fields        []Field
	Problem       []Phrase
	Effects       []Effect
}

// Field is a line of a form: a text, or a choice where it has options.
type Field struct {
	Name, Label, Value, Hint string
	Options                  []Option
	Offers                   []string // texts to choose from; others are welcome
	Half                     bool     // it stands beside the one before
}

// value is what a field holds.
func (f *Form) value(name string) string {
	for _, field := range f.Fields {
		if field.Name == name {
			return strings.TrimSpace(field.Value)
		}
	}
	return ""
}

// entryForm is the form of a kind, about an entry or about one that is new.
func (s State) entryForm(kind, pointer string, about *entry) *Form {
	f := &Form{Kind: kind, Pointer: pointer, Title: say.Adding(kind), Do: say.Add}
	switch kind {
	case "move":
		f.Title, f.Do = say.Moving(about.name), say.Move
		f.Fields = []Field{{Name: "to", Label: say.Into, Value: about.place.Parent.Path(), Options: s.placesOutside(about.place)}}
		return f
	case "delete":
		f.Title, f.Do, f.Danger = say.Deleting(about.kind, about.name), say.DeleteEntry, true
		return f
	case "tags":
		f.Title, f.Do, f.Fields = say.TagsOf(about.name), say.SaveEntry, tagFields(about.tags)
		return f
	}
	edited := about.kind == kind && kind != "compartment"
	if edited {
		f.Title, f.Do = say.Changing(kind, about.name), say.SaveEntry
	} else {
		about = &entry{domain: tenancy.DefaultDomain, place: about.place}
	}
	f.Fields = append(f.Fields, Field{Name: "name", Label: say.TenancyName, Value: about.name})
	switch kind {
	case "compartment":
		f.Title = say.AddingIn(kind, about.place.Label())
	case "group", "user", "dynamic group":
		f.Fields = append(f.Fields, Field{Name: "domain", Label: say.Domain, Value: about.domain, Options: plainOptions(s.Analysis.World.Domains)})
	case "resource":
		f.Fields = append(f.Fields, s.resourceFields(about)...)
	case "network source":
		ranges := ""
		if edited {
			ranges = strings.Join(about.source.Ranges, ", ")
		}
		f.Fields = append(f.Fields, Field{Name: "ranges", Label: say.Addresses, Value: ranges, Hint: "203.0.113.0/24, 198.51.100.7/32"})
	}
	return f
}

// resourceFields are those of a resource; what tells a pod from others is asked of workloads alone.
func (s State) resourceFields(about *entry) []Field {
	r := about.resource
	if r == nil {
		r = &tenancy.Resource{Type: "instance", Compartment: s.Analysis.World.Root}
	}
	return withWorkload([]Field{
		{Name: "type", Label: say.Type, Value: r.Type, Offers: resourceTypes(s.Analysis.World)},
		{Name: "compartment", Label: say.In, Value: r.Compartment.Path(), Options: s.places()},
	}, r)
}

func withWorkload(fields []Field, r *tenancy.Resource) []Field {
	if r.Type != "workload" {
		return fields
	}
	return append(fields, Field{Name: "cluster", Label: say.Cluster, Value: r.Cluster, Hint: say.ClusterHint},
		Field{Name: "namespace", Label: say.Namespace, Value: r.Namespace}, Field{Name: "serviceAccount", Label: say.ServiceAccount, Value: r.ServiceAccount})
}

// acting are the types of resources that act as themselves, as the middle of their OCIDs says.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/dynamicgroups/Writing_Matching_Rules_to_Define_Dynamic_Groups.htm
const acting = "apigateway bucket cluster computecontainerinstance dataflowrun disworkspace fnfunc instance serviceconnector workload"

// resourceTypes are the types of resources that there are here already, and those that act as themselves.
func resourceTypes(w *tenancy.Tenancy) []string {
	types := strings.Fields(acting)
	for _, r := range w.Resources {
		types = append(types, r.Type)
	}
	slices.Sort(types)
	return slices.Compact(types)
}

// tagFields are a line for each tag and one for another.
func tagFields(tags tenancy.Tags) []Field {
	var fields []Field
	for _, namespace := range slices.Sorted(maps.Keys(tags)) {
		for _, key := range slices.Sorted(maps.Keys(tags[namespace])) {
			fields = append(fields, tagLine(len(fields)/2, namespace+"."+key, tags[namespace][key])...)
		}
	}
	return append(fields, tagLine(len(fields)/2, "", "")...)
}

func tagLine(n int, key, value string) []Field {
	return []Field{{Name: fmt.Sprintf("key%d", n), Label: say.TagKey, Value: key, Hint: "Operations.CostCenter"},
		{Name: fmt.Sprintf("value%d", n), Label: say.TagValue, Value: value, Half: true}}
}

// filled is the form with another value in a field, and with the fields that this asks for.
func (f *Form) filled(a FillForm) *Form {
	next := *f
	next.Fields, next.Problem = slices.Clone(f.Fields), nil
	for i := range next.Fields {
		if next.Fields[i].Name == a.Field {
			next.Fields[i].Value = a.Value
		}
	}
	switch n := len(next.Fields); {
	case f.Kind == "tags" && next.Fields[n-2].Value != "":
		next.Fields = append(next.Fields, tagLine(n/2, "", "")...)
	case f.Kind == "resource" && a.Field == "type":
		next.Fields = withWorkload(next.Fields[:3], &tenancy.Resource{Type: a.Value})
	}
	return &next
}

// placesOutside are the compartments that one can move to.
func (s State) placesOutside(c *tenancy.Compartment) []Option {
	var all []Option
	for _, place := range s.Analysis.World.Root.All() {
		if !place.Within(c) {
			all = append(all, Option{Value: place.Path(), Label: place.Label()})
		}
	}
	return all
}

func plainOptions(names []string) []Option {
	var all []Option
	for _, name := range names {
		all = append(all, Option{Value: name, Label: name})
	}
	return all
}
