package imports

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// policy is one that comes. Where it is attached is told by the OCID of its
// compartment or, in Terraform, by the name of one.
type policy struct {
	name, text string
	in         string // an OCID, "" for the root
	below      string // a compartment's name, "" when the OCID tells
}

func (r *reader) statements() {
	for _, v := range r.found[statements] {
		name := called(v)
		if !scenario.IsName(name) {
			r.badName(v, "policy", name)
			continue
		}
		in := v.Under("compartmentId")
		r.known(in.Text(), in.Span())
		p := policy{name: name, in: in.Text(), text: r.joined(v.Under("statements").Entries())}
		if p.in == r.spec.ID {
			p.in = ""
		}
		r.policies = append(r.policies, p)
	}
}

// joined is the statements of a list, one a line.
func (r *reader) joined(entries []scenario.Value) string {
	var out strings.Builder
	for _, e := range entries {
		text := strings.TrimSpace(e.Text())
		if !e.IsText() {
			r.say(source.Warning, "not-a-statement", e.Span(), "an entry of the list is no text", "It is left out; statements stand in double quotes.")
		} else if text != "" {
			out.WriteString(text + "\n")
		}
	}
	return out.String()
}

// lay puts what was taken into a scenario.
func (r *reader) lay(s *scenario.Scenario) {
	before, _ := scenario.World(r.into.Tenancy)
	r.settle(before)
	after, _ := tenancy.New(r.spec)
	if text := scenario.TenancyText(r.spec); r.changed(text) {
		s.Tenancy = scenario.NewTenancy(text)
		r.tellRemarks()
	}
	s.Policies = nil
	for _, p := range r.into.Policies {
		if path := moved(p.AttachedTo, before, after); path != p.AttachedTo {
			p = scenario.NewPolicy(p.Name, path, p.File.Text)
		}
		s.Policies = append(s.Policies, p)
	}
	for _, p := range r.policies {
		s.Policies = put(s.Policies, scenario.NewPolicy(p.name, r.path(p, after), p.text))
		r.take("policies", p.name)
	}
}

// tellRemarks says what a text that is written anew loses.
func (r *reader) tellRemarks() {
	if r.remarks {
		r.say(source.Warning, "lost-comments", source.Span{}, "tenancy.json is written anew, and comments in it do not stay",
			"Keep a copy of them. In the playground Undo brings them back.")
	}
}

// changed tells whether the tenancy says anything else than before. Only then is
// its text written anew.
func (r *reader) changed(text string) bool {
	before, _ := scenario.Spec(r.into.Tenancy)
	return text != scenario.TenancyText(before)
}

// settle writes where resources lie as paths, as they read best.
func (r *reader) settle(before *tenancy.Tenancy) {
	after, _ := tenancy.New(r.spec)
	for i := range r.spec.Resources {
		in := &r.spec.Resources[i].Compartment
		if c, ok := after.CompartmentByID(*in); ok {
			*in = c.Path()
		} else {
			*in = moved(*in, before, after)
		}
	}
}

// moved is the path that a compartment has after the import.
func moved(path string, before, after *tenancy.Tenancy) string {
	old, ok := before.Compartment(path)
	if !ok || path == "" {
		return path
	}
	if c, ok := after.CompartmentByID(old.ID); ok {
		return c.Path()
	}
	return path
}

func (r *reader) path(p policy, world *tenancy.Tenancy) string {
	if c, ok := world.CompartmentByID(p.in); ok {
		return c.Path()
	}
	return p.below
}

// put adds a policy, in the place of the one of that name in that compartment.
func put(all []scenario.Policy, p scenario.Policy) []scenario.Policy {
	for i := range all {
		if strings.EqualFold(all[i].File.Name, p.File.Name) {
			all[i] = p
			return all
		}
	}
	return append(all, p)
}

// resource takes a policy as Terraform has it.
//
// https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/identity_policy
func (r *reader) resource(b block) {
	name := b.name
	if !scenario.IsName(name) && !scenario.IsName(b.label) {
		r.say(source.Warning, "bad-name", b.at, fmt.Sprintf("a policy called `%s` is left out", scenario.Shown(name)), "Here a name has no slash, no colon and no invisible characters.")
		return
	}
	if !scenario.IsName(name) {
		r.say(source.Warning, "bad-name", b.at, fmt.Sprintf("the policy `%s` goes by the name of its resource", scenario.Shown(name)), "Here a name has no slash, no colon and no invisible characters.")
		name = b.label
	}
	p := policy{name: name, text: strings.Join(b.statements, "\n") + "\n"}
	if ocidKind(b.compartment) != "" {
		if ocidKind(b.compartment) != "tenancy" {
			r.known(b.compartment, b.at)
			p.in = b.compartment
		}
	} else if b.compartment != "" && !strings.Contains(b.compartment, "tenancy") {
		p.below = r.placeholder(b)
	}
	r.problems = append(r.problems, b.problems...)
	r.policies = append(r.policies, p)
}

// placeholder is the path of the compartment that a reference of Terraform may
// mean: the one of its name, or a new one.
func (r *reader) placeholder(b block) string {
	if !scenario.IsName(b.compartment) {
		b.compartment = "placeholder"
	}
	world, _ := tenancy.New(r.spec)
	var found []*tenancy.Compartment
	for _, c := range world.Root.All()[1:] {
		if strings.EqualFold(c.Name, b.compartment) {
			found = append(found, c)
		}
	}
	if len(found) == 1 {
		r.say(source.Info, "placeholder", b.at, fmt.Sprintf("the policy is attached to `%s`, by the name of what Terraform refers to", found[0].Path()), "Attach it elsewhere if that is not meant.")
		return found[0].Path()
	}
	if len(found) > 1 {
		r.say(source.Warning, "placeholder", b.at, fmt.Sprintf("several compartments are called `%s`; the policy is attached to the root", b.compartment), "Attach it to the one that is meant.")
		return ""
	}
	r.spec.Compartments = append(r.spec.Compartments, tenancy.CompartmentSpec{Name: b.compartment})
	r.say(source.Warning, "placeholder", b.at, fmt.Sprintf("which compartment Terraform attaches the policy to is not known; `%s` stands for it", b.compartment),
		"It is a compartment below the root now. Rename or move it, or attach the policy elsewhere.")
	return b.compartment
}
