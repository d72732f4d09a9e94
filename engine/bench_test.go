package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"oci-policy-playground/engine"
	"oci-policy-playground/engine/authz"
	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
)

var sizes = []int{10, 500, 1_000, 10_000}

// mix is the kinds of statements that real tenancies have, about as often.
var mix = []string{
	"Allow group G%[1]d to manage object-family in compartment C%[2]d",
	"Allow group G%[1]d to read all-resources in compartment C%[2]d",
	"Allow group G%[1]d, 'Default'/'G%[2]d' to use virtual-network-family in tenancy",
	"Allow group G%[1]d to manage instance-family in compartment C%[2]d:Sub where target.resource.tag.ops.env = 'prod'",
	"Allow dynamic-group D%[3]d to read buckets in compartment C%[2]d where target.bucket.name = /logs-*/",
	"Allow any-user to {OBJECT_READ, OBJECT_INSPECT} in compartment C%[2]d where all {request.principal.type = 'fnfunc', target.bucket.name = 'b%[1]d'}",
	"Allow service objectstorage-us-ashburn-1 to use keys in compartment C%[2]d",
	"Allow group G%[1]d to inspect users in tenancy where any {request.operation = 'ListUsers', request.user.name != 'x'}",
}

// crowd is a scenario of n statements.
func crowd(n int) *scenario.Scenario {
	var groups, dynamic, compartments, statements []string
	for i := range 50 {
		groups = append(groups, fmt.Sprintf(`{"name": "G%d"}`, i))
		compartments = append(compartments, fmt.Sprintf(`{"name": "C%d", "compartments": [{"name": "Sub"}]}`, i))
		if i < 20 {
			dynamic = append(dynamic, fmt.Sprintf(`{"name": "D%d", "matchingRule": "any {instance.compartment.id = 'ocid1.compartment.oc1..C%d', resource.type = 'fnfunc'}"}`, i, i))
		}
	}
	for i := range n {
		statements = append(statements, fmt.Sprintf(mix[i%len(mix)]+"\n", i%50, i*7%50, i%20))
	}
	tenancy := fmt.Sprintf(`{"name": "acme", "compartments": [%s], "groups": [%s], "dynamicGroups": [%s], "users": [{"name": "ann", "groups": ["G1", "G2", "G3"]}]}`,
		strings.Join(compartments, ", "), strings.Join(groups, ", "), strings.Join(dynamic, ", "))
	return &scenario.Scenario{Tenancy: scenario.NewTenancy(tenancy), Policies: []scenario.Policy{scenario.NewPolicy("p", "", strings.Join(statements, ""))}}
}

func BenchmarkBind(b *testing.B) {
	for _, n := range sizes {
		a := engine.Analyze(crowd(n))
		sources := []policy.Source{{Name: "p", AttachedTo: a.World.Root, Document: a.Documents[0].Document}}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				policy.Bind(sources, nil, a.World, catalog.Default(), policy.Guide)
			}
		})
	}
}

func BenchmarkDecide(b *testing.B) {
	for _, n := range sizes {
		a := engine.Analyze(crowd(n))
		for _, sentence := range []string{"ann may GetObject in C1:Sub", "ann may DeleteVolume in C1"} {
			request := a.Ask(sentence).Request
			b.Run(fmt.Sprintf("%d/%s", n, request.Ask.Operation.Name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					authz.Decide(a.Set, a.World, catalog.Default(), request)
				}
			})
		}
	}
}

func BenchmarkAnswer(b *testing.B) {
	for _, n := range sizes {
		a := engine.Analyze(crowd(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.Ask("ann may DeleteVolume in C1")
			}
		})
	}
}
