package engine_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
)

// Every check of every scenario is answered by the index as by the decision.
func TestTheIndexAnswersEveryCheck(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"testdata/*.txtar", cases, "../examples/*.txtar"} {
		found, _ := filepath.Glob(pattern)
		paths = append(paths, found...)
	}
	answered := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := scenario.Parse(path, data)
		a := engine.Analyze(s)
		x := a.Index()
		for _, answer := range a.Answers {
			if answer.Line.Sentence == nil || answer.Problems.HasErrors() {
				continue
			}
			answered++
			if got := x.Allowed(answer.Request); got != answer.Decision.Verdict {
				t.Errorf("%s: %s is %s by the index and %s by the decision", path, asked(a, answer), got, answer.Decision.Verdict)
			}
		}
	}
	if answered < 300 {
		t.Errorf("only %d checks were answered", answered)
	}
}

// Every operation there is, by random callers in random places, with a region
// and without.
func TestTheIndexAnswersEveryOperation(t *testing.T) {
	s := crowd(300)
	s.Tenancy = scenario.NewTenancy(s.Tenancy.Text[:len(s.Tenancy.Text)-1] + `, "resources": [{"name": "web", "type": "instance", "compartment": "C7"}, {"name": "fn", "type": "fnfunc", "compartment": "C1"}]}`)
	a := engine.Analyze(s)
	x, set, random := a.Index(), a.Set, rand.New(rand.NewPCG(1, 2))
	user, _ := a.World.User("", "ann")
	callers := []authz.Principal{{Kind: authz.User, User: user}, {Kind: authz.Service, Service: "objectstorage-us-ashburn-1"}}
	for _, r := range a.World.Resources {
		kind := authz.ResourcePrincipal
		if r.Type == "instance" {
			kind = authz.Instance
		}
		callers = append(callers, authz.Principal{Kind: kind, Resource: r})
	}
	places := a.World.Root.All()
	seen := map[authz.Verdict]int{}
	for o := range catalog.Default().Operations() {
		for range 3 {
			req := authz.Request{Principal: callers[random.IntN(len(callers))], Ask: authz.Ask{Operation: o}, Compartment: places[random.IntN(len(places))]}
			if random.IntN(2) == 0 {
				req.Values = map[string]authz.Value{"request.region": {Members: []string{"iad"}}, "target.bucket.name": {Members: []string{"logs-1"}}}
			}
			got, want := x.Allowed(req), authz.Decide(set, a.World, catalog.Default(), req).Verdict
			if seen[got]++; got != want {
				t.Fatalf("%s by %s in %s with %v is %s by the index and %s by the decision", o.Name, req.Principal.Name(), req.Compartment.Label(), req.Values, got, want)
			}
		}
	}
	if len(seen) < 4 || slices.Min([]int{seen[authz.Allow], seen[authz.Conditional]}) < 20 {
		t.Errorf("the answers are one-sided: %v", seen)
	}
}

// asking is requests that meet no condition, several, and one that fails.
var asking = []string{
	"ann may GetObject in C1:Sub",
	"ann may DeleteVolume in C1",
	"ann may TerminateInstance in C7:Sub with target.resource.tag.ops.env = 'prod'",
	"ann may ListUsers in tenancy",
	"ann may CreateBucket in C1 with vault-key, request.region = 'iad'",
}

func TestTheIndexKeepsWhatItNeeds(t *testing.T) {
	a := engine.Analyze(crowd(1_000))
	x := a.Index()
	for _, sentence := range asking {
		answer := a.Ask(sentence)
		if answer.Problems.HasErrors() {
			t.Fatal(answer.Problems)
		}
		req := answer.Request
		if n := testing.AllocsPerRun(20, func() { x.Allowed(req) }); n > 0 {
			t.Errorf("%s takes %v allocations", sentence, n)
		}
	}
}

func BenchmarkAllowed(b *testing.B) {
	for _, n := range append(sizes, 100_000) {
		a := engine.Analyze(crowd(n))
		x := a.Index()
		for _, sentence := range asking {
			req := a.Ask(sentence).Request
			b.Run(fmt.Sprintf("%d/%s", n, req.Ask.Operation.Name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Allowed(req)
				}
			})
		}
	}
}
