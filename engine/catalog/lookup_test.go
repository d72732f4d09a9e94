package catalog

import (
	"sync"
	"testing"
)

func TestLookupsIgnoreCaseAndDoNotAllocate(t *testing.T) {
	c := Default()
	lookups := map[string]func() bool{
		"permission": func() bool { _, ok := c.Permission("instance_Create"); return ok },
		"type":       func() bool { _, ok := c.Resource("VCNs"); return ok },
		"family":     func() bool { _, ok := c.Resource("Object-Family"); return ok },
		"all":        func() bool { _, ok := c.Resource("ALL-resources"); return ok },
		"alias":      func() bool { _, ok := c.Alias("Network-Family"); return ok },
		"operation":  func() bool { return len(c.Operation("launchINSTANCE")) == 1 },
		"narrowed":   func() bool { return len(c.Operation("iam:listusers")) == 1 },
		"variable":   func() bool { _, ok := c.Variable("Request.User.Id"); return ok },
		"tag":        func() bool { _, ok := c.Variable("target.resource.TAG.Ops.Env"); return ok },
		"region":     func() bool { _, ok := c.Region("iad"); return ok },
		"verb":       func() bool { _, ok := ParseVerb("MANAGE"); return ok },
	}
	for name, lookup := range lookups {
		if !lookup() {
			t.Errorf("%s: not found", name)
		}
		if n := testing.AllocsPerRun(20, func() { lookup() }); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func TestJudgingDoesNotAllocate(t *testing.T) {
	c, family := Default(), resource(t, "virtual-network-family")
	p, v, op := permission(t, "SUBNET_ATTACH"), variableOf(t, "target.resource.tag.a.b"), call(t, "LaunchInstance")
	if n := testing.AllocsPerRun(20, func() { c.Least(family, p); c.Presence(v, op, p) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestLookupsWantTheWholeName(t *testing.T) {
	c := Default()
	for _, name := range []string{"", "INSTANCE_CREAT", "INSTANCE_CREATE_", "zzz"} {
		if p, ok := c.Permission(name); ok {
			t.Errorf("%q found %s", name, p.Name)
		}
	}
	for _, name := range []string{"instance", "network-family", ""} {
		if r, ok := c.Resource(name); ok {
			t.Errorf("%q found %s", name, r.Name)
		}
	}
}

func TestTagVariablesAreFoundByShape(t *testing.T) {
	tests := map[string]bool{
		"target.resource.tag.Operations.Env":        true,
		"target.resource.tag.Ops.Team.Env":          true, // a namespace may hold dots
		"request.principal.group.tag.Users.Level":   true,
		"target.resource.compartment.tag.Ops.Env":   true,
		"target.bucket.tag.Ops.Env":                 true,
		"target.resource.tag.Operations":            false,
		"target.resource.tag.Operations.":           false,
		"target.resource.tag..Env":                  false,
		"target.resource.tag":                       false,
		"target.instance.tag.Operations.Env":        false,
		"request.principal.compartment.tag.Ops.Env": true,
	}
	for name, want := range tests {
		if _, got := Default().Variable(name); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

func TestOperationMayBelongToSeveralServices(t *testing.T) {
	all := Default().Operation("GetWorkRequest")
	if len(all) < 5 {
		t.Errorf("GetWorkRequest: %d operations, want at least 5", len(all))
	}
	one := Default().Operation("Kubernetes-Engine:getworkrequest")
	if len(one) != 1 || one[0].Service != "kubernetes-engine" {
		t.Errorf("narrowed to one service: got %v", one)
	}
	for _, name := range []string{"NoSuchCall", "vault:ListUsers", "", ":"} {
		if got := Default().Operation(name); len(got) != 0 {
			t.Errorf("%q: got %v", name, got)
		}
	}
}

func TestRegionByNameAndKey(t *testing.T) {
	for _, name := range []string{"us-ashburn-1", "US-Ashburn-1", "IAD", "iad"} {
		if r, ok := Default().Region(name); !ok || r.Name != "us-ashburn-1" || r.Key != "IAD" {
			t.Errorf("%q: got %v, %v", name, r, ok)
		}
	}
	if r, ok := Default().Region("ia"); ok {
		t.Errorf("got %v for half a key", r)
	}
}

func TestAliasesSayWhoUsesThem(t *testing.T) {
	tests := []struct {
		name, want string
		kind       AliasKind
	}{
		{"network-family", "virtual-network-family", Community},
		{"logs", "log-groups", Community},
		{"secret-bundle", "secret-bundles", Community},
		{"ipsec", "ipsec-connections", Spelling},
		{"Instance", "instances", Mistake},
		{"container-instances", "compute-container-instances", Mistake},
		{"vault", "vaults", Mistake},
		{"budgets", "usage-budgets", Mistake},
		{"generative-ai-endpoints", "generative-ai-endpoint", Mistake},
	}
	for _, tt := range tests {
		if a, ok := Default().Alias(tt.name); !ok || a.Resource != tt.want || a.Kind != tt.kind {
			t.Errorf("%s: got %+v, %v", tt.name, a, ok)
		}
	}
}

func TestManyMayAskAtOnce(t *testing.T) {
	c := link()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for o := range c.Operations() {
				c.Operation(o.Name)
			}
			for p := range c.Permissions() {
				c.Callers(p)
			}
		})
	}
	all.Wait()
}
