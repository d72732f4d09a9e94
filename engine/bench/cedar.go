package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cedar-policy/cedar-go"
)

// authorize is cedar-go on the same grants and the same request.
func authorize(n int) func(b *testing.B) {
	var text strings.Builder
	for _, g := range crowd(n) {
		fmt.Fprintf(&text, "permit (principal in Group::\"G%d\", action == Action::\"UpdateBucket\", resource in Compartment::\"C%d/D%d\") when { context.bucket == \"b%d\" };\n", g.group, g.outer, g.inner, g.bucket)
	}
	policies, err := cedar.NewPolicySetFromBytes("crowd.cedar", []byte(text.String()))
	if err != nil {
		panic(err)
	}
	g := asked(n)
	user, group := cedar.NewEntityUID("User", "ann"), cedar.NewEntityUID("Group", cedar.String(fmt.Sprintf("G%d", g.group)))
	outer := cedar.NewEntityUID("Compartment", cedar.String(fmt.Sprintf("C%d", g.outer)))
	inner := cedar.NewEntityUID("Compartment", cedar.String(fmt.Sprintf("C%d/D%d", g.outer, g.inner)))
	bucket := cedar.NewEntityUID("Bucket", "b")
	entities := cedar.EntityMap{}
	for child, parent := range map[cedar.EntityUID]cedar.EntityUID{user: group, inner: outer, bucket: inner} {
		entities[child] = cedar.Entity{UID: child, Parents: cedar.NewEntityUIDSet(parent)}
	}
	request := cedar.Request{Principal: user, Action: cedar.NewEntityUID("Action", "UpdateBucket"), Resource: bucket,
		Context: cedar.NewRecord(cedar.RecordMap{"bucket": cedar.String(fmt.Sprintf("b%d", g.bucket))})}
	return func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if ok, _ := cedar.Authorize(policies, entities, request); ok != cedar.Allow {
				b.Fatal("Cedar denies")
			}
		}
	}
}
