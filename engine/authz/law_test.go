package authz_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
	"oci-policy-playground/engine/tenancy"
)

// reading remembers statements, which repeat.
var reading syntax.Parser

// lands reads and binds statements, one policy each, in the tenancy they belong
// to.
func lands(t testing.TB, statements []told) [2]authz.Land {
	t.Helper()
	worlds := [2]*tenancy.Tenancy{lawful, partner}
	var sources [2][]policy.Source
	for i, s := range statements {
		at, _ := lawful.Compartment(s.attached)
		home, text := 0, s.String()
		if s.effect >= policy.Endorse {
			text = definitions + text
		}
		if s.effect == policy.Endorse || s.effect == policy.DenyEndorse {
			home, at = 1, partner.Root
		}
		doc, problems := reading.Parse(source.NewFile(fmt.Sprint("p", i), text))
		if problems.HasErrors() {
			t.Fatalf("%s: %v", s, problems)
		}
		sources[home] = append(sources[home], policy.Source{Name: fmt.Sprint("p", i), AttachedTo: at, Document: doc})
	}
	var both [2]authz.Land
	for i, world := range worlds {
		set, problems := policy.Bind(sources[i], nil, world, catalog.Default(), policy.Guide)
		if problems.HasErrors() {
			t.Fatalf("%v: %v", statements, problems)
		}
		both[i] = authz.Land{Set: set, World: world}
	}
	return both
}

func (r asked) request() authz.Request {
	at, _ := lawful.Compartment(r.place)
	u := map[string]string{"": "u0", "G1": "u1", "G2": "u2", "G1 G2": "u3", "Administrators": "root"}[strings.Join(r.groups, " ")]
	home := lawful
	if r.stranger {
		home = partner
	}
	user, _ := home.User("", u)
	req := authz.Request{Principal: authz.Principal{Kind: authz.User, Home: home, User: user}, Compartment: at, Values: map[string]authz.Value{}}
	for _, name := range r.permissions {
		p, _ := catalog.Default().Permission(name)
		req.Ask.Permissions = append(req.Ask.Permissions, p)
	}
	for name, v := range r.values {
		req.Values[strings.ToLower(name)] = authz.Value{Members: v, Absent: v == nil}
	}
	return req
}

func decide(t testing.TB, statements []told, r asked) authz.Decision {
	in := lands(t, statements)
	return authz.Decide(in[0].Set, lawful, catalog.Default(), r.request(), in[1])
}

// laws runs a law over random small worlds.
func laws(t *testing.T, worlds uint64, law func(t *testing.T, s small)) {
	t.Helper()
	for seed := range worlds {
		if law(t, newSmall(seed)); t.Failed() {
			s := newSmall(seed)
			t.Fatalf("seed %d: %v asked %+v", seed, s.statements, s.request)
		}
	}
}

func TestASecondOpinionAgrees(t *testing.T) {
	seen := map[authz.Verdict]int{}
	laws(t, 3000, func(t *testing.T, s small) {
		got, want := decide(t, s.statements, s.request).Verdict, secondOpinion(s.statements, s.request)
		if seen[got]++; got != want {
			t.Errorf("decided %s, the second opinion is %s", got, want)
		}
	})
	if seen[authz.Allow] < 200 || seen[authz.Deny] < 200 || seen[authz.Conditional] < 50 {
		t.Errorf("the worlds are one-sided: %v", seen)
	}
}

// rank orders verdicts by how much they grant.
var rank = map[authz.Verdict]int{authz.Deny: 0, authz.Conditional: 1, authz.Allow: 2}

func TestAnIndexAgrees(t *testing.T) {
	const worlds, requests = 2000, 50
	seen := map[authz.Verdict]int{}
	for seed := range uint64(worlds) {
		s := newSmall(seed)
		in := lands(t, s.statements)
		x := authz.NewIndex(in[0].Set, lawful, catalog.Default(), in[1])
		for range requests {
			a := s.ask()
			req := a.request()
			fast, traced, told := x.Allowed(req), authz.Decide(in[0].Set, lawful, catalog.Default(), req, in[1]).Verdict, secondOpinion(s.statements, a)
			if seen[fast]++; fast != traced || fast != told {
				t.Fatalf("seed %d: the index says %s, the decision %s, the second opinion %s: %v asked %+v", seed, fast, traced, told, s.statements, a)
			}
		}
	}
	if seen[authz.Allow] < 5000 || seen[authz.Deny] < 5000 || seen[authz.Conditional] < 2000 {
		t.Errorf("the worlds are one-sided: %v", seen)
	}
}

func TestAnotherDenialNeverGives(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		before := decide(t, s.statements, s.request).Verdict
		after := decide(t, append(s.statements, s.denial()), s.request).Verdict
		if rank[after] > rank[before] {
			t.Errorf("%s became %s", before, after)
		}
	})
}

func TestOneHalfAloneGrantsNothing(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		s.request.stranger, s.request.groups = true, pick(s.Rand, groupings)
		for _, half := range []policy.Effect{policy.Endorse, policy.Admit} {
			if v := decide(t, s.without(half), s.request).Verdict; v != authz.Deny {
				t.Errorf("without %v it is %s", half, v)
			}
		}
	})
}

func TestAnotherStatementNeverTakesAway(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		before := decide(t, s.statements, s.request).Verdict
		after := decide(t, append(s.statements, s.statement()), s.request).Verdict
		if rank[after] < rank[before] {
			t.Errorf("%s became %s", before, after)
		}
	})
}

func TestOrderMakesNoDifference(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		before := decide(t, s.statements, s.request).Verdict
		s.Shuffle(len(s.statements), func(i, j int) { s.statements[i], s.statements[j] = s.statements[j], s.statements[i] })
		if after := decide(t, s.statements, s.request).Verdict; after != before {
			t.Errorf("%s became %s", before, after)
		}
	})
}

func TestAGrantCoversWhatLiesBelow(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		kept := slices.DeleteFunc(s.statements, func(t told) bool { return t.effect.Denies() })
		above := decide(t, kept, s.request).Verdict
		for _, p := range places {
			below := s.request
			below.place = p
			if v := decide(t, kept, below).Verdict; within(p, s.request.place) && rank[v] < rank[above] {
				t.Errorf("%s above, %s in %s", above, v, p)
			}
		}
	})
}

func TestAHigherVerbGrantsWhatALowerOneDoes(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		before := decide(t, s.statements, s.request).Verdict
		for i := range s.statements {
			if v := &s.statements[i].verb; *v > 0 {
				*v = min(*v+1, 4)
			}
		}
		if after := decide(t, s.statements, s.request).Verdict; rank[after] < rank[before] {
			t.Errorf("%s became %s", before, after)
		}
	})
}

func TestForgettingAValueOnlyOpensTheVerdict(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		before := decide(t, s.statements, s.request).Verdict
		for name := range s.request.values {
			less := s.request
			less.values = maps.Clone(s.request.values)
			delete(less.values, name)
			if after := decide(t, s.statements, less).Verdict; after != before && after != authz.Conditional {
				t.Errorf("without %s %s became %s", name, before, after)
			}
		}
	})
}

func TestAGivenVariableDecidesNothingAnyMore(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		for _, d := range decide(t, s.statements, s.request).Deciders {
			more := s.request
			more.values = maps.Clone(s.request.values)
			more.values[d.Variable] = []string{one(s.Rand, held)}
			for _, left := range decide(t, s.statements, more).Deciders {
				if left.Variable == d.Variable {
					t.Errorf("%s is given and still decides", d.Variable)
				}
			}
		}
	})
}

func TestSeveralPermissionsAreAllNeeded(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		least := authz.Allow
		for _, p := range s.request.permissions {
			alone := s.request
			alone.permissions = []string{p}
			if v := decide(t, s.statements, alone).Verdict; rank[v] < rank[least] {
				least = v
			}
		}
		if got := decide(t, s.statements, s.request).Verdict; got != least {
			t.Errorf("together %s, the least alone is %s", got, least)
		}
	})
}

func TestTheProofAgreesWithTheVerdict(t *testing.T) {
	laws(t, 1000, func(t *testing.T, s small) {
		d := decide(t, s.statements, s.request)
		for _, n := range d.Needs {
			for _, a := range slices.Concat(n.Granting(), n.Open(), n.Missing(), n.Denied.Holding, n.Denied.Near()) {
				agrees(t, a)
			}
			if (n.Result == authz.Pass) != (len(n.Allowed.Holding) > 0 && (n.Admitted == nil || len(n.Admitted.Holding) > 0) && len(n.Denied.Holding)+len(n.Denied.Hanging) == 0) || d.Verdict == authz.Allow && n.Result != authz.Pass {
				t.Errorf("%s is %s in a verdict of %s", n.Permission.Name, n.Result, d.Verdict)
			}
		}
		if (d.Verdict == authz.Conditional) != (len(d.Deciders) > 0) {
			t.Errorf("%s with deciders %v", d.Verdict, d.Deciders)
		}
	})
}

// agrees holds an attempt to its checks.
func agrees(t *testing.T, a *authz.Attempt) {
	t.Helper()
	worst := authz.Pass
	for _, c := range a.Checks {
		switch {
		case c.Result == authz.Fail:
			worst = authz.Fail
		case c.Result == authz.Unknown && worst == authz.Pass:
			worst = authz.Unknown
		}
	}
	if a.Outcome != worst {
		t.Errorf("the outcome is %s, the checks say %s", a.Outcome, worst)
	}
}
