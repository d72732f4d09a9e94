package catalog

import (
	"fmt"
	"strings"
	"testing"
)

// unlocked prints "PutObject?object-exists" for what depends and
// "AttachVolume+INSTANCE_ATTACH_VOLUME" for what asks for more.
func unlocked(r *Resource, v Verb) string {
	var list []string
	for _, u := range Default().Unlocks(r, v) {
		text := u.Operation.Name
		for _, d := range u.Depends {
			text += map[bool]string{false: "?", true: "?not "}[d.Not] + d.Name
		}
		for _, p := range u.Also {
			text += "+" + p
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}

func TestAVerbUnlocksCalls(t *testing.T) {
	tests := []struct {
		why, resource string
		verb          Verb
		want          string
	}{
		{"a plain call", "dns-tsig-keys", Inspect, "ListTsigKeys"},
		{"one alternative is enough", "objects", Inspect, "HeadObject ListMultipartUploadParts ListObjects ListObjectVersions ListWorkRequests"},
		{"nothing new", "volumes", Read, ""},
		{"others are asked too", "bastion-session", Use, "UpdateSession+BASTION_USE"},
		{"the family has what its members ask of each other", "secret-family", Use, "CancelSecretRotation RotateSecret UpdateSecret"},
	}
	for _, tt := range tests {
		if got := unlocked(resource(t, tt.resource), tt.verb); got != tt.want {
			t.Errorf("%s: %v %s: got %s, want %s", tt.why, tt.verb, tt.resource, got, tt.want)
		}
	}
}

func TestACallMayBeUnlockedInPart(t *testing.T) {
	objects := resource(t, "objects")
	if got := unlocked(objects, Use); !strings.Contains(got, "PutObject?object-exists") {
		t.Errorf("use objects unlocks %s", got)
	}
	if got := " " + unlocked(objects, Manage) + " "; !strings.Contains(got, " PutObject ") {
		t.Errorf("manage objects unlocks %s", got)
	}
}

func TestHoldersAreTypesFamiliesAndAllResources(t *testing.T) {
	tests := []struct{ permission, want string }{
		{"OBJECT_OVERWRITE", "[{all-resources use} {object-family use} {objects use}]"},
		{"VOLUME_BACKUP_COPY", "[{all-resources use} {volume-backups use}]"},
		{"VNIC_ATTACH", "[{all-resources use} {instance-family use} {virtual-network-family use} {vnics use}]"},
		{"AUDIT_CONFIGURATION", "[{all-resources manage}]"},
		{"VCN_INSPECT", "[]"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(Default().Holders(permission(t, tt.permission))); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.permission, got, tt.want)
		}
	}
}

func TestCallersNameThePermission(t *testing.T) {
	var names []string
	for _, o := range Default().Callers(permission(t, "PAR_MANAGE")) {
		names = append(names, o.Name)
	}
	want := "CreatePreauthenticatedRequest DeletePreauthenticatedRequest GetPreauthenticatedRequest ListPreauthenticatedRequests"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got %s", got)
	}
}

func TestGrantsAreTheLeast(t *testing.T) {
	tests := []struct{ operation, want string }{
		{"AttachVolume", "manage volume-attachments; use volumes; use instances"},
		{"ListVolumes", "inspect volumes"},
		{"CreateSecret", "manage secrets; use vaults; use keys"},
		{"HeadObject", "inspect objects; bucket-key: KEY_DECRYPT by objectstorage-{region}"},
		{"mysql-heatwave:GetWorkRequest", "read mysql-instances"},
		{"PutObject", "object-exists: use objects; unless object-exists: manage objects; bucket-key: KEY_ENCRYPT by objectstorage-{region}"},
	}
	for _, tt := range tests {
		if got := grants(call(t, tt.operation)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.operation, got, tt.want)
		}
	}
}

func grants(o *Operation) string {
	var list []string
	for _, g := range Default().Grants(o) {
		list = append(list, grantText(g))
	}
	return strings.Join(list, "; ")
}

func grantText(g Grant) string {
	text := g.Verb.String() + " " + g.Resource
	if g.By != "" {
		text = strings.Join(g.Gives, " ") + " by " + g.By
	}
	switch {
	case g.When == nil:
		return text
	case g.Not:
		return "unless " + g.When.Name + ": " + text
	}
	return g.When.Name + ": " + text
}

func TestAGrantIsAStatement(t *testing.T) {
	g := Default().Grants(call(t, "ListVolumes"))[0]
	if got := g.Statement("group Ops", "compartment Prod"); got != "Allow group Ops to inspect volumes in compartment Prod" {
		t.Errorf("got %s", got)
	}
	g = Default().Grants(call(t, "ListZprTopologyNodes"))[0]
	if got := g.Statement("group Ops", "tenancy"); got != "Allow group Ops to {ZPR_TOPOLOGY_USE} in tenancy" {
		t.Errorf("got %s", got)
	}
}

func TestScopeTellsWhereAVariableIsCarried(t *testing.T) {
	tests := []struct{ variable, want string }{
		{"target.dns-zone.destination-compartment.id", "{[ChangeZoneCompartment] [] []}"},
		{"target.bucket.name", "{[] [ListBuckets] []}"},
		{"target.image.id", "{[INSTANCE_IMAGE_READ] [] []}"},
		{"target.stream.id", "{[] [list calls create calls] []}"},
		{"request.region", "{[] [] []}"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(Default().Scope(variableOf(t, tt.variable))); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.variable, got, tt.want)
		}
	}
}
