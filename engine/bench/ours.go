package main

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
)

// analysis is the crowd as a scenario, read and bound.
func analysis(n int) *engine.Analysis {
	var policy strings.Builder
	for _, g := range crowd(n) {
		fmt.Fprintf(&policy, "Allow group G%d to use buckets in compartment C%d:D%d where target.bucket.name = 'b%d'\n", g.group, g.outer, g.inner, g.bucket)
	}
	return engine.Analyze(&scenario.Scenario{Tenancy: scenario.NewTenancy(tenancy(n)), Policies: []scenario.Policy{scenario.NewPolicy("p", "", policy.String())}})
}

func question(a *engine.Analysis, n int) authz.Request {
	g := asked(n)
	answer := a.Ask(fmt.Sprintf("ann may UpdateBucket in C%d:D%d with target.bucket.name = 'b%d'", g.outer, g.inner, g.bucket))
	if answer.Decision.Verdict != authz.Allow {
		panic("the request is not allowed: " + answer.Story.Headline)
	}
	return answer.Request
}

// decide is a decision with its whole proof.
func decide(n int) func(b *testing.B) {
	a := analysis(n)
	request := question(a, n)
	return func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			authz.Decide(a.Set, a.World, catalog.Default(), request)
		}
	}
}

// allowed is the bare verdict out of an index.
func allowed(n int) func(b *testing.B) {
	a := analysis(n)
	request, index := question(a, n), a.Index()
	return func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if index.Allowed(request) != authz.Allow {
				b.Fatal("the index denies")
			}
		}
	}
}
