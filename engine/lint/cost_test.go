package lint_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/internal/golden"
	"oci-policy-playground/engine/internal/growth"
	"oci-policy-playground/engine/lint"
	"oci-policy-playground/engine/policy"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/syntax"
)

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

// crowd is a pass over n statements, made by a line for the i-th of them.
func crowd(n int, line func(i int) string) func() *lint.Pass {
	var groups, dynamic, compartments []string
	for i := range 50 {
		groups = append(groups, fmt.Sprintf(`{"name": "G%d"}`, i))
		compartments = append(compartments, fmt.Sprintf(`{"name": "C%d", "compartments": [{"name": "Sub"}]}`, i))
		if i < 20 {
			dynamic = append(dynamic, fmt.Sprintf(`{"name": "D%d", "matchingRule": "resource.type = 'fnfunc'"}`, i))
		}
	}
	world, _ := scenario.World(scenario.NewTenancy(fmt.Sprintf(`{"name": "acme", "compartments": [%s], "groups": [%s], "dynamicGroups": [%s]}`,
		strings.Join(compartments, ", "), strings.Join(groups, ", "), strings.Join(dynamic, ", "))))
	var text strings.Builder
	for i := range n {
		text.WriteString(line(i) + "\n")
	}
	var parser syntax.Parser
	doc, _ := parser.Parse(source.NewFile("p.policy", text.String()))
	set, _ := policy.Bind([]policy.Source{{Name: "p", AttachedTo: world.Root, Document: doc}}, nil, world, catalog.Default(), policy.Guide)
	memory := &lint.Memory{}
	return func() *lint.Pass {
		p := pass(set, world, doc)
		p.Memory = memory
		return p
	}
}

func mixed(i int) string { return fmt.Sprintf(mix[i%len(mix)], i%50, i*7%50, i%20) }

// alone is the worst case of an index by subject: one group has everything, in
// one place, and each statement is to be compared with all.
func alone(i int) string {
	return fmt.Sprintf("Allow group G1 to manage buckets in compartment C1 where target.bucket.name = 'b%d'", i)
}

func BenchmarkRun(b *testing.B) {
	for _, n := range []int{500, 1_000, 10_000} {
		for name, line := range map[string]func(int) string{"mixed": mixed, "alone": alone} {
			fresh := crowd(n, line)
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					b.ReportMetric(float64(len(lint.Run(fresh()))), "found")
				}
			})
		}
	}
}

func TestTimeGrowsWithTheStatementsNotTheirSquare(t *testing.T) {
	const n, pieces, most = 500, 16, 4
	for name, line := range map[string]func(int) string{"mixed": mixed, "alone": alone} {
		piece, whole := crowd(n, line), crowd(pieces*n, line)
		if times := growth.Times(most, pieces, func() { lint.Run(piece()) }, func() { lint.Run(whole()) }); times > most {
			t.Errorf("%s: a policy takes %.1f times as long as its pieces", name, times)
		}
	}
}

// Whatever is written, it is advised on without a crash, and every place is in
// its file.
func FuzzRun(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		text, _, _ := policyIn(archive, "fires")
		f.Add(golden.Section(archive, "tenancy.json"), text)
	}
	f.Fuzz(func(t *testing.T, spec, text string) {
		if len(spec)+len(text) > 20_000 {
			return
		}
		b := look(t, spec, text, "")
		for _, d := range b.found {
			if file := b.file(d.Span.File); d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(file.Text) {
				t.Errorf("%s is at %v of %d bytes", d.Code, d.Span, len(file.Text))
			}
			for _, fix := range d.Fixes {
				if _, err := source.Apply(b.file(d.Span.File), fix.Edits); err != nil {
					t.Error(err)
				}
			}
		}
	})
}
