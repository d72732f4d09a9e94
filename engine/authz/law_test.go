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
)

// reading remembers statements, which repeat.
var reading syntax.Parser

// bound reads and binds statements, one policy each.
func bound(t testing.TB, statements []told) *policy.Set {
	t.Helper()
	var sources []policy.Source
	for i, s := range statements {
		at, _ := lawful.Compartment(s.attached)
		doc, problems := reading.Parse(source.NewFile(fmt.Sprint("p", i), s.String()))
		if problems.HasErrors() {
			t.Fatalf("%s: %v", s, problems)
		}
		sources = append(sources, policy.Source{Name: fmt.Sprint("p", i), AttachedTo: at, Document: doc})
	}
	set, problems := policy.Bind(sources, nil, lawful, catalog.Default(), policy.Guide)
	if problems.HasErrors() {
		t.Fatalf("%v: %v", statements, problems)
	}
	return set
}

func (r asked) request() authz.Request {
	at, _ := lawful.Compartment(r.place)
	u := map[string]string{"": "u0", "G1": "u1", "G2": "u2", "G1 G2": "u3"}[strings.Join(r.groups, " ")]
	user, _ := lawful.User("", u)
	req := authz.Request{Principal: authz.Principal{Kind: authz.User, User: user}, Compartment: at, Values: map[string]authz.Value{}}
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
	return authz.Decide(bound(t, statements), lawful, catalog.Default(), r.request())
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
	laws(t, 8000, func(t *testing.T, s small) {
		got, want := decide(t, s.statements, s.request).Verdict, secondOpinion(s.statements, s.request)
		if seen[got]++; got != want {
			t.Errorf("decided %s, the second opinion is %s", got, want)
		}
	})
	if seen[authz.Allow] < 200 || seen[authz.Deny] < 200 || seen[authz.Conditional] < 200 {
		t.Errorf("the worlds are one-sided: %v", seen)
	}
}

// rank orders verdicts by how much they grant.
var rank = map[authz.Verdict]int{authz.Deny: 0, authz.Conditional: 1, authz.Allow: 2}

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
		above := decide(t, s.statements, s.request).Verdict
		for _, p := range places {
			below := s.request
			below.place = p
			if v := decide(t, s.statements, below).Verdict; within(p, s.request.place) && rank[v] < rank[above] {
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
			for _, a := range slices.Concat(n.Granting(), n.Open(), n.Missing(), n.Denied.Holding, n.Denied.Near) {
				agrees(t, a)
			}
			if (n.Result == authz.Pass) != (len(n.Allowed.Holding) > 0 && len(n.Denied.Holding)+len(n.Denied.Hanging) == 0) || d.Verdict == authz.Allow && n.Result != authz.Pass {
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
