package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"
)

// evaluate is a prepared query of OPA on the same grants and the same request.
func evaluate(n int) func(b *testing.B) {
	var text strings.Builder
	text.WriteString("package crowd\n\ndefault allow := false\n\n")
	for _, g := range crowd(n) {
		fmt.Fprintf(&text, "allow if {\n\tinput.group == \"G%d\"\n\tinput.action == \"UpdateBucket\"\n\tinput.places[_] == \"C%d/D%d\"\n\tinput.bucket == \"b%d\"\n}\n", g.group, g.outer, g.inner, g.bucket)
	}
	ctx := context.Background()
	query, err := rego.New(rego.Query("data.crowd.allow"), rego.Module("crowd.rego", text.String())).PrepareForEval(ctx)
	if err != nil {
		panic(err)
	}
	g := asked(n)
	input := map[string]any{"group": fmt.Sprintf("G%d", g.group), "action": "UpdateBucket", "bucket": fmt.Sprintf("b%d", g.bucket),
		"places": []any{fmt.Sprintf("C%d", g.outer), fmt.Sprintf("C%d/D%d", g.outer, g.inner)}}
	return func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			result, err := query.Eval(ctx, rego.EvalInput(input))
			if err != nil || !result.Allowed() {
				b.Fatal("OPA denies", err)
			}
		}
	}
}
