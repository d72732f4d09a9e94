package catalog

import (
	"slices"
	"strings"
	"testing"
)

func keys(entries []Entry) string {
	var list []string
	for _, e := range entries {
		list = append(list, e.Kind.String()+" "+e.Key())
	}
	return strings.Join(list, ", ")
}

func TestSearchRanks(t *testing.T) {
	tests := []struct {
		why, query string
		most       int
		want       string
	}{
		{"the very name first, then names that begin so", "volumes", 3, "type volumes"},
		{"kind by kind", "bastion", 3, "service bastion, type bastion, type bastion-session"},
		{"capitals begin words", "headobject", 1, "operation object-storage:HeadObject"},
		{"several words stand anywhere", "backup copy volume", 1, "operation block-volume:CopyVolumeBackup"},
		{"another name finds the type", "network-family", 1, "family virtual-network-family"},
		{"a mistake finds the type", "nlbs", 1, "type network-load-balancers"},
		{"a service by its title", "Web Application Firewall", 1, "service waf"},
		{"case does not count", "vCn_ReAd", 1, "permission VCN_READ"},
		{"a variable", "target.bucket.name", 1, "variable target.bucket.name"},
		{"nothing asked", "  ", 5, ""},
		{"nothing like it", "xyzzy", 5, ""},
	}
	for _, tt := range tests {
		if got := keys(Default().Search(tt.query, tt.most)); !strings.HasPrefix(got, tt.want) || (tt.want == "") != (got == "") {
			t.Errorf("%s: %q: got %s, want %s", tt.why, tt.query, got, tt.want)
		}
	}
}

func TestSearchKeepsToItsLimits(t *testing.T) {
	if got := len(Default().Search("e", 20)); got != 20 {
		t.Errorf("%d entries", got)
	}
	if got := Default().Search(strings.Repeat("e ", 1<<20), 20); got != nil {
		t.Errorf("%d entries for a million words", len(got))
	}
	if got := Default().Search(strings.Repeat("e", 1<<20), 20); got != nil {
		t.Errorf("%d entries for a megabyte", len(got))
	}
}

func TestEverythingIsFoundByItsName(t *testing.T) {
	for _, n := range Default().names() {
		if !slices.Contains(Default().Entries(n.name), n.Entry) {
			t.Errorf("%q does not lead to %v", n.name, n.Entry)
		}
	}
}

func TestANameMayMeanSeveralThings(t *testing.T) {
	tests := []struct{ name, want string }{
		{"ListEvents", "operation audit:ListEvents, operation os-management-hub:ListEvents"},
		{"audit:ListEvents", "operation audit:ListEvents"},
		{"bastion", "service bastion, type bastion"},
		{"network-family", "family virtual-network-family"},
		{"target.resource.tag.Ops.Env", "variable target.resource.tag.<namespace>.<key>"},
		{"nothing", ""},
	}
	for _, tt := range tests {
		if got := keys(Default().Entries(tt.name)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
