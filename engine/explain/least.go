package explain

import (
	"fmt"
	"slices"
	"strings"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// Offer is statements that would grant, and where to attach them.
type Offer struct {
	Text string
	At   string // a compartment's label
	In   *tenancy.Tenancy
	// Hangs is the variables without whose values nobody can say whether the
	// conditions hold that the statements keep.
	Hangs []string
}

// share is the needs that one statement can grant: those of one caller in one
// compartment under one condition.
type share struct {
	effect      policy.Effect
	who         party
	condition   string
	need        *authz.Need // the first
	permissions []string
	grant       string // the same in a statement's words
	hangs       []string
}

// least is the narrowest statements that would grant everything missing, by the
// tenancy they belong to; nothing where a statement denies what has no
// alternative, for then none would.
func least(d authz.Decision) []Offer {
	var shares []*share
	for _, n := range lacking(d.Formula) {
		switch {
		case len(n.Denied.Holding) > 0:
			return nil
		case n.Admitted == nil:
			shares = add(shares, n, policy.Allow, d)
			continue
		}
		if n.Allowed.Result != authz.Pass {
			shares = add(shares, n, policy.Endorse, d)
		}
		if n.Admitted.Result != authz.Pass {
			shares = add(shares, n, policy.Admit, d)
		}
	}
	var offers []Offer
	for _, s := range shares {
		s.grant = s.words(d)
		offers = gather(offers, s)
	}
	return offers
}

// words is the verb that was asked for where all of it is missing, else the
// permissions by name.
func (s *share) words(d authz.Decision) string {
	if d.Request.Ask.Verb != 0 && len(s.permissions) > 1 && len(s.permissions) == len(d.Needs) {
		return asked(d.Request.Ask)
	}
	return "{" + strings.Join(s.permissions, ", ") + "}"
}

// add puts a need to the share it fits in, or begins one.
func add(shares []*share, n *authz.Need, e policy.Effect, d authz.Decision) []*share {
	who, tests := leastSubject(n, d)
	kept := keep(n)
	condition := together(append(tests, kept.tests...))
	i := slices.IndexFunc(shares, func(s *share) bool {
		return s.effect == e && s.who == who && s.condition == condition && s.need.Compartment == n.Compartment && s.need.Joins == nil && n.Joins == nil
	})
	if i < 0 {
		return append(shares, &share{effect: e, who: who, condition: condition, need: n, permissions: []string{n.Permission.Name}, hangs: kept.hangs})
	}
	if s := shares[i]; !slices.Contains(s.permissions, n.Permission.Name) {
		s.permissions = append(s.permissions, n.Permission.Name)
	}
	return shares
}

// gather puts a statement to the others of its tenancy, behind the definitions
// that it needs.
func gather(offers []Offer, s *share) []Offer {
	in := s.need.There()
	if s.effect == policy.Endorse {
		in = s.need.Home()
	}
	i := slices.IndexFunc(offers, func(o Offer) bool { return o.In == in })
	if i < 0 {
		i, offers = len(offers), append(offers, Offer{At: in.Root.Label(), In: in})
	}
	o := &offers[i]
	o.Hangs = append(o.Hangs, s.hangs...)
	for _, line := range append(s.definitions(), s.text()) {
		if !slices.Contains(strings.Split(o.Text, "\n"), line) {
			o.Text = strings.TrimPrefix(o.Text+"\n"+line, "\n")
		}
	}
	return offers
}

func (s *share) text() string {
	n, who := s.need, s.who.words
	if s.effect == policy.Admit && s.who.kind != "" {
		who = s.who.kind + " " + syntax.Quoted(s.who.name)
	}
	what, where := s.grant, policy.LocationOf(n.Compartment, n.Compartment.Root())
	elsewhere := "tenancy " + syntax.Quoted(n.There().Name)
	var text string
	switch {
	case s.effect == policy.Endorse && n.Joins != nil:
		text = fmt.Sprintf("Endorse %s to associate %s in %s with %s in %s", who, n.Joins.Types[0], policy.LocationOf(n.Joins.From, n.Joins.From.Root()), n.Joins.Types[1], elsewhere)
	case s.effect == policy.Endorse:
		text = fmt.Sprintf("Endorse %s to %s in %s", who, what, elsewhere)
	case s.effect == policy.Admit && n.Joins != nil:
		text = fmt.Sprintf("Admit %s of tenancy %s to associate %s in tenancy %[2]s with %s in %s", who, syntax.Quoted(n.Home().Name), n.Joins.Types[0], n.Joins.Types[1], where)
	case s.effect == policy.Admit:
		text = fmt.Sprintf("Admit %s of tenancy %s to %s in %s", who, syntax.Quoted(n.Home().Name), what, where)
	default:
		text = fmt.Sprintf("Allow %s to %s in %s", who, what, where)
	}
	if s.condition != "" {
		text += " where " + s.condition
	}
	return text
}

// definitions are the names of the other tenancy that a statement speaks of.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/policieshow/iam-cross-domain.htm
func (s *share) definitions() []string {
	define := func(what, name, id string) string {
		return fmt.Sprintf("Define %s %s as %s", what, syntax.Quoted(name), id)
	}
	switch s.effect {
	case policy.Endorse:
		return []string{define("tenancy", s.need.There().Name, s.need.There().ID)}
	case policy.Admit:
		lines := []string{define("tenancy", s.need.Home().Name, s.need.Home().ID)}
		if s.who.kind != "" {
			lines = append(lines, define(s.who.kind, s.who.name, s.who.id))
		}
		return lines
	}
	return nil
}

// together is a condition of several tests, each once.
func together(tests []string) string {
	var all []string
	for _, t := range tests {
		if !slices.ContainsFunc(all, func(s string) bool { return strings.EqualFold(dense(s), dense(t)) }) {
			all = append(all, t)
		}
	}
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return "all {" + strings.Join(all, ", ") + "}"
}

// dense is a condition without its blanks.
func dense(s string) string { return strings.Join(strings.Fields(s), "") }

// remark says how the first condition has changed that is not kept as it stands
// in what is offered, or that a service's name in it wants a region.
func remark(d authz.Decision) string {
	for _, n := range lacking(d.Formula) {
		if strings.Contains(n.Principal.Service, "{region}") {
			return "Write the region's name for `{region}`: the service has one in each."
		}
		if note := keep(n).note(); note != "" {
			return note
		}
	}
	return ""
}
