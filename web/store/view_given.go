package store

import (
	"cmp"
	"slices"
	"strings"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
	say "oci-policy-playground/web/words"
)

// variables are those that statements in play hang on, and those that are given.
func variables(answer *engine.Answer) []VariableView {
	names := map[string]bool{}
	for _, n := range answer.Decision.Needs {
		for _, all := range [3][]*authz.Attempt{n.Granting(), n.Open(), n.Missing()} {
			for _, a := range all {
				asked(a.Checks[policy.Condition], names)
				if a.Checks[policy.Condition].Result == authz.Skipped && a.Failed() == 1 {
					for _, name := range policy.Variables(a.Statement.If) {
						if !derived(name) {
							names[name] = true
						}
					}
				}
			}
		}
	}
	for _, d := range answer.Decision.Deciders {
		if d.Variable != "" {
			names[d.Variable] = true
		}
	}
	given := givenValues(answer.Line.Sentence)
	for name := range given {
		names[name] = true
	}
	var all []VariableView
	compared := comparedWith(answer)
	for name := range names {
		v := variableView(name, given)
		v.Values = suggested(name, compared[name])
		all = append(all, v)
	}
	slices.SortFunc(all, func(a, b VariableView) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// asked gathers the variables whose value nobody gave.
func asked(c authz.Check, names map[string]bool) {
	if c.Reason == authz.NotGiven && c.Variable != "" {
		names[c.Variable] = true
	}
	for _, u := range c.Under {
		asked(u, names)
	}
}

// derived tells the variables that follow from the request itself.
func derived(name string) bool {
	for _, prefix := range []string{"request.permission", "request.operation", "request.user.", "request.groups.", "request.principal.", "request.domain.", "target.compartment."} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

func givenValues(x *scenario.Sentence) map[string]VariableView {
	all := map[string]VariableView{}
	for _, g := range x.With {
		switch g := g.(type) {
		case *scenario.Absent:
			all[strings.ToLower(string(g.Variable.Text))] = VariableView{State: Absent}
		case *scenario.Equals:
			members := make([]string, len(g.Members))
			for i, m := range g.Members {
				members[i] = m.Value()
			}
			all[strings.ToLower(string(g.Variable.Text))] = VariableView{State: Given, Value: strings.Join(members, ", ")}
		}
	}
	return all
}

func variableView(name string, given map[string]VariableView) VariableView {
	v := VariableView{State: NotSaid}
	if said, ok := given[name]; ok {
		v = said
	}
	v.Name, v.Short = name, name
	if _, rest, cut := strings.Cut(name, "."); cut && len(name) > 14 {
		v.Short = "…" + rest
	}
	if known, ok := catalog.Default().Variable(name); ok {
		v.Type, v.Like = known.Type.String(), likeness[known.Type]
	}
	return v
}

// likeness shows the shape of values that have one.
var likeness = map[catalog.VarType]string{
	catalog.Instant: "2026-11-22T09:30:00Z", catalog.TimeOfDay: "09:30:00Z", catalog.Month: "1 to 12", catalog.Day: "1 to 31",
	catalog.Weekday: "Monday", catalog.Boolean: "true", catalog.RegionKey: "IAD", catalog.OCID: "ocid1…", catalog.OCIDList: "ocid1…, ocid1…",
	catalog.StringList: say.ListLike,
}

// suggested is what a variable could be: what the statements in play compare it with, and what its type has.
func suggested(name string, compared []string) []string {
	values := compared
	if known, ok := catalog.Default().Variable(name); ok {
		switch known.Type {
		case catalog.Weekday:
			values = append(values, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
		case catalog.Boolean:
			values = append(values, "true", "false")
		case catalog.RegionKey:
			for r := range catalog.Default().Regions() {
				values = append(values, r.Key)
			}
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// comparedWith is the literals that the statements in play compare each variable with.
func comparedWith(answer *engine.Answer) map[string][]string {
	all := map[string][]string{}
	for _, n := range answer.Decision.Needs {
		for _, attempts := range [...][]*authz.Attempt{n.Granting(), n.Open(), n.Missing(), n.Denied.Holding, n.Denied.Near()} {
			for _, a := range attempts {
				literals(a.Statement.If, all)
			}
		}
	}
	return all
}

func literals(t policy.Test, all map[string][]string) {
	switch t := t.(type) {
	case *policy.Every:
		for _, u := range t.Under {
			literals(u, all)
		}
	case *policy.Some:
		for _, u := range t.Under {
			literals(u, all)
		}
	case *policy.Leaf:
		for _, right := range t.Right {
			if right.Kind == policy.Literal && t.Left.Kind == policy.Variable {
				all[t.Left.Text] = append(all[t.Left.Text], right.Text)
			}
		}
	}
}

func circumstances(answer *engine.Answer) []CircumstanceView {
	operation := answer.Request.Ask.Operation
	if operation == nil {
		return nil
	}
	var all []CircumstanceView
	seen := map[string]bool{}
	var walk func(n *catalog.Need)
	walk = func(n *catalog.Need) {
		if c := n.Circumstance; c != nil && !seen[c.Name] {
			seen[c.Name] = true
			all = append(all, circumstanceView(c, answer.Request))
		}
		for i := range n.Under {
			walk(&n.Under[i])
		}
	}
	walk(&operation.Needs)
	return all
}

func circumstanceView(c *catalog.Circumstance, r authz.Request) CircumstanceView {
	v := CircumstanceView{Name: c.Name, Says: c.Says, State: NotSaid, Assumed: "no"}
	if c.Default == catalog.Unknown {
		v.Assumed = "unknown"
	}
	if holds, said := r.Circumstances[c.Name]; said {
		v.State = map[bool]Knowledge{true: Holds, false: Not}[holds]
	}
	return v
}
