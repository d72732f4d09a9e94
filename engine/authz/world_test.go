package authz_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/tenancy"
)

// small is a random world of a few compartments and groups, with statements and
// a request.
type small struct {
	*rand.Rand
	statements []told
	request    asked
}

var (
	places    = []string{"", "A", "A:B", "A:B:C", "Z"}
	groupings = []string{"G1", "G2"}
	held      = []string{"a", "A", "b", "ab"}
)

func newSmall(seed uint64) small {
	s := small{Rand: rand.New(rand.NewPCG(seed, 1))}
	for range 2 + s.IntN(5) {
		s.statements = append(s.statements, s.statement())
	}
	for range s.IntN(3) {
		s.statements = append(s.statements, s.denial())
	}
	for range s.IntN(6) {
		s.statements = append(s.statements, s.crossing())
	}
	s.request = s.ask()
	return s
}

// without is the statements of other kinds.
func (s small) without(e policy.Effect) []told {
	return slices.DeleteFunc(slices.Clone(s.statements), func(t told) bool { return t.effect == e })
}

// ask is a request at random.
func (s small) ask() asked {
	a := asked{groups: pick(s.Rand, groupings), place: one(s.Rand, places), values: map[string][]string{}, stranger: s.IntN(3) == 0}
	if s.IntN(8) == 0 && !a.stranger {
		a.groups = []string{"Administrators"}
	}
	for range 1 + s.IntN(2) {
		a.permissions = append(a.permissions, one(s.Rand, slices.Sorted(maps.Keys(ladder))))
	}
	for _, v := range []string{"target.bucket.name", "request.networkSource.name"} {
		switch s.IntN(3) {
		case 0:
			a.values[v] = nil
		case 1:
			a.values[v] = append(pick(s.Rand, held), one(s.Rand, held))
		}
	}
	return a
}

func one[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

func pick(r *rand.Rand, all []string) (some []string) {
	for _, x := range all {
		if r.IntN(2) == 0 {
			some = append(some, x)
		}
	}
	return some
}

func (s small) statement() told {
	t := told{group: one(s.Rand, []string{"G1", "G2", "", ""}), at: one(s.Rand, places), verb: s.IntN(5)}
	if t.verb == 0 {
		t.named = []string{one(s.Rand, slices.Sorted(maps.Keys(ladder)))}
	}
	if s.IntN(2) == 0 {
		t.cond = s.condition(2)
	}
	for _, c := range places {
		if within(t.at, c) && s.IntN(3) == 0 {
			t.attached = c
		}
	}
	return t
}

// denial takes something away, mostly on a condition.
func (s small) denial() told {
	t := s.statement()
	t.effect = policy.Deny
	if t.cond == nil && s.IntN(3) > 0 {
		t.cond = s.condition(1)
	}
	return t
}

// crossing is one half of what reaches over tenancies. All but an Admit speaks
// of no place in the other.
func (s small) crossing() told {
	t := s.statement()
	t.effect = one(s.Rand, []policy.Effect{policy.Endorse, policy.Endorse, policy.Admit, policy.Admit, policy.DenyEndorse, policy.DenyAdmit})
	t.attached, t.other = "", one(s.Rand, []string{"", "acme", "partner", "partner", "acme"})
	if t.effect == policy.Endorse || t.effect == policy.DenyEndorse {
		t.at = ""
	}
	if s.IntN(2) == 0 && t.effect < policy.DenyEndorse {
		t.cond = nil
	}
	return t
}

func within(c, above string) bool {
	return above == "" || c == above || strings.HasPrefix(c, above+":")
}

func (s small) condition(depth int) *cond {
	if depth > 0 && s.IntN(3) == 0 {
		c := &cond{op: one(s.Rand, []string{"any", "all"})}
		for range 1 + s.IntN(3) {
			c.under = append(c.under, s.condition(depth-1))
		}
		return c
	}
	c := &cond{op: one(s.Rand, []string{"=", "!=", "in", "not in", "!"}), variable: one(s.Rand, []string{"target.bucket.name", "request.networkSource.name", "request.permission"})}
	for range 1 + s.IntN(2) {
		c.values = append(c.values, one(s.Rand, append(slices.Clone(held), "a*", "BUCKET_READ", "BUCKET_*")))
	}
	if c.op == "=" || c.op == "!=" {
		c.values = c.values[:1]
	}
	return c
}

func (c *cond) String() string {
	var parts []string
	for _, u := range c.under {
		parts = append(parts, u.String())
	}
	for _, v := range c.values {
		if strings.Contains(v, "*") {
			parts = append(parts, "/"+v+"/")
		} else {
			parts = append(parts, "'"+v+"'")
		}
	}
	switch c.op {
	case "any", "all":
		return c.op + " {" + strings.Join(parts, ", ") + "}"
	case "!":
		return "!" + c.variable
	case "=", "!=":
		return c.variable + " " + c.op + " " + parts[0]
	}
	return c.variable + " " + c.op + " (" + strings.Join(parts, ", ") + ")"
}

func (t told) String() string {
	who, what := "any-user", "{"+strings.Join(t.named, ", ")+"}"
	if t.group != "" {
		who = "group " + t.group
	}
	if t.verb > 0 {
		what = catalog.Verb(t.verb).String() + " buckets"
	}
	other, of := "any-tenancy", "any-tenancy"
	if t.other != "" {
		other, of = "tenancy "+t.other, "tenancy "+t.other
	}
	text := fmt.Sprintf(map[policy.Effect]string{policy.Allow: "Allow %[1]s to %[2]s in %[3]s", policy.Deny: "Deny %[1]s to %[2]s in %[3]s",
		policy.Endorse: "Endorse %[1]s to %[2]s in %[4]s", policy.DenyEndorse: "Deny endorse %[1]s to %[2]s in %[4]s",
		policy.Admit: "Admit %[1]s of %[5]s to %[2]s in %[3]s", policy.DenyAdmit: "Deny admit %[1]s of %[5]s to %[2]s in %[3]s"}[t.effect],
		who, what, t.where(), other, of)
	if t.cond != nil {
		text += " where " + t.cond.String()
	}
	return text
}

// where names the place as it is named from where the policy is attached.
func (t told) where() string {
	switch {
	case t.at == "":
		return "tenancy"
	case t.at == t.attached:
		return "compartment " + t.at[strings.LastIndexByte(t.at, ':')+1:]
	}
	return "compartment " + strings.TrimPrefix(strings.TrimPrefix(t.at, t.attached), ":")
}

var lawful, _ = tenancy.New(tenancy.Spec{Name: "acme", DenyPolicies: true,
	Compartments: []tenancy.CompartmentSpec{{Name: "A", Compartments: []tenancy.CompartmentSpec{{Name: "B", Compartments: []tenancy.CompartmentSpec{{Name: "C"}}}}}, {Name: "Z"}},
	Groups:       []tenancy.GroupSpec{{Name: "G1"}, {Name: "G2"}, {Name: "Administrators"}},
	Users: []tenancy.UserSpec{{Name: "u0"}, {Name: "u1", Groups: []string{"G1"}}, {Name: "u2", Groups: []string{"G2"}},
		{Name: "u3", Groups: []string{"G1", "G2"}}, {Name: "root", Groups: []string{"Administrators"}}},
})

// partner is the other tenancy. Its groups have the same names and OCIDs of
// their own.
var partner, _ = tenancy.New(tenancy.Spec{Name: "partner", DenyPolicies: true,
	Groups: []tenancy.GroupSpec{{Name: "G1", ID: "ocid1.group.oc1..p1"}, {Name: "G2", ID: "ocid1.group.oc1..p2"}},
	Users: []tenancy.UserSpec{{Name: "u0"}, {Name: "u1", Groups: []string{"G1"}}, {Name: "u2", Groups: []string{"G2"}},
		{Name: "u3", Groups: []string{"G1", "G2"}}},
})

// definitions stand in every policy, for those over tenancies.
const definitions = "Define tenancy acme as ocid1.tenancy.oc1..acme\nDefine tenancy partner as ocid1.tenancy.oc1..partner\n" +
	"Define group G1 as ocid1.group.oc1..p1\nDefine group G2 as ocid1.group.oc1..p2\n"
